"""The C library: found, loaded, and called."""

import ctypes
import ctypes.util
import os
from ctypes import POINTER, byref, c_char_p, c_double, c_int, c_size_t, c_uint32, c_void_p
from typing import Any, Tuple

from ._errors import error_of

ABI_VERSION = 0

_Text = POINTER(c_void_p)
_Length = POINTER(c_size_t)
_Error = POINTER(c_void_p)


class Scores(ctypes.Structure):
    """marque_scores."""

    _fields_ = [
        ("overall", c_double),
        ("appearance", c_double),
        ("sound", c_double),
        ("meaning", c_double),
        ("verdict", c_int),
    ]


# Parameters before the text that is given and the error; whether text is given.
_FUNCTIONS = {
    "marque_notices": ((), True),
    "marque_normalize": ((c_char_p, c_size_t), True),
    "marque_compare": ((c_char_p, c_size_t, c_char_p, c_size_t, POINTER(Scores)), True),
    "marque_canonical_number": ((c_char_p, c_size_t), True),
    "marque_check_uscc": ((c_char_p, c_size_t), False),
    "marque_register_open_memory": ((POINTER(c_void_p),), False),
    "marque_register_add": ((c_void_p, c_char_p, c_size_t, c_char_p, c_size_t), True),
    "marque_register_add_picture": ((c_void_p, c_char_p, c_size_t, c_char_p, c_size_t), False),
    "marque_register_find": ((c_void_p, c_char_p, c_size_t), True),
    "marque_register_build_index": ((c_void_p,), False),
    "marque_register_check": ((c_void_p, c_char_p, c_size_t, c_int), True),
}


def _load() -> ctypes.CDLL:
    """$MARQUE_LIBRARY, else the system's libmarque_c."""
    path = os.environ.get("MARQUE_LIBRARY") or ctypes.util.find_library("marque_c")
    if not path:
        raise ImportError("libmarque_c is not installed; MARQUE_LIBRARY may name the file")
    library = ctypes.CDLL(path)
    library.marque_abi_version.restype = c_uint32
    if library.marque_abi_version() != ABI_VERSION:
        raise ImportError(f"{path} has ABI {library.marque_abi_version()}, this package needs {ABI_VERSION}")
    library.marque_version.restype = c_char_p
    library.marque_error_message.restype = c_char_p
    library.marque_error_message.argtypes = (c_void_p, _Length)
    library.marque_error_free.argtypes = (c_void_p,)
    library.marque_text_free.argtypes = (c_void_p,)
    library.marque_register_free.argtypes = (c_void_p,)
    library.marque_register_size.argtypes = (c_void_p,)
    library.marque_register_size.restype = c_size_t
    for name, (parameters, gives) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.argtypes = (*parameters, *((_Text, _Length) if gives else ()), _Error)
        function.restype = c_int
    return library


library = _load()


def call(name: str, *arguments: Any) -> None:
    """Calls a function that gives no text; raises MarqueError."""
    error = c_void_p()
    status = getattr(library, name)(*arguments, byref(error))
    if status == 0:
        return
    message = library.marque_error_message(error, None).decode("utf-8", "replace")
    library.marque_error_free(error)
    raise error_of(status, message)


def call_for_text(name: str, *arguments: Any) -> str:
    """Calls a function that gives text; raises MarqueError."""
    text, length = c_void_p(), c_size_t()
    call(name, *arguments, byref(text), byref(length))
    try:
        return ctypes.string_at(text, length.value).decode("utf-8")
    finally:
        library.marque_text_free(text)


def utf8(text: str) -> Tuple[bytes, int]:
    """Text as pointer and length. A lone surrogate goes on as bytes that the library refuses."""
    encoded = text.encode("utf-8", "surrogatepass")
    return encoded, len(encoded)

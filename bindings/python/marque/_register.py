"""A register in memory."""

import json
from ctypes import byref, c_void_p
from types import TracebackType
from typing import Any, Dict, Mapping, Optional, Type, Union

from ._errors import ErrorCode, error_of
from ._library import call, call_for_text, library, utf8

_LANGUAGES = {"zh": 0, "en": 1}


class Register:
    """Rights in memory, searched through an index. Several threads may find and check at once; what changes a register needs
    it alone."""

    def __init__(self) -> None:
        self._handle: Optional[c_void_p] = None
        handle = c_void_p()
        call("marque_register_open_memory", byref(handle))
        self._handle = handle

    def close(self) -> None:
        """Frees the register; a second time does nothing."""
        if self._handle is not None:
            library.marque_register_free(self._handle)
            self._handle = None

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def _opened(self) -> c_void_p:
        if self._handle is None:
            raise error_of(ErrorCode.INVALID_ARGUMENT, "the register is closed (invalid_argument)")
        return self._handle

    def __len__(self) -> int:
        return library.marque_register_size(self._handle)

    def add(self, records: Union[bytes, str], name: str = "") -> Dict[str, Any]:
        """Adds records from JSON Lines or CSV; the summary names those that were not added, and why."""
        encoded = records.encode("utf-8") if isinstance(records, str) else records
        return json.loads(call_for_text("marque_register_add", self._opened(), encoded, len(encoded), *utf8(name)))

    def add_picture(self, path: str, picture: bytes) -> None:
        """Gives the picture that records name by `path` in their `image`."""
        call("marque_register_add_picture", self._opened(), *utf8(path), picture, len(picture))

    def find(self, number: str) -> Dict[str, Any]:
        """The record with a number, in any spelling; a KeyError where there is none."""
        return json.loads(call_for_text("marque_register_find", self._opened(), *utf8(number)))

    def build_index(self) -> None:
        """Must be called after the last change and before check()."""
        call("marque_register_build_index", self._opened())

    def check(self, application: Mapping[str, Any], language: str = "zh") -> Dict[str, Any]:
        """The clearance check; the members of an application stand in marque.h. `language` is `zh` or `en`."""
        asked = utf8(json.dumps(application, ensure_ascii=False))
        if language not in _LANGUAGES:
            raise ValueError(f"no such language: {language!r}")
        return json.loads(call_for_text("marque_register_check", self._opened(), *asked, _LANGUAGES[language]))

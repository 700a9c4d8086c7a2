"""Failures, by the code the library gives."""

from enum import IntEnum


class ErrorCode(IntEnum):
    """marque_status, without OK."""

    INVALID_ARGUMENT = 1
    INVALID_TEXT = 2
    INVALID_IDENTIFIER = 3
    INVALID_DATE = 4
    INVALID_CLASS = 5
    MISSING_FIELD = 6
    MALFORMED = 7
    LIMIT_EXCEEDED = 8
    UNSUPPORTED = 9
    DUPLICATE = 10
    NOT_FOUND = 11
    UNLAWFUL = 12
    CORRUPT = 13
    STORAGE = 14
    STORAGE_FULL = 15
    BUSY = 16
    NEWER_VERSION = 17
    CANCELLED = 18
    NO_FINGERPRINT = 19
    OUT_OF_MEMORY = 20
    INTERNAL = 21


class MarqueError(Exception):
    """A call that failed; it changed nothing.

    Also a KeyError where nothing was found, a MemoryError without memory, an OSError where the disk refused, and a
    ValueError where the input is at fault, so that callers may catch what they know.
    """

    code: ErrorCode

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class _NotFound(MarqueError, KeyError):
    pass


class _NoMemory(MarqueError, MemoryError):
    pass


class _Storage(MarqueError, OSError):
    pass


class _BadValue(MarqueError, ValueError):
    pass


_KINDS = {
    ErrorCode.NOT_FOUND: _NotFound,
    ErrorCode.OUT_OF_MEMORY: _NoMemory,
    ErrorCode.STORAGE: _Storage,
    ErrorCode.STORAGE_FULL: _Storage,
    ErrorCode.BUSY: _Storage,
    ErrorCode.CANCELLED: MarqueError,
    ErrorCode.INTERNAL: MarqueError,
}


def error_of(status: int, message: str) -> MarqueError:
    """The exception for a status; codes of a later library are INTERNAL."""
    try:
        code = ErrorCode(status)
    except ValueError:
        code = ErrorCode.INTERNAL
    return _KINDS.get(code, _BadValue)(code, message)

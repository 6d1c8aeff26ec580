"""Seals a key to this machine where the system can (Windows DPAPI); elsewhere file rights protect it."""

import sys
from typing import Any

_MACHINE = 0x4  # CRYPTPROTECT_LOCAL_MACHINE


def seal(key: bytes) -> bytes:
    """The bytes to keep on disk."""
    return _dpapi("CryptProtectData", key) if sys.platform == "win32" else key.hex().encode()


def unseal(kept: bytes) -> bytes:
    """The key behind :func:`seal`'s bytes.

    Raises:
        OSError: Windows refuses, e.g. the file came from another PC.
        ValueError: the file holds no key.
    """
    if sys.platform == "win32":
        return _dpapi("CryptUnprotectData", kept)
    return bytes.fromhex(kept.decode("ascii"))


def _dpapi(call: str, data: bytes) -> bytes:
    """One DPAPI call with the machine as the owner."""
    import ctypes
    from ctypes import wintypes

    class Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    libraries: Any = getattr(ctypes, "windll")  # noqa: B009 - absent elsewhere
    given = Blob(len(data), ctypes.create_string_buffer(data, len(data)))
    made = Blob()
    if not getattr(libraries.crypt32, call)(
        ctypes.byref(given), None, None, None, None, _MACHINE, ctypes.byref(made)
    ):
        raise OSError(f"{call} failed")
    try:
        return ctypes.string_at(made.data, made.size)
    finally:
        libraries.kernel32.LocalFree(made.data)

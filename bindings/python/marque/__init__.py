"""Trademarks, Madrid registrations and geographical indications, and what conflicts with them.

A thin wrapper over the C library marque_c: what a function means and which members its JSON has stands in marque.h.

    with marque.Register() as register:
        register.add(records)
        register.build_index()
        report = register.check({"mark": "海门山羊", "classes": [31], "as_of": "2026-11-22"})
"""

from ._errors import ErrorCode, MarqueError
from ._register import Register
from ._names import Comparison, Verdict, canonical_number, check_uscc, compare, normalize, notices, version

__all__ = [
    "Comparison",
    "ErrorCode",
    "MarqueError",
    "Register",
    "Verdict",
    "canonical_number",
    "check_uscc",
    "compare",
    "normalize",
    "notices",
    "version",
]

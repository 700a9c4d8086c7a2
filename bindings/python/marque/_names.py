"""Names and numbers."""

import json
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Dict, List

from ._library import Scores, call, call_for_text, library, utf8


class Verdict(IntEnum):
    """Whether two signs are alike under the examination guide: guidance, never a legal finding."""

    NOT_SIMILAR = 0
    SIMILAR = 1
    IDENTICAL = 2


@dataclass(frozen=True)
class Comparison:
    """How close two names are, each score in [0,1], and why."""

    overall: float
    appearance: float
    sound: float
    meaning: float
    verdict: Verdict
    evidence: List[Dict[str, Any]]


def version() -> str:
    """`major.minor.patch` of the library."""
    return library.marque_version().decode("ascii")


def notices() -> str:
    """The notices of everything a shipped table is derived from."""
    return call_for_text("marque_notices")


def normalize(name: str) -> Dict[str, Any]:
    """Every view of a name."""
    return json.loads(call_for_text("marque_normalize", *utf8(name)))


def compare(a: str, b: str) -> Comparison:
    """How close two names are; symmetric."""
    scores = Scores()
    evidence = json.loads(call_for_text("marque_compare", *utf8(a), *utf8(b), scores))
    return Comparison(
        scores.overall, scores.appearance, scores.sound, scores.meaning, Verdict(scores.verdict), evidence
    )


def canonical_number(number: str) -> str:
    """Any spelling of a record's number in the form it is found by."""
    return call_for_text("marque_canonical_number", *utf8(number))


def check_uscc(uscc: str) -> None:
    """Raises MarqueError unless the text is a Unified Social Credit Code."""
    call("marque_check_uscc", *utf8(uscc))

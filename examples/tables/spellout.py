"""Spells numbers out by the rules of CLDR (rule-based number formats, UTS #35), as far as words of numbers need."""

import os
import re
import xml.etree.ElementTree

PIECE = re.compile(r"\[(?P<rest>[^]]*)\]|←(?P<head>[^←]*)←|→(?P<tail>[^→]*)→|=(?P<same>[^=]*)=")


class Spellout:
    def __init__(self, cldr, language):
        root = xml.etree.ElementTree.parse(os.path.join(cldr, "rbnf", language + ".xml")).getroot()
        self.rules = {}
        for ruleset in root.iter("ruleset"):
            rules = [(int(rule.get("value")), int(rule.get("radix", "10")), rule.text.rstrip(";").lstrip("'"))
                     for rule in ruleset if rule.get("value").isdigit()]
            self.rules[ruleset.get("type")] = sorted(rules)

    def rulesets(self, beginning):
        """Those that the language has: of genders, for instance."""
        return sorted(name for name in self.rules if name.startswith(beginning))

    def spell(self, number, ruleset):
        """In small letters with soft hyphens left out; a form in figures (#,##0) is empty."""
        value, radix, text = [rule for rule in self.rules[ruleset] if rule[0] <= number][-1]
        divisor = 1
        while divisor * radix <= value:
            divisor *= radix

        def of(number, name):
            return "" if name.startswith(("#", "0")) else self.spell(number, name.lstrip("%") or ruleset)

        def filled(match):
            if match["rest"] is not None:
                return "" if number % divisor == 0 else PIECE.sub(filled, match["rest"])
            if match["head"] is not None:
                return of(number // divisor, match["head"])
            return of(number % divisor, match["tail"]) if match["tail"] is not None else of(number, match["same"])

        return PIECE.sub(filled, text).replace("\u00ad", "")

"""The cases of bindings/conformance, through Python."""

import json
import pathlib
import unittest

import marque

CASES = json.loads(
    (pathlib.Path(__file__).parents[2] / "conformance" / "cases.json").read_text(encoding="utf-8")
)


class Conformance(unittest.TestCase):
    def test_every_case_is_answered_as_it_is_written_down(self):
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in CASES["records"])
        with marque.Register() as register:
            self.assertEqual(register.add(lines)["inserted"], len(CASES["records"]))
            register.build_index()
            for case in CASES["cases"]:
                with self.subTest(case["name"]):
                    self.compare(register.check(case["application"]), case["expect"])

    def compare(self, report, expected):
        findings = report["findings"]
        of_records = [f for f in findings if f["entry"]]
        grounds = {ground["code"] for finding in findings for ground in finding["grounds"]}
        if "numbers" in expected:
            self.assertEqual({f["entry"]["number"] for f in of_records}, set(expected["numbers"]))
        if "risk" in expected:
            self.assertEqual(findings[0]["risk"] if findings else "none", expected["risk"])
        self.assertLessEqual(set(expected.get("grounds", [])), grounds)
        self.assertFalse(set(expected.get("no_grounds", [])) & grounds)
        verdicts = {f["entry"]["number"]: f["verdict"] for f in of_records}
        for number, verdict in expected.get("verdicts", {}).items():
            self.assertEqual(verdicts[number], verdict)


if __name__ == "__main__":
    unittest.main()

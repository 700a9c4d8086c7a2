"""The wrapper: types, ownership, exceptions. What the answers are is the business of conformance_test.py."""

import unittest

import marque

RECORD = (
    '{"kind":"trademark","number":"90000001","mark":"澜岚玖","owner":"示例一号","classes":[31],'
    '"status":"registered","filed":"2019-03-04","registered":"2020-05-14"}\n'
)


class Names(unittest.TestCase):
    def test_the_library_says_its_version_and_notices(self):
        self.assertRegex(marque.version(), r"^\d+\.\d+\.\d+$")
        self.assertIsInstance(marque.notices(), str)

    def test_normalize_gives_every_view(self):
        views = marque.normalize("海門 山羊")
        self.assertEqual(views["original"], "海門 山羊")
        self.assertEqual(views["skeleton"], "海门山羊")

    def test_a_name_is_identical_with_itself(self):
        same = marque.compare("海门", "海門")
        self.assertEqual((same.overall, same.verdict), (1.0, marque.Verdict.IDENTICAL))
        self.assertIsInstance(same.evidence, list)

    def test_numbers_are_checked(self):
        self.assertEqual(marque.canonical_number("第12345678号"), "12345678")
        marque.check_uscc("91320614MA1DEM001A")
        with self.assertRaises(marque.MarqueError) as caught:
            marque.check_uscc("91320614MA1DEM0011")
        self.assertEqual(caught.exception.code, marque.ErrorCode.INVALID_IDENTIFIER)

    def test_bad_text_is_a_value_error_with_a_code(self):
        with self.assertRaises(ValueError) as caught:
            marque.normalize("\ud800")
        self.assertEqual(caught.exception.code, marque.ErrorCode.INVALID_TEXT)
        self.assertIn("invalid_text", str(caught.exception))


class Registers(unittest.TestCase):
    def test_records_are_added_and_found(self):
        with marque.Register() as register:
            summary = register.add(RECORD + RECORD + "nonsense\n", "records.jsonl")
            self.assertEqual((summary["read"], summary["inserted"], len(register)), (3, 1, 1))
            self.assertEqual([q["row"] for q in summary["quarantined"]], [2, 3])
            self.assertEqual(register.find("第90000001号")["mark"], "澜岚玖")

    def test_a_missing_record_is_a_key_error(self):
        with marque.Register() as register, self.assertRaises(KeyError) as caught:
            register.find("1")
        self.assertEqual(caught.exception.code, marque.ErrorCode.NOT_FOUND)

    def test_a_check_needs_an_index_of_the_present_records(self):
        asked = {"mark": "澜岚玖", "classes": [31], "as_of": "2026-11-22"}
        with marque.Register() as register:
            register.add(RECORD)
            with self.assertRaises(marque.MarqueError):
                register.check(asked)
            register.build_index()
            self.assertIn("findings", register.check(asked, "en"))

    def test_a_closed_register_raises(self):
        register = marque.Register()
        register.close()
        register.close()
        self.assertEqual(len(register), 0)
        with self.assertRaisesRegex(marque.MarqueError, "the register is closed") as raised:
            register.find("1")
        self.assertIsInstance(raised.exception, ValueError)


if __name__ == "__main__":
    unittest.main()

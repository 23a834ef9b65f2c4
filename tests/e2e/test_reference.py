# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole folders through the real program, against the independent counters of tests/reference.

With GEMMARY_REFERENCE_FOLDER set, that folder is compared as well: any tree of real files, such as /usr/share/doc.
"""
import argparse
import codecs
import collections
import os
import sys
import unicodedata
import unittest
from pathlib import Path

from support import CliTest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "reference"))
import reference  # noqa: E402

MARKS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
OPTIONS = argparse.Namespace(words="terms", segment_chinese=False)

TEXTS = {
    "english.txt": "It's a well-known fact: the quick, brown fox paid $3.14 for 1,000 apples in the U.S. yesterday.\n",
    "español.txt": "¿Dónde está el niño? ¡En la montaña! Ñandúes, pingüinos y 3,5 kilos de «azúcar».\n",
    "русский.txt": "Съешь ещё этих мягких французских булок, да выпей же чаю.\nЁлка и ёлка.\n",
    "中文.txt": "我们今天去图书馆看书。明天天气很好！\n",
    "日本語.txt": "今日は図書館でコーヒーを飲みながら本を読みました。\n",
    "ไทย.txt": "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอน\n",
    "emoji.txt": "One 👩‍👩‍👧‍👦 family, two 🇪🇸 flags & a 🎉party🎉!\n",
    "nfd.txt": unicodedata.normalize("NFD", "Café crème brûlée à Ångström, señor Muñoz\n"),
    "crlf.txt": "first line\r\nsecond line\r\n\r\n   \r\nlast line",
    "lone-cr.txt": "one\rtwo\rthree\n",
    "spaces.txt": "a\u00a0b\u2003c\u3000d\u2028e\u0085f\u1680g\u200bh\n",
    "digits.txt": "3.14 1,000 10. ,5 1.2.3 0xFF ½ ² ٣ ४\n",
    "joiners.txt": "rock'n'roll O’Neill -dash- a--b e-mail' 'quoted' well\u2010known so\u00adft\n",
    "blank.txt": " \n\t\n",
}


class ReferenceTest(CliTest):
    def text_of(self, content, encoding):
        for mark, name in MARKS:
            if content.startswith(mark):
                return content[len(mark):].decode(name, "replace")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            return content.decode(encoding, "replace")

    def compare(self, folder):
        results = self.cli_json("run", folder, "--duplicates", "count", "--summarizer", "none", expect=None, timeout=900)
        totals = collections.Counter()
        table = collections.Counter()
        for document in results["documents"]:
            if document["state"] != "done":
                continue
            content = (Path(folder) / document["name"]).read_bytes()
            text = self.text_of(content, document["encoding"])
            counted = reference.analyse(text, OPTIONS)
            for key in ("words", "lines", "characters", "sentences"):
                self.assertEqual(document[key], counted[key], (document["name"], key, document["encoding"]))
                totals[key] += counted[key]
            table.update(counted["table"])
        for key, count in totals.items():
            self.assertEqual(results[f"total_{key}"], count, key)
        self.assertEqual(self.words(), dict(table))
        top = sorted(table.items(), key=lambda entry: (-entry[1], entry[0].encode()))[:5]
        self.assertEqual(results["most_frequent_words"], [word for word, _ in top])
        return len(results["documents"])

    def test_every_script_and_encoding_counts_as_the_reference_does(self):
        for name, text in TEXTS.items():
            self.write(name, text)
            self.write(f"twice/{name}", text * 3)
        for encoding in ("utf-16", "utf-32", "utf-8-sig"):
            self.write(f"{encoding}.txt", TEXTS["español.txt"].encode(encoding))
        self.write("latin1.txt", TEXTS["español.txt"].replace("«", "").replace("»", "").encode("windows-1252"))
        self.write("invalid.txt", b"some good words \xff\xfe\xc3 and some \xe2\x82 bad bytes, all of them counted\n" * 4)
        self.compare(self.folder)

    @unittest.skipUnless("GEMMARY_REFERENCE_FOLDER" in os.environ, "GEMMARY_REFERENCE_FOLDER names no folder")
    def test_real_tree_counts_as_the_reference_does(self):
        found = self.compare(os.environ["GEMMARY_REFERENCE_FOLDER"])
        print(f"{found} entries compared", file=sys.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=1)

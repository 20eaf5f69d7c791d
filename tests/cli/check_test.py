"""corridor check: every problem, where it is, and what the status says."""
import os
import shutil
import subprocess
import sys
import unittest

import harness
from harness import TWO_PORTS

BROKEN = TWO_PORTS.replace("mode: ferry", "mode: fery").replace(
    "to: alat, mode", "to: alatt, mode").replace("468 km", "468")


# The way of TWO_PORTS cuts across the Absheron peninsula; this one goes round.
AROUND = TWO_PORTS.replace("[50.9, 42.5], [50.4, 40.6]",
                           "[50.75, 40.4], [50.1, 39.9]").replace(
    "468 km", "500 km")


class Check(harness.Case):
    def test_provenance(self):
        path = self.write("two.yaml", AROUND.replace(
            "22 h,", "{value: 22 h, source: memory},"))
        counted = self.document("check", path)["provenance"]
        self.assertEqual(counted, {
            "values": 2, "sourced": 1,
            "grades": {"A": 0, "B": 1, "C": 0, "D": 0, "ungraded": 0},
            "shared": 0, "derived": 0, "remembered": 1, "assumed": 0,
            "unsourced": 0, "links": 1, "lengths_unstated": 0})
        self.assertEqual(
            self.expect(0, "check", path).out.splitlines()[-2],
            "2 values: 1 sourced (B 1), 1 remembered; 0 of 1 links state no "
            "length")

    def test_provenance_agrees_with_the_lint_of_tables(self):
        """Without rivals, of which one value is chosen."""
        folder = self.folder / "network"
        shutil.copytree(harness.SOURCE_ROOT / "scenarios/network", folder)
        (folder / "rival.csv").unlink()
        counted = self.document("check", str(folder))["provenance"]
        lint = subprocess.run(
            [sys.executable, harness.SOURCE_ROOT / "tools/check_scenarios.py",
             folder], capture_output=True, text=True)
        line, = [line for line in lint.stdout.splitlines()
                 if "; values: " in line]
        for part in line.split("; values: ")[1].split(", "):
            n, kind = part.split()
            self.assertEqual(counted[kind], int(n), kind)
            counted["values"] -= int(n)
        self.assertEqual(counted["values"], 0)

    def test_good(self):
        path = self.write("two.yaml", AROUND)
        answer = self.expect(0, "check", path)
        self.assertIn("0 errors, 0 warnings", answer.out.splitlines()[-1])
        self.assertIn("corridor run", answer.out.splitlines()[-1])
        self.assertEqual(answer.err, "")

    def test_a_ferry_over_land(self):
        path = self.write("two.yaml", TWO_PORTS)
        answer = self.expect(0, "check", path)
        self.assertIn(f"{path}:8:91: warning: the ferry link 'aktau-alat' "
                      "runs over land", answer.out)
        self.assertIn("0 errors, 1 warning", answer.out.splitlines()[-1])

    def test_every_error_with_line_caret_and_suggestion(self):
        path = self.write("broken.yaml", BROKEN)
        answer = self.expect(1, "check", path)
        self.assertEqual(answer.err, "")
        lines = answer.out.splitlines()
        self.assertIn("3 errors", lines[-1])
        found = {word: i for i, line in enumerate(lines)
                 for word in ("alatt", "fery", "468")
                 if line.startswith(f"{path}:8:") and word in line}
        self.assertEqual(len(found), 3, answer.out)
        source = BROKEN.splitlines()[7]
        for word, i in found.items():
            place, severity, _ = lines[i][len(path):].split(": ", 2)
            self.assertEqual(severity, "error")
            column = int(place.split(":")[2])
            self.assertTrue(source[column - 1:].startswith(word), lines[i])
            quoted, caret = lines[i + 1], lines[i + 2]
            self.assertEqual(caret.strip(), "^")
            self.assertTrue(quoted[caret.index("^"):].startswith(word))
        self.assertIn("did you mean 'ferry'?", answer.out)
        self.assertIn("did you mean 'alat'?", answer.out)

    def test_json(self):
        path = self.write("broken.yaml", BROKEN)
        answer = self.document("check", path, status=1)
        self.assertEqual(list(answer), ["schema", "errors", "warnings",
                                        "rivals", "diagnostics", "provenance"])
        self.assertIsNone(answer["provenance"])
        self.assertEqual(answer["schema"], "corridor/check/1")
        self.assertEqual((answer["errors"], answer["warnings"]), (3, 0))
        self.assertEqual(len(answer["diagnostics"]), 3)
        for item in answer["diagnostics"]:
            self.assertEqual(list(item), ["file", "line", "column", "severity",
                                          "code", "message", "suggestion"])
            self.assertEqual((item["file"], item["line"], item["severity"]),
                             (path, 8, "error"))
            self.assertIsInstance(item["column"], int)

    def test_warnings_alone_are_no_failure(self):
        path = self.write("warn.yaml",
                          AROUND.replace("500 km", "100 km"))
        answer = self.expect(0, "check", path)
        self.assertIn("warning:", answer.out)
        self.assertIn("0 errors, 1 warning", answer.out.splitlines()[-1])
        self.assertIn("1 warning", self.expect(0, "run", path).err)
        self.assertEqual(self.expect(0, "run", path, "-q").err, "")
        self.assertIn("warning:", self.expect(0, "run", path, "-v").err)

    def test_what_cannot_be_read(self):
        for name, text in (("utf8", b"corridor: 1\ntitle: \xff\n"),
                           ("yaml", b"corridor: [1\n"),
                           ("nul", b"corridor: 1\n\x00")):
            path = self.write(f"{name}.yaml", text)
            message = self.refuse(3, "check", path)
            self.assertRegex(message, r"(?m)^\S+\.yaml:\d+:\d+: error: ")

    def test_files_that_are_none(self):
        self.refuse(4, "check", str(self.folder / "missing.yaml"))
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        self.refuse(4, "check", str(fifo))
        self.refuse(4, "check", "/dev/zero")

    def test_files_are_called_as_users_called_them(self):
        self.write("empty/note.txt", "")
        self.write("over.yaml", "corridor: 1\nextends: empty\n")
        messages = self.refuse(4, "check", "empty", cwd=self.folder)
        self.assertIn("cannot read empty/node.csv: ", messages)
        answer = self.expect(1, "check", "over.yaml", cwd=self.folder)
        self.assertIn("cannot read empty: it is a folder", answer.out)

    def test_more_than_can_be_shown(self):
        self.write("net/node.csv", "node_id,x_coord,y_coord\n1,10,50\n")
        self.write("net/link.csv", "link_id,from_node_id,to_node_id\n" +
                   "".join(f"{i},1,nowhere\n" for i in range(1200)))
        net = str(self.folder / "net")
        lines = self.expect(1, "check", net).out.splitlines()
        self.assertIn("1200 errors", lines[-1])
        self.assertRegex(lines[-2], r"\Aand \d+ more\Z")
        errors = self.refuse(3, "connectivity", net).splitlines()
        self.assertEqual(errors[-1], "and 200 more")

    def test_standard_input(self):
        self.expect(0, "check", "-", stdin=TWO_PORTS)
        answer = self.expect(1, "check", "-", stdin=BROKEN)
        self.assertIn("<stdin>:8:", answer.out)

    def test_others_tell_every_problem_and_write_nothing(self):
        path = self.write("broken.yaml", BROKEN)
        before = sorted(self.folder.iterdir())
        for words in (("run", path, "-o", str(self.folder / "out")),
                      ("route", path, "aktau", "alat"), ("compare", path),
                      ("connectivity", path),
                      ("map", path, "-o", str(self.folder / "a.svg"))):
            message = self.refuse(3, *words)
            self.assertEqual(message.count(f"{path}:8:"), 3, message)
            self.assertEqual(sorted(self.folder.iterdir()), before)


if __name__ == "__main__":
    unittest.main()

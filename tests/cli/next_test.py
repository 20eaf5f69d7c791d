"""The commands that answers end with, pasted into a shell as they stand."""
import os
import pathlib
import re
import subprocess

import harness

NAMES = ["plain.yaml", "two words.yaml", "it's $HOME.yaml", "-dash.yaml",
         "new\nline\x1b.yaml", "Тараз.yaml", "semi;colon&.yaml"]


class Next(harness.Case):
    def paste(self, answer):
        """Run what an answer names as the next command, in bash."""
        line = answer.out.splitlines()[-1]
        found = re.search(r"[Nn]ext: (corridor .*)", line)
        self.assertIsNotNone(found, line)
        done = subprocess.run(
            ["bash", "-c", found[1]], cwd=self.folder, check=False,
            capture_output=True, text=True,
            env={**os.environ, "PATH": os.pathsep.join([
                str(pathlib.Path(harness.PROGRAM).resolve().parent),
                os.environ["PATH"]])})
        self.assertEqual(done.returncode, 0, f"{found[1]}: {done.stderr}")

    def answers(self, *words):
        return self.expect(0, *words, cwd=self.folder)

    def test_files_of_any_name(self):
        for name in NAMES:
            self.write(name, harness.TWO_PORTS)
            self.paste(self.answers("check", "--", name))

    def test_every_command(self):
        name = NAMES[2]
        self.write(name, harness.TWO_PORTS)
        for words in (["run"], ["compare"], ["connectivity"]):
            self.paste(self.answers(*words, name))
        self.paste(self.answers("route", name, "aktau", "alat"))

    def test_places_of_any_name(self):
        self.write("net/node.csv", "node_id,x_coord,y_coord\n"
                   "a b,60,40\nit's,61,40\n")
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed\n"
                   "1,a b,it's,0\n")
        self.paste(self.answers("route", "net", "a b", "it's"))

    def test_origin_is_destination(self):
        self.write("s.yaml", harness.TWO_PORTS)
        self.paste(self.answers("route", "s.yaml", "aktau", "aktau"))

    def test_options_that_the_scenario_needs(self):
        self.write("base.yaml", harness.TWO_PORTS)
        self.write("a/b/over.yaml", "corridor: 1\nextends: ../../base.yaml\n")
        answer = self.answers("check", "a/b/over.yaml", "--root", ".",
                              "--as-of", "2027-01-01")
        self.assertIn("--as-of 2027-01-01", answer.out)
        self.paste(answer)

    def test_doctor_elsewhere(self):
        self.paste(self.answers("doctor"))


if __name__ == "__main__":
    harness.main()

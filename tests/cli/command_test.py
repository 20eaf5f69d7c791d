"""The command as a whole: help, options, streams, exit status."""
import os
import re
import resource
import shlex
import signal
import subprocess
import time
import unittest

import harness
from harness import TWO_PORTS, corridor


def commands():
    """The names of the commands, as help lists them."""
    text = corridor("--help").out
    listed = text.split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\S+)", listed, re.MULTILINE)


def options(command):
    """(letter, name, argument) of every option that a command's help lists."""
    text = corridor("help", command).out.split("\n\n", 2)[2]
    found = re.findall(r"^  (?:-(\w), |    )--([a-z-]+)(?: (\S+))?", text,
                       re.MULTILINE)
    return [(letter, name, argument) for letter, name, argument in found]


# Commands whose answer is no document.
TEXT_ONLY = {("completions", "json"), ("help", "json")}


def is_reading(pid):
    """Whether a process has its signals set and waits for input."""
    with open(f"/proc/{pid}/wchan", encoding="ascii") as file:
        return "pipe" in file.read()


class Help(harness.Case):
    def test_starts_with_examples(self):
        self.assertTrue(corridor("--help").out.startswith("Examples:\n"))
        for command in commands():
            for words in (("help", command), (command, "--help"),
                          (command, "-h"), (command, "a", "--help", "b")):
                answer = self.expect(0, *words)
                self.assertTrue(answer.out.startswith("Examples:\n  corridor"),
                                words)
                self.assertEqual(answer.err, "")

    def test_examples_use_options_that_exist(self):
        for command in commands():
            text = corridor("help", command).out.split("\n\n")[0]
            for line in text.replace("\\\n", " ").splitlines()[1:]:
                words = shlex.split(line.split(" > ")[0])[1:]
                if words != ["help"]:
                    self.expect(0, *words, "--help")

    def test_every_option_is_understood_as_help_says(self):
        for command in commands():
            listed = options(command)
            self.assertGreater(len(listed), 10)
            for letter, name, argument in listed:
                for word in [f"--{name}"] + [f"-{letter}"] * bool(letter):
                    if argument:
                        message = self.refuse(2, command, word)
                        self.assertIn(f"--{name} needs {argument}", message)
                    elif (command, name) in TEXT_ONLY:
                        self.refuse(2, command, word, "--help")
                    elif name != "version":
                        self.expect(0, command, word, "--help")

    def test_flags_take_no_value(self):
        self.refuse(2, "check", "--json=yes", "x")

    def test_version(self):
        for words in (("--version",), ("check", "--version")):
            self.assertRegex(self.expect(0, *words).out,
                             r"\Acorridor \d+\.\d+\.\d+\n\Z")

    def test_lines_fit_a_terminal(self):
        for command in commands():
            for line in corridor("help", command).out.splitlines():
                self.assertLessEqual(len(line), 80, line)
                self.assertEqual(line, line.rstrip())


class Documentation(harness.Case):
    def test_page_of_commands_is_what_the_tables_say(self):
        written = (harness.SOURCE_ROOT / "docs/commands.md").read_bytes()
        self.assertEqual(
            self.expect(0, "help", "--format", "markdown").bytes, written,
            "run: corridor help --format markdown -o docs/commands.md")

    def test_manual_names_every_option(self):
        page = self.expect(0, "help", "--format=man").out.replace("\\", "")
        for command in commands():
            self.assertIn(f"corridor {command}", page)
            for _, name, _ in options(command):
                self.assertIn(f"--{name}", page)


class Usage(harness.Case):
    def test_no_command(self):
        self.refuse(2)

    def test_unknown_command_offers_the_nearest(self):
        self.assertIn("'route'", self.refuse(2, "rout"))
        self.refuse(2, "xyzzy\x1b[31m")
        self.assertNotIn("\x1b", corridor("xyzzy\x1b[31m").err)

    def test_commands_of_later_versions(self):
        for name in ("explain", "resilience", "report",
                     "flow", "simulate", "verify"):
            message = self.refuse(2, name)
            self.assertIn("does not have", message)
            self.assertIn("connectivity", message)

    def test_unknown_option_offers_the_nearest(self):
        self.assertIn("--json", self.refuse(2, "check", "x", "--jsn"))
        self.assertIn("--avoid", self.refuse(2, "route", "--avodi", "x"))
        self.refuse(2, "check", "-Z", "x")

    def test_bad_values(self):
        for words in (("--seed", "-1"), ("--seed=1.5",), ("--threads", "0"),
                      ("--color", "blue"), ("--as-of", "2026-02-30"),
                      ("--format", "pdf")):
            self.refuse(2, "check", "x", *words)

    def test_arguments_are_counted(self):
        self.refuse(2, "check")
        self.refuse(2, "check", "a", "b")
        self.refuse(2, "route", "a", "b")

    def test_options_stand_anywhere(self):
        path = self.write("two.yaml", TWO_PORTS)
        first = self.expect(0, "check", "--json", path)
        for words in ((path, "--json"), ("--format=json", "--", path),
                      ("--format", "json", path), ("-q", path, "--json"),
                      ("-qv", "--json", path)):
            self.assertEqual(self.expect(0, "check", *words).bytes,
                             first.bytes)

    def test_a_file_that_looks_like_an_option(self):
        self.write("-x.yaml", TWO_PORTS)
        self.expect(0, "check", "--", "-x.yaml", cwd=self.folder)


class Streams(harness.Case):
    def setUp(self):
        super().setUp()
        self.scenario = self.write("two.yaml", TWO_PORTS)

    def test_full_device(self):
        for command in ("check", "run", "connectivity", "compare"):
            with open("/dev/full", "wb") as full:
                answer = corridor(command, self.scenario, stdout=full)
            self.assertEqual(answer.status, 4, command)
            self.assertIn("<stdout>", answer.err)
            self.refuse(4, command, self.scenario, "-o", "/dev/full/x")

    def test_closed_stdout(self):
        answer = corridor("check", self.scenario,
                          preexec_fn=lambda: os.close(1))
        self.assertEqual(answer.status, 4)

    def test_closed_stdout_is_not_taken_by_a_file(self):
        made = self.folder / "out.json"
        answer = corridor("check", self.scenario, "-o", str(made), "--json",
                          preexec_fn=lambda: os.close(1))
        self.assertEqual(answer.status, 0, answer.err)
        self.assertTrue(made.read_text().endswith("}\n"))

    def test_a_reader_that_has_seen_enough(self):
        read, write = os.pipe()
        os.close(read)
        answer = corridor("run", self.scenario, stdout=write)
        os.close(write)
        self.assertEqual((answer.status, answer.err), (4, ""))

    def test_closed_stdin(self):
        answer = corridor("check", "-", stdin=None,
                          preexec_fn=lambda: os.close(0))
        self.assertEqual((answer.status, answer.out), (4, ""))

    def test_a_file_that_may_not_grow(self):
        made = self.folder / "out"
        answer = corridor(
            "run", self.scenario, "-o", str(made),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                  (600, 600)))
        self.assertEqual((answer.status, answer.out), (4, ""))
        self.assertIn("run.json", answer.err)
        self.assertEqual([p.name for p in made.iterdir()], ["crossing.csv"])

    def test_interrupted(self):
        with subprocess.Popen([harness.PROGRAM, "check", "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as waiting:
            waiting.stdin.write(b"corridor: 1\n")
            waiting.stdin.flush()
            until = time.monotonic() + 2
            while not is_reading(waiting.pid) and time.monotonic() < until:
                time.sleep(0.01)
            waiting.send_signal(signal.SIGINT)
            self.assertEqual(waiting.wait(timeout=10), 130)
            self.assertEqual(waiting.stdout.read(), b"")

    def test_output_goes_to_a_file_whole(self):
        made = self.folder / "answer.json"
        answer = self.expect(0, "check", self.scenario, "-o", str(made))
        self.assertEqual(answer.out, "")
        self.assertEqual(made.read_bytes(),
                         self.expect(0, "check", "--json",
                                     self.scenario).bytes)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["answer.json", "two.yaml"])

    def test_output_is_the_input(self):
        before = TWO_PORTS.encode()
        for command in ("check", "connectivity", "compare"):
            self.refuse(2, command, self.scenario, "-o", self.scenario)
        with open(self.scenario, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_output_is_what_the_input_extends(self):
        base = self.write("base.yaml", harness.TWO_PORTS)
        over = self.write("over.yaml", "corridor: 1\nextends: base.yaml\n")
        for words in (["check", over], ["route", over, "aktau", "alat"]):
            messages = self.refuse(2, *words, "--format", "json", "-o", base)
            self.assertIn("is also the input", messages)
        self.assertEqual(open(base, encoding="utf-8").read(),
                         harness.TWO_PORTS)

    def test_a_file_of_a_run_is_the_input(self):
        path = self.write("out/run.json", harness.TWO_PORTS)
        messages = self.refuse(2, "run", path, "-o", str(self.folder / "out"))
        self.assertIn("is also the input", messages)
        self.assertEqual([p.name for p in (self.folder / "out").iterdir()],
                         ["run.json"])

    def test_output_without_a_folder(self):
        self.refuse(4, "check", self.scenario, "-o",
                    str(self.folder / "no" / "x"))

    def test_names_are_escaped(self):
        name = os.fsencode(str(self.folder)) + b"/a\nb\x1b[31m\xff.yaml"
        for command in (b"check", b"run"):
            answer = corridor(command, name)
            self.assertEqual(answer.status, 4)
            self.assertIn("a\\x0Ab\\x1B[31m\\xFF.yaml", answer.err)
        with open(name, "wb") as file:
            file.write(TWO_PORTS.encode())
        answer = self.expect(0, b"check", name)
        self.assertIn("a\\x0Ab\\x1B[31m\\xFF.yaml", answer.out)
        self.expect(0, b"check", name, b"--json").json

    def test_color_is_asked_for(self):
        bad = self.write("bad.yaml", TWO_PORTS.replace("ferry,", "fery,"))
        self.assertNotIn("\x1b", corridor("check", bad).out)
        colored = corridor("check", bad, "--color", "always").out
        self.assertIn("\x1b", colored)
        self.assertNotIn("\x1b", corridor("check", bad, "--color=never").out)


class Determinism(harness.Case):
    def test_same_bytes_whatever_the_surroundings(self):
        self.write("two.yaml", TWO_PORTS)
        other = self.folder / "elsewhere"
        other.mkdir()
        for words in (("run",), ("run", "--json"), ("connectivity", "--json"),
                      ("compare",)):
            def ask(cwd, path, **environment):
                return self.expect(0, *words, path, cwd=cwd,
                                   environment=environment).bytes
            first = ask(self.folder, "two.yaml")
            self.assertEqual(first, ask(self.folder, "two.yaml",
                                        LC_ALL="de_DE.UTF-8", LANG="de_DE"))
            self.assertEqual(first, ask(self.folder, "two.yaml", LC_ALL="C",
                                        TZ="Asia/Almaty", HOME="/"))
            moved = ask(other, "../two.yaml")
            self.assertEqual(first, moved.replace(b"../two.yaml", b"two.yaml"))

    def test_threads_and_seed_change_nothing(self):
        path = self.write("two.yaml", TWO_PORTS)
        first = self.expect(0, "run", path, "--json").bytes
        for threads in "1247":
            self.assertEqual(first, self.expect(
                0, "run", path, "--json", "--threads", threads).bytes)


class Completions(harness.Case):
    def test_shells_accept_them(self):
        script = self.expect(0, "completions", "bash").out
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)
        for command in commands():
            for _, name, _ in options(command):
                self.assertIn(f"--{name}", script)

    def test_bash_completes(self):
        script = self.expect(0, "completions", "bash").out
        ask = (script + "COMP_WORDS=(corridor route --mo); COMP_CWORD=2\n"
               "_corridor; echo \"${COMPREPLY[@]}\"\n")
        done = subprocess.run(["bash", "-c", ask], check=True,
                              capture_output=True)
        self.assertEqual(done.stdout, b"--modes\n")

    def test_unknown_shell(self):
        self.refuse(2, "completions", "tcsh")


if __name__ == "__main__":
    unittest.main()

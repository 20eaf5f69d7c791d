"""The tutorial: every file and command of it, and what it promises."""
import os
import pathlib
import re
import shlex
import subprocess
import unittest

import harness

TUTORIAL = harness.SOURCE_ROOT / "docs/tutorial.md"
LEFT_OUT = "…"


def steps(text):
    """The blocks: (file, whether it goes on, lines) or ("$", None, lines)."""
    before = ""
    lines = iter(text.splitlines())
    for line in lines:
        fence = re.fullmatch(r"```(\w+)", line)
        if fence is None:
            before = line or before
            continue
        block = []
        for inner in lines:
            if inner == "```":
                break
            block.append(inner)
        name = re.fullmatch(r"(More of )?`([\w.-]+)`", before)
        if fence[1] == "console":
            yield "$", None, block
        elif name is not None:
            yield name[2], name[1] is not None, block
        else:
            raise ValueError(f"a block that no test understands: {block[0]}")


def commands(block):
    """Pairs of a command and the lines that it promises."""
    made = []
    for line in block:
        if line.startswith("$ "):
            made.append((line[2:], []))
        else:
            made[-1][1].append(line)
    return made


def words(lines):
    """Lines without what only lines up their columns."""
    return [" ".join(line.split()) for line in lines]


def parts(promised):
    """The stretches of lines between those left out."""
    made = [[]]
    for line in promised:
        if line == LEFT_OUT:
            made.append([])
        else:
            made[-1].append(line)
    return made


def holds(promised, lines):
    """Whether promised lines stand in an answer, LEFT_OUT being any lines."""
    first, *rest = parts(promised)
    if not rest:
        return lines == first
    if lines[:len(first)] != first:
        return False
    at, last = len(first), rest.pop()
    for part in rest:
        while at <= len(lines) and lines[at:at + len(part)] != part:
            at += 1
        at += len(part)
    end = len(lines) - len(last)
    return end >= at and lines[end:] == last


class Tutorial(harness.Case):
    def run_command(self, command, promised):
        path = f"{pathlib.Path(harness.PROGRAM).parent}:{os.environ['PATH']}"
        done = subprocess.run(
            shlex.split(command), cwd=self.folder, check=False, timeout=120,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "PATH": path})
        self.assertTrue(holds(words(promised), words(done.stdout.splitlines())),
                        f"{command}\n{done.stdout}{done.stderr}\nis not\n"
                        + "\n".join(promised))

    def test_every_step(self):
        n_command = 0
        for name, goes_on, block in steps(TUTORIAL.read_text("utf-8")):
            if name != "$":
                with open(self.folder / name, "a" if goes_on else "x",
                          encoding="utf-8") as file:
                    file.write("\n".join(block) + "\n")
                continue
            for command, promised in commands(block):
                self.run_command(command, promised)
                n_command += 1
        self.assertGreaterEqual(n_command, 8)
        self.assertEqual((self.folder / "valley.png").read_bytes()[:4],
                         b"\x89PNG")

    def test_what_the_readme_shows(self):
        """It is run in the source tree, by the path of a first build."""
        text = (harness.SOURCE_ROOT / "README.md").read_text("utf-8")
        blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
        self.assertTrue(blocks)
        os.symlink(harness.SOURCE_ROOT / "scenarios", self.folder / "scenarios")
        for command, promised in commands(blocks[0].splitlines()):
            self.run_command(command.replace("build/cli/", ""), promised)

    def test_promises_can_be_broken(self):
        self.assertTrue(holds(["a", LEFT_OUT, "c"], ["a", "b", "b", "c"]))
        self.assertTrue(holds([LEFT_OUT, "c"], ["c"]))
        self.assertFalse(holds(["a", "c"], ["a", "b", "c"]))
        self.assertFalse(holds(["a", LEFT_OUT, "d"], ["a", "b", "c"]))
        self.assertFalse(holds([], ["a"]))


if __name__ == "__main__":
    unittest.main()

"""Runs the command as users do, and looks at all that it says.

The environment names the program (CORRIDOR) and the source tree (SOURCE_ROOT).
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CORRIDOR"]
SOURCE_ROOT = pathlib.Path(os.environ["SOURCE_ROOT"])

TWO_PORTS = """\
corridor: 1
title: Two ports and a ferry
as_of: 2026-11-01
places:
  aktau: {name: Aktau, lon: 51.15, lat: 43.60, country: KZ, kind: port}
  alat:  {name: Alat,  lon: 49.41, lat: 39.96, country: AZ, kind: port}
links:
  - {id: aktau-alat, from: aktau, to: alat, mode: ferry, length: 468 km, \
time: 22 h, via: [[50.9, 42.5], [50.4, 40.6]], source: port-2025}
sources:
  port-2025: {title: Port timetable, url: https://example.org, year: 2025, \
grade: B}
corridors:
  crossing: {title: The crossing, from: aktau, to: alat}
"""

# Rail on two gauges, a ferry beyond, and a road around them: every kind of leg.
CHAIN = """\
corridor: 1
title: A chain of every kind of leg
places:
  a: {name: Alpha, lon: 60, lat: 40, country: CN}
  b: {name: Beta, lon: 61, lat: 40, country: KZ, kind: border}
  c: {name: Gamma, lon: 62, lat: 40, country: KZ, kind: port}
  d: {name: Delta, lon: 63, lat: 40, country: AZ, kind: port}
links:
  - {id: a-b, from: a, to: b, mode: rail, gauge: 1435 mm, length: 100 km, \
time: 2 h, cost: 50 USD, source: s}
  - {id: b-c, from: b, to: c, mode: rail, gauge: 1520 mm, length: 90 km, \
time: 3 h, cost: 40 USD, source: s}
  - {id: c-d, from: c, to: d, mode: ferry, length: 120 km, time: 10 h, \
cost: 70 USD, source: s}
  - {id: a-c-road, from: a, to: c, mode: road, length: 200 km, time: 40 h, \
cost: 400 USD, source: s}
transfers:
  - {at: b, from: {mode: rail, gauge: 1435 mm}, to: {mode: rail, \
gauge: 1520 mm}, kind: break-of-gauge, time: 8 h, cost: 329 USD, source: s}
  - {at: c, from: {mode: rail}, to: {mode: ferry}, kind: port, time: 20 h, \
cost: 150 USD, both-ways: true, source: s}
  - {at: c, from: {mode: road}, to: {mode: ferry}, kind: port, time: 5 h, \
cost: 10 USD, source: s}
borders:
  - {at: b, into: KZ, mode: rail, time: 78 h, cost: 215 USD, source: s}
services:
  - {id: feeder, links: [c-d], headway: 36 h, vessels: 2, capacity: 225 TEU, \
source: s}
sources:
  s: {title: A table, year: 2024, grade: A}
corridors:
  by-rail: {title: By rail, from: a, to: d, modes: [rail, ferry]}
  by-road: {title: By road, from: a, to: d, modes: [road, ferry]}
"""


class Answer:
    """What a run of the command left behind."""

    def __init__(self, done):
        self.status = done.returncode
        self.bytes = done.stdout
        self.out = done.stdout.decode("utf-8", "surrogateescape")
        self.err = done.stderr.decode("utf-8", "strict")

    @property
    def json(self):
        return json.loads(self.bytes)


def corridor(*words, stdin="", cwd=None, environment=None, **more):
    """Run the command; `words` may be text or bytes."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    done = subprocess.run(
        [PROGRAM, *words], cwd=cwd, check=False, timeout=120,
        env={**os.environ, **(environment or {})},
        stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
        **({} if stdin is None else {"input": stdin}), **more)
    done.stdout = done.stdout or b""
    return Answer(done)


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        """Write a file into the folder; gives its path as text."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def expect(self, status, *words, **more):
        """Run, and hold the run against its exit status."""
        answer = corridor(*words, **more)
        self.assertEqual(answer.status, status,
                         f"{words}: {answer.out[-2000:]}{answer.err}")
        return answer

    def refuse(self, status, *words, **more):
        """Run what must fail without an answer; gives the messages."""
        answer = self.expect(status, *words, **more)
        self.assertEqual(answer.out, "")
        self.assertNotEqual(answer.err, "")
        return answer.err

    def document(self, *words, status=0, **more):
        """Run with --json; gives the document."""
        return self.expect(status, *words, "--json", **more).json


def main():
    unittest.main(verbosity=1)

"""The gallery: maps of the shipped scenarios, each by one command.

    gallery.py           draw maps/*.png, write docs/gallery.md and what the
                         test keeps of each map (tests/golden/gallery)
    gallery.py --texts   write only what the test keeps
    gallery.py --check   draw each map as a display list, hold it against what
                         is kept, and look for names that overlap

The environment names the program (CORRIDOR); without it build/cli/corridor is
run. PNGs get a palette where pngquant is installed, which makes them a third
of the size.
"""
import math
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("CORRIDOR", str(ROOT / "build/cli/corridor"))
KEPT = ROOT / "tests/golden/gallery"

TOUCH_MM = 0.1  # boxes of text may touch by this, in mm

# Name, what it is of, and the words after "corridor map".
MAPS = [
    ("trans-caspian", "The Trans-Caspian route and its alternatives",
     "scenarios/trans-caspian.yaml"),
    ("trans-caspian-criticality",
     "What stops it: each link of four corridors closed in turn",
     "scenarios/trans-caspian.yaml --show criticality"),
    ("cku-today", "From Kashgar to the west today",
     "scenarios/cku-today.yaml"),
    ("cku-railway", "The same by the new railway",
     "scenarios/cku-railway.yaml"),
    ("cku-difference", "What the railway changes",
     "scenarios/cku-today.yaml scenarios/cku-railway.yaml --show difference"),
    ("cku-dates", "One scenario at two dates, in one extent and scale",
     "scenarios/cku-railway.yaml --dates 2026-01-01,2031-01-01"),
    ("eurasia", "Corridors between China, South Asia and Europe",
     "scenarios/eurasia.yaml"),
    ("northern-and-trans-siberian",
     "The ways through Russia: by Kazakhstan, and by the Trans-Siberian",
     "scenarios/eurasia.yaml --corridors northern,trans-siberian "
     "--title 'From China and the Pacific to Duisburg through Russia'"),
    ("suez-and-cape", "What they are held against: the sea by Suez and by the "
     "Cape", "scenarios/eurasia.yaml --corridors suez,cape --title "
     "'Shanghai–Rotterdam by sea'"),
    ("xian-istanbul-routes", "Three routes of a pair that differ, with a key",
     "scenarios/trans-caspian.yaml --show routes --from xian --to istanbul "
     "-k 3 --title 'Three ways from Xi’an to Istanbul that differ'"),
    ("capacity", "Stated capacities, told by width",
     "scenarios/air-and-pipelines.yaml --show capacity --background auto --title "
     "'Stated capacities of pipelines and railways'"),
    ("flows", "What was carried on sections that publish it",
     "scenarios/air-and-pipelines.yaml --show flow --background auto --title "
     "'What was carried'"),
    ("sco", "Membership: the Shanghai Cooperation Organisation",
     "scenarios/sco.yaml"),
    ("air-and-pipelines", "Air cargo beside the Trans-Caspian route",
     "scenarios/air-and-pipelines.yaml"),
    ("mombasa-kampala", "Another part of the world: Mombasa–Kampala",
     "scenarios/mombasa-kampala.yaml"),
    ("chinese", "The Trans-Caspian route in Chinese",
     "scenarios/trans-caspian.yaml --lang zh,en"),
    ("russian", "The railway in Russian",
     "scenarios/cku-railway.yaml --lang ru,en --theme print"),
]


def draw(words, *more):
    """Draw a map; what it writes to its output."""
    done = subprocess.run([PROGRAM, "map", *shlex.split(words), *more],
                          cwd=ROOT, check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"gallery: {words}: {done.stderr.decode()}")
    return done.stdout


class Scene:
    """A display list: groups, texts with their boxes, lengths of lines."""

    def __init__(self, dump):
        self.page, self.texts, self.lengths, self.frames = "", [], {}, {}
        stack = []
        for line in dump.splitlines():
            word = line.split(" ", 1)[0]
            if word == "page":
                self.page = line
            elif word == "group":
                stack.append(line[6:])
            elif word == "end":
                stack.pop()
            elif word == "text":
                self.add_text(stack, line)
            elif line.startswith("  "):
                self.add_line(stack, [float(x) for x in line.split()])

    def add_text(self, stack, line):
        found = re.match(r"text \w+ \S+ \S+.*? box (\S+) (\S+) (\S+) (\S+) "
                         r"size=\S+(?: bold| italic| tracking=\S+"
                         r"| turn=\S+)* colour=\S+(?: halo=\S+)? ?(.*)", line)
        if not found:
            sys.exit(f"gallery: cannot read '{line}'")
        box = tuple(float(x) for x in found.group(1, 2, 3, 4))
        self.texts.append((tuple(g.split(" ")[0] for g in stack), box,
                           found.group(5)))

    def add_line(self, stack, at):
        points = list(zip(at[::2], at[1::2]))
        name = stack[-1] if stack else ""
        if name.split(" ")[0] in ("frame", "legend", "scale-bar", "locator"):
            xs, ys = at[::2], at[1::2]
            self.frames.setdefault(name.split(" ")[0], []).append(
                (min(xs), min(ys), max(xs), max(ys)))
        self.lengths[name] = self.lengths.get(name, 0) + sum(
            math.dist(a, b) for a, b in zip(points, points[1:]))

    def kept(self):
        """What is kept of a map: what is written, and how long the lines of
        routes are, to a cm, which all fonts and libraries agree on."""
        lines = [self.page.split(" paper")[0].split(".")[0]]
        for name, mm in sorted(self.lengths.items()):
            if name.split(" ")[0] in ("route", "bands", "flow"):
                lines.append(f"{name}: {mm / 10:.0f} cm")
        for groups, _, text in self.texts:
            if "graticule-labels" not in groups:
                lines.append(f"{groups[-1]}: {text}")
        return "\n".join(lines) + "\n"

    def overlaps(self):
        """Names on the map that cover each other or leave the frame."""
        found = []
        label = [t for t in self.texts
                 if t[0][-1] in ("labels", "area-labels") and
                 "inset" not in t[0]]
        for i, (groups, a, text) in enumerate(label):
            for _, b, other in label[:i]:
                if min(a[2], b[2]) - max(a[0], b[0]) > TOUCH_MM and \
                        min(a[3], b[3]) - max(a[1], b[1]) > TOUCH_MM:
                    found.append(f"'{text}' and '{other}' overlap")
            if not any(f[0] <= a[0] and f[1] <= a[1] and f[2] >= a[2] and
                       f[3] >= a[3] for f in self.frames.get("frame", [])):
                found.append(f"'{text}' leaves the frame")
        return found


def check():
    wrong = []
    for name, _, words in MAPS:
        scene = Scene(draw(words, "--format", "dump", "-q").decode())
        wrong += [f"{name}: {fault}" for fault in scene.overlaps()]
        kept = (KEPT / f"{name}.txt").read_text()
        got = scene.kept()
        if kept != got:
            was, now = kept.splitlines(), got.splitlines()
            for line in [f"- {x}" for x in was if x not in now][:8] + \
                    [f"+ {x}" for x in now if x not in was][:8]:
                wrong.append(f"{name}: {line}")
    if wrong:
        sys.exit("\n".join(wrong) +
                 "\nmeant? look at the maps and run tools/gallery.py")


def keep(name, words):
    dump = draw(words, "--format", "dump", "-q").decode()
    (KEPT / f"{name}.txt").write_text(Scene(dump).kept())


def write():
    page = ["# Gallery", "",
            "Maps of the shipped scenarios, each by the command below it. "
            "`tools/gallery.py` draws them anew; a test holds what is written "
            "on them, and how their lines run, against what is kept.", ""]
    quant = shutil.which("pngquant")
    for name, title, words in MAPS:
        path = ROOT / f"maps/{name}.png"
        draw(words, "-o", str(path), "-q")
        if quant:
            subprocess.run([quant, "--force", "--speed", "1", "--output",
                            str(path), "256", str(path)], check=True)
        keep(name, words)
        page += [f"## {title}", "", f"![{title}](../maps/{name}.png)", "",
                 "```sh", f"corridor map {words} -o {name}.png", "```", ""]
    (ROOT / "docs/gallery.md").write_text("\n".join(page))


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    if "--check" in sys.argv:
        check()
    elif "--texts" in sys.argv:
        for map_name, _, map_words in MAPS:
            keep(map_name, map_words)
    else:
        write()

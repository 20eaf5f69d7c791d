#!/usr/bin/env python3
"""Hold what was published of whole journeys against what corridor computes.

    tools/validation.py CORRIDOR           write docs/validation.md
    tools/validation.py CORRIDOR --check   fail where it would change, or where
                                           a miss has no explanation

CORRIDOR is the command to run. The figures are the rows of
scenarios/validation/published.csv, which no scenario reads; their sources are
beside them. A figure of which a part went into the network all the same is
marked: its agreement proves nothing.
"""
import csv
import json
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "scenarios/validation"
PAGE = ROOT / "docs/validation.md"
SECTIONS = (
    ("length", "rail", "Lengths by rail and ferry"),
    ("length", "road", "Lengths by road"),
    ("length", "sea", "Lengths by sea and over several modes"),
    ("time", None, "Times"),
    ("cost", None, "Costs"),
)
# What is far enough off to need an explanation.
TOLERANCE = {"length": 0.05, "time": 0.25, "cost": 0.25}
FIELD = {"length": "length_km", "time": "time_h", "cost": "cost_usd"}
HOURS = {"h": 1, "d": 24}


def read(path):
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def sources_by_id():
    """Sources of the figures, those of the network where they are the same."""
    folders = sorted((ROOT / "scenarios").glob("network*"))
    rows = [row for folder in [*folders, FIGURES]
            if (folder / "source.csv").exists()
            for row in read(folder / "source.csv")]
    return {row["source_id"]: row for row in rows}


class Figure:
    """One published figure and the route that answers it."""

    def __init__(self, row, sources):
        self.row, self.sources = row, sources
        self.metric = row["metric"]
        self.low = float(row["low"]) if row["low"] else None
        self.high = float(row["high"]) if row["high"] else self.low
        self.route = None

    def ask(self, corridor):
        row = self.row
        words = [corridor, "route", f"{ROOT}/scenarios/{row['scenario']}.yaml",
                 row["from"], row["to"], "--by", row["by"], "--json", "-q"]
        for option in ("via", "modes", "avoid"):
            if row[option]:
                words += [f"--{option}", row[option]]
        if row["as_of"]:
            words += ["--as-of", row["as_of"]]
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{row['validation_id']}: {done.stderr}")
        routes = json.loads(done.stdout)["routes"]
        self.route = routes[0] if routes else None

    def computed(self):
        """In the figure's own unit; None without a route or a value."""
        value = self.route and self.route[FIELD[self.metric]]
        if value is None:
            return None
        return value / HOURS.get(self.row["unit"], 1)

    def error(self):
        """Beyond the published range, as a share of its nearer end."""
        value = self.computed()
        if value is None:
            return None
        if self.low is not None and value < self.low:
            return value / self.low - 1
        if value > self.high:
            return value / self.high - 1
        return 0.0

    def is_miss(self):
        error = self.error()
        return error is None or abs(error) > TOLERANCE[self.metric]

    def shared_km(self):
        """Kilometres of the route that rest on the figure's own source."""
        url = self.sources[self.row["source"]]["url"]
        return sum(leg["length_km"] or 0 for leg in self.links()
                   if any(url and self.sources.get(name, {}).get("url") == url
                          for name in leg["sources"]))

    def links(self):
        legs = self.route["legs"] if self.route else []
        return [leg for leg in legs if leg["kind"] == "link"]

    def stated(self):
        """Share of its kilometres that the network states a length for."""
        total = sum(leg["length_km"] for leg in self.links())
        stated = sum(leg["length_km"] for leg in self.links()
                     if leg["basis"]["length_km"] not in ("geodesic", "circuity"))
        return stated / total if total else 0


def number(value, unit):
    return f"{value:,.1f}" if unit == "d" else f"{value:,.0f}"


def published(figure):
    unit = figure.row["unit"]
    ends = [number(end, unit) for end in (figure.low, figure.high)
            if end is not None]
    words = "–".join(dict.fromkeys(ends))
    return f"{'' if figure.low is not None else 'at most '}{words} {unit}"


def answer(figure):
    value, unit = figure.computed(), figure.row["unit"]
    return "no route" if value is None else f"{number(value, unit)} {unit}"


def off(figure):
    error = figure.error()
    if error is None:
        return "–"
    mark = "\\*" if figure.shared_km() > 0 else ""
    return ("in the range" if error == 0 else f"{error:+.1%}") + mark


def journey(figure, names):
    row = figure.row
    title = f"{names[row['from']]}–{names[row['to']]}"
    over = [names[place] for place in row["via"].split(",") if place]
    if over:
        title += f" by {', '.join(over)}"
    return title + (f", {row['modes'].replace(',', ' ')}")


def table(figures, names):
    yield "| journey | published | corridor | off by | stated | source |"
    yield "|---|--:|--:|--:|--:|---|"
    for figure in figures:
        source = figure.sources[figure.row["source"]]
        link = f"[{source['title']}]({source['url']})" if source["url"] \
            else source["title"]
        yield (f"| {journey(figure, names)} | {published(figure)} | "
               f"{answer(figure)} | {off(figure)} | {figure.stated():.0%} | "
               f"{link} |")


def remarks(figures, names):
    for figure in figures:
        if figure.row["note"]:
            yield f"- **{journey(figure, names)}.** {figure.row['note']}."


def summary(figures):
    """How far off those are that prove something."""
    errors = [abs(figure.error()) for figure in figures
              if figure.error() is not None and figure.shared_km() == 0]
    if not errors:
        return "No figure here is independent of the network."
    limit = TOLERANCE[figures[0].metric]
    within = sum(error <= limit for error in errors)
    return (f"{len(errors)} independent figures: {within} within {limit:.0%}, "
            f"half of them within {statistics.median(errors):.1%}.")


def page(figures, names):
    yield "# Validation"
    yield ""
    yield ("What was published of whole journeys, beside what corridor "
           "computes from its parts. Made by `tools/validation.py` from")
    yield ("scenarios/validation/; no scenario reads these figures, and no "
           "link was changed to meet one.")
    yield ""
    yield ("*Off by* is counted from the nearer end of a range. *Stated* is "
           "the share of the kilometres whose length the network states; the")
    yield ("rest is the length of the drawn line times the circuity of its "
           "mode. \\* Part of this journey rests on the same source, so")
    yield "that its agreement proves nothing."
    for metric, mode, title in SECTIONS:
        chosen = [figure for figure in figures if figure.metric == metric
                  and (mode is None or section_mode(figure) == mode)]
        yield from ["", f"## {title}", "", summary(chosen), ""]
        yield from table(chosen, names)
        notes = list(remarks(chosen, names))
        yield from ["", *notes] if notes else []


def section_mode(figure):
    modes = set(figure.row["modes"].split(","))
    if modes <= {"rail", "ferry"} and "rail" in modes:
        return "rail"
    return "road" if modes == {"road"} else "sea"


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--check"]):
        sys.exit(__doc__)
    sources = sources_by_id()
    figures = [Figure(row, sources) for row in read(FIGURES / "published.csv")]
    names = {row["node_id"]: row["name"]
             for row in read(ROOT / "scenarios/network/node.csv")}
    for figure in figures:
        figure.ask(sys.argv[1])
    text = "\n".join(page(figures, names)) + "\n"
    unexplained = [figure.row["validation_id"] for figure in figures
                   if figure.is_miss() and not figure.row["note"]]
    if unexplained:
        print("no explanation of:", *unexplained, sep="\n  ")
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != text:
        sys.exit(f"{PAGE} would change: run tools/validation.py")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Time loading a large GMNS folder beside pandas, in turn, in one session.

usage: load.py BUILD_FOLDER [--nodes N] [--rounds N] [--python PATH]

pandas reads both tables into frames and stops there; corridor reads, checks
every value, resolves ids, measures each link and builds the network. Printed
are medians, the ratio and the largest memory of either.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PANDAS = """
import sys, time
import pandas
start = time.perf_counter()
node = pandas.read_csv(sys.argv[1] + "/node.csv")
link = pandas.read_csv(sys.argv[1] + "/link.csv")
print("%.4f %d %d" % (time.perf_counter() - start, len(node), len(link)))
"""


def run(command):
    """Seconds, nodes and links as the program says, and its peak in MiB."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        text = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    seconds, nodes, links = text.split()
    return float(seconds), (int(nodes), int(links)), usage.ru_maxrss / 1024


def make_network(folder, nodes):
    if not (folder / "link.csv").exists():
        subprocess.run([sys.executable, HERE / "make_network.py", str(nodes),
                        folder], check=True, stdout=subprocess.DEVNULL)


def has_pandas(python):
    return subprocess.run([python, "-c", "import pandas"], check=False,
                          stderr=subprocess.DEVNULL).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default="/usr/bin/python3",
                        help="an interpreter that has pandas")
    options = parser.parse_args()
    folder = options.build / "bench" / f"n{options.nodes}"
    subprocess.run(["ninja", "-C", options.build, "bench/bench-load"],
                   check=True, stdout=subprocess.DEVNULL)
    make_network(folder, options.nodes)
    commands = {"corridor": [options.build / "bench" / "bench-load", folder]}
    if has_pandas(options.python):
        commands["pandas"] = [options.python, "-c", PANDAS, folder]
    else:
        print(f"{options.python} has no pandas: install python3-pandas")
    taken = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            taken[name].append(run(command))
    if len({sizes for runs in taken.values() for _, sizes, _ in runs}) != 1:
        sys.exit("they do not read the same numbers of nodes and links")
    median = {}
    for name, runs in taken.items():
        median[name] = statistics.median(seconds for seconds, _, _ in runs)
        print(f"{name:9} {median[name]:7.3f} s  (best "
              f"{min(r[0] for r in runs):.3f})  {max(r[2] for r in runs):6.0f} MiB")
    if "pandas" in median:
        print(f"pandas / corridor: {median['pandas'] / median['corridor']:.2f}")


if __name__ == "__main__":
    main()

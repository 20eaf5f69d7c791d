#!/usr/bin/env python3
"""Lay out the seeds of a fuzz target: what shipped and tested inputs there are.

usage: corpus.py scenario|table|exchange SOURCE_ROOT FOLDER

Scenarios are YAML files. The tables of a folder become one file, each below a
line "=== name.csv", as the target for tables reads them.
"""
import pathlib
import shutil
import sys

LARGEST = 256 * 1024  # bytes; longer seeds slow the fuzzer down


def scenarios(root):
    for folder in (root / "scenarios", root / "tests"):
        for path in sorted(folder.rglob("*.yaml")):
            yield path, path.read_bytes()


def tables(root):
    for node in sorted(root.rglob("link.csv")):
        folder = node.parent
        if "build" in folder.relative_to(root).parts:
            continue
        parts = []
        for path in sorted(folder.glob("*.csv")):
            parts += [b"=== " + path.name.encode() + b"\n", path.read_bytes()]
        yield folder, b"\n".join(parts)


POINT = b'{"type":"Feature","properties":{"node_id":"a","name":"A"},\
"geometry":{"type":"Point","coordinates":[1,2]}}'
LINE = b'{"type":"Feature","id":7,"properties":{"u":"a","v":"b","x":[1,null]},\
"geometry":{"type":"LineString","coordinates":[[1,2],[179,4],[-179,5]]}}'
LINES = b'{"type":"Feature","properties":{},"geometry":{"type":\
"MultiLineString","coordinates":[[[1,2],[3,4]],[[3,4],[1.00001,2]]]}}'
CRS = b'"crs":{"type":"name","properties":{"name":"EPSG:3857"}}'
GRAPH = b"""<?xml version="1.0"?><graphml><key id="k" for="all" attr.name="x">
<default>5</default></key><graph edgedefault="directed"><node id="a"/>
<node id="b"><data key="k">1</data></node><edge source="a" target="b">
<data key="k">2 &amp; 3</data></edge></graph></graphml>"""


def exchanges(root):
    """Small files of each format, which begin as their format does."""
    texts = [b'{"type":"FeatureCollection","features":[%s]}' % body for body in
             (b"", POINT, b",".join([POINT, LINE]), b",".join([LINES, LINE]))]
    texts += [b'{%s,"features":[%s]}' % (CRS, LINE), LINE, GRAPH,
              b'id,wkt\n1,"LINESTRING (1 2, 3 4)"\n',
              b"node_id,x_coord,y_coord\na,1,2\nb,3,4\n",
              b"link_id,from_node_,to_node_id\n1,a,b\n"]
    for i, text in enumerate(texts):
        yield root / f"exchange-{i}", text


def main():
    kind, root, folder = sys.argv[1:]
    root, folder = pathlib.Path(root), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in {"scenario": scenarios, "table": tables,
                          "exchange": exchanges}[kind](root):
        if len(content) <= LARGEST:
            name = "-".join(path.relative_to(root).parts)
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()

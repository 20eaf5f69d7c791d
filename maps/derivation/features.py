"""What the base maps show: land by country, lakes, rivers, disputed lines."""
from derivation import topology as topo
from derivation.shapefile import read_layer

SNAP_KM = 15.0        # ends of hand-drawn lines are led to a border so near
MATCH_KM = 10.0       # a border so near a disputed line of the source is it
SHORTEST_RUN_KM = 15.0  # shorter stretches take the class of their neighbours

CLASSES = {
    "Disputed": "disputed",
    "Line": "line-of-control",
    "Indefinite": "indefinite",
    "Indeterminant": "indefinite",
}

# Dry, though the source still fills it.
NOT_WATER = {"Lop Nur"}
LAKE_KINDS = {"Lake", "Alkaline Lake", "Reservoir"}


class Land:
    """Countries as polygons over shared arcs."""

    def __init__(self, atlas, table, labels):
        self.arcs = [topo.mend_antimeridian(arc)
                     for arc in topo.decode_arcs(atlas)]
        self.table = table
        self.names = {row["id"]: row["name_en"] for row in labels
                      if row["kind"] == "country"}
        self.countries = {}  # (iso, name) -> polygons
        for geometry in atlas["objects"]["countries"]["geometries"]:
            self._sort_polygons(geometry)
        self._dissolve_enclaves()
        self._cut(self._seam_marks)

    def _sort_polygons(self, geometry):
        name = geometry["properties"]["name"]
        source = geometry.get("id") or name
        for polygon in topo.polygons_of(geometry):
            box = topo.box_of(self.ring(polygon[0]))
            row = self._row_of(source, box)
            if row is None:
                continue
            title = row["name"] or self.names.get(row["iso"], name)
            key = (row["iso"], title)
            self.countries.setdefault(key, []).append(polygon)

    def _row_of(self, source, box):
        """The first row for a source whose box, if any, holds the polygon."""
        return next((row for row in self.table if row["source"] == source
                     and box_fits(row, box)), None)

    def _dissolve_enclaves(self):
        """Unite a polygon with the hole of the same country that it fills."""
        for polygons in self.countries.values():
            outer = {frozenset(p[0]): p for p in polygons if len(p) == 1}
            for polygon in polygons:
                for hole in list(polygon[1:]):
                    filling = outer.get(frozenset(~i for i in hole))
                    if filling in polygons:
                        polygon.remove(hole)
                        polygons.remove(filling)

    def ring(self, references):
        return topo.ring_points(self.arcs, references)

    def keep_window(self, window, least_km2):
        """Drop polygons outside the window, and small ones but a country's
        largest."""
        for key, polygons in list(self.countries.items()):
            sizes = [topo.ring_area_km2(self.ring(p[0])) for p in polygons]
            kept = [p for p, size in zip(polygons, sizes)
                    if self._in_window(p, window)
                    and (size >= least_km2 or size == max(sizes))]
            self.countries[key] = kept
            if not kept:
                del self.countries[key]

    def _in_window(self, polygon, window):
        return any(topo.in_box(point, window) for point in self.ring(polygon[0]))

    def _seam_marks(self, arc):
        """Edges along the 180th meridian are where the map is cut, not coast."""
        points = self.arcs[arc]
        return [abs(a[0]) == 180 and abs(b[0]) == 180
                for a, b in zip(points, points[1:])]

    def _cut(self, marks_of):
        """Cut arcs where their segments' marks change; give {new arc: mark}.

        marks_of  gives for an arc a mark for each segment
        """
        arcs, pieces, mark_of = [], {}, {}
        for arc, points in enumerate(self.arcs):
            pieces[arc] = []
            for mark, piece in topo.split_arc(points, marks_of(arc)):
                mark_of[len(arcs)] = mark
                pieces[arc].append(len(arcs))
                arcs.append(piece)
        self.arcs = arcs
        for polygons in self.countries.values():
            for polygon in polygons:
                polygon[:] = [topo.replace_arcs(ring, pieces)
                              for ring in polygon]
        return mark_of

    def owners(self):
        """{arc: set of the keys of the countries it bounds}"""
        owners = {}
        for key, polygons in self.countries.items():
            for polygon in polygons:
                for ring in polygon:
                    for reference in ring:
                        owners.setdefault(topo.arc_of(reference),
                                          set()).add(key)
        return owners

    def nearest_edge_point(self, point, owners):
        """The vertex of a coast or border nearest to a point, and how far."""
        near = (point[0] - 1, point[1] - 1, point[0] + 1, point[1] + 1)
        found = [(topo.segment_distance_km(point, here, here), here)
                 for arc in owners for here in self.arcs[arc]
                 if topo.in_box(here, near)]
        return min(found, default=(float("inf"), point))

    def draw(self, grid, tolerance_km):
        """Simplify all arcs; give the arcs in use and the countries."""
        numbers, arcs = {}, []

        def number(reference):
            arc = topo.arc_of(reference)
            if arc not in numbers:
                numbers[arc] = len(arcs)
                arcs.append(self._drawn(arc, grid, tolerance_km))
            return numbers[arc] if reference >= 0 else ~numbers[arc]

        self.numbers = numbers
        geometries = []
        for (iso, name), polygons in sorted(self.countries.items()):
            drawn = [[list(map(number, ring)) for ring in polygon]
                     for polygon in polygons]
            drawn = [topo.without_slivers(arcs, polygon)
                     for polygon in drawn]
            properties = {"iso": iso, "name": name} if iso else {"name": name}
            geometries.append({"type": "MultiPolygon",
                               "properties": properties,
                               "arcs": [p for p in drawn if p]})
        return arcs, {"countries": geometries}

    def _drawn(self, arc, grid, tolerance_km):
        points = self.arcs[arc]
        keep = 4 if points[0] == points[-1] else 3
        return grid.whole(topo.simplify(points, tolerance_km, keep))


class Disputed:
    """Lines to dash: borders of the land, and lines of their own."""

    def __init__(self, land, borders, lines):
        self.land = land
        self.borders = borders  # (class, name) -> arcs of the land
        self.lines = lines      # (class, name) -> points

    def draw(self, arcs, grid):
        drawn = {}
        for key, members in self.borders.items():
            drawn[key] = [[self.land.numbers[arc]] for arc in members]
        for key, points in self.lines:
            drawn.setdefault(key, []).append([len(arcs)])
            arcs.append(grid.whole(points))
        return [{"type": "MultiLineString",
                 "properties": {"class": kind, "name": name}, "arcs": lines}
                for (kind, name), lines in sorted(drawn.items())]


def disputed_lines(land, read, table, plan):
    """Find disputed stretches of borders, cutting the land's arcs there."""
    whole = {frozenset((row["left"], row["right"])): (row["class"], row["name"])
             for row in table if not row["line"]}
    source = source_disputes(read, land)
    owners = land.owners()

    def marks_of(arc):
        points = land.arcs[arc]
        pair = frozenset(iso or name for iso, name in owners.get(arc, ()))
        if pair in whole:
            return [whole[pair]] * (len(points) - 1)
        return match_marks(points, source.get(pair, ()))

    marks = land._cut(marks_of)
    borders = {}
    for arc in sorted(land.owners()):
        if marks[arc]:
            borders.setdefault(marks[arc], []).append(arc)
    owners = land.owners()
    lines = [((row["class"], row["name"]), lead_to_edges(land, owners, row))
             for row in table if row["line"] and in_plan(row, plan)]
    return Disputed(land, borders, lines)


def in_plan(row, plan):
    return any(topo.in_box(point, plan["window"])
               for point in read_line(row["line"]))


def read_line(text):
    numbers = list(map(float, text.split()))
    return list(zip(numbers[::2], numbers[1::2]))


def lead_to_edges(land, owners, row):
    """A hand-drawn line, its ends led to the nearest coast or border."""
    points = read_line(row["line"])
    for end in (0, -1):
        away, edge = land.nearest_edge_point(points[end], owners)
        if away <= SNAP_KM:
            points[end] = edge
    return points


def source_disputes(read, land):
    """{pair of countries: [((class, name), line)]} as the source has them."""
    by_name = {name: iso or name for iso, name in land.countries}
    by_name.update(LONG_NAMES)
    found = {}
    layer = read_layer(read, "10m/ne_10m_admin_0_boundary_lines_land")
    for parts, row in layer:
        kind = CLASSES.get(row["featurecla"].split(" ")[0])
        if kind is None:
            continue
        sides = [by_name.get(row[key], row[key])
                 for key in ("adm0_left", "adm0_right")]
        name = " and ".join(sorted(sides))
        found.setdefault(frozenset(sides), []).extend(
            ((kind, name), part) for part in parts)
    return found


# Names of the boundary layer that the labels write in another way.
LONG_NAMES = {
    "Republic of Serbia": "RS",
    "United Republic of Tanzania": "TZ",
    "United States of America": "US",
}


def match_marks(points, disputes):
    """For each segment the dispute whose line runs along it, or None."""
    marks = []
    for a, b in zip(points, points[1:]):
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        near = [(topo.line_distance_km(middle, line), key)
                for key, line in disputes]
        away, key = min(near, default=(float("inf"), None))
        marks.append(key if away <= MATCH_KM else None)
    return swallow_short_runs(points, marks)


def swallow_short_runs(points, marks):
    """Give short stretches between two equal ones the mark of those."""
    runs = topo.split_arc(points, marks)
    out = []
    for i, (mark, piece) in enumerate(runs):
        inner = 0 < i < len(runs) - 1 and runs[i - 1][0] == runs[i + 1][0]
        if inner and length_km(piece) < SHORTEST_RUN_KM:
            mark = runs[i - 1][0]
        out += [mark] * (len(piece) - 1)
    return out


def length_km(points):
    return sum(topo.segment_distance_km(a, b, b)
               for a, b in zip(points, points[1:]))


def lakes(arcs, grid, read, labels, plan):
    """The lakes of the source's water layer, largest first."""
    named = [row for row in labels if row["kind"] == "lake"]
    found = []
    path = "{0}/ne_{0}_ocean".format(plan["detail"])
    for parts, row in read_layer(read, path):
        if row["featurec_2"] not in LAKE_KINDS or row["name"] in NOT_WATER:
            continue
        rank = int(row["scaleran_2"])
        if rank > plan["lake_rank"]:
            continue
        rings = [ring for ring in parts if len(ring) > 3]
        if rings and worth_drawing(rings[0], plan):
            found.append((lake_name(rings, named), rank, rings))
    found.sort(key=lambda lake: -topo.ring_area_km2(lake[2][0]))
    return [draw_lake(arcs, grid, lake, plan) for lake in found]


def worth_drawing(ring, plan):
    return (any(topo.in_box(point, plan["window"]) for point in ring)
            and topo.ring_area_km2(ring) >= plan["least_lake_km2"])


def lake_name(rings, named):
    """The name of the label that lies in the lake's outer ring."""
    for row in named:
        if topo.in_ring((float(row["lon"]), float(row["lat"])), rings[0]):
            return row["name_en"]
    return ""


def draw_lake(arcs, grid, lake, plan):
    name, rank, rings = lake
    polygons = []
    for ring in sorted(rings, key=lambda ring: -topo.ring_area_km2(ring)):
        drawn = grid.whole(topo.simplify(ring, plan["tolerance_km"], 4))
        if len(drawn) < 4:
            continue
        home = [p for p in polygons if topo.in_ring(ring[0], p["points"])]
        arcs.append(drawn)
        if home:
            home[0]["arcs"].append([len(arcs) - 1])
        else:
            polygons.append({"points": ring, "arcs": [[len(arcs) - 1]]})
    return {"type": "MultiPolygon", "properties": titled(name, rank),
            "arcs": [p["arcs"] for p in polygons]}


def titled(name, rank):
    return {"name": name, "rank": rank} if name else {"rank": rank}


def rivers(arcs, grid, read, tables, plan):
    """The rivers of the source; those of rivers.csv by their label's name."""
    path = "{0}/ne_{0}_rivers_lake_centerlines".format(plan["detail"])
    found = [(row["name"], int(float(row["scalerank"])), parts)
             for parts, row in read_layer(read, path)
             if parts and float(row["scalerank"]) <= plan["river_rank"]
             and any(topo.in_box(point, plan["window"])
                     for part in parts for point in part)]
    return [draw_river(arcs, grid, river, tables, plan) for river in found]


def river_name(source_name, parts, tables):
    points = [point for part in parts for point in part]
    for row in tables["rivers"]:
        if row["source"] == source_name and box_fits(row, topo.box_of(points)):
            return label_name(tables["labels"], row["id"])
    return ""


def label_name(labels, key):
    return next(row["name_en"] for row in labels if row["id"] == key)


def box_fits(row, box):
    """Whether a row of a table is for things within a box, and this is."""
    within = tuple(map(float, row["within"].split()))
    return not within or (topo.in_box(box[:2], within)
                          and topo.in_box(box[2:], within))


def draw_river(arcs, grid, river, tables, plan):
    source_name, rank, parts = river
    lines = []
    for part in parts:
        lines.append([len(arcs)])
        arcs.append(grid.whole(topo.simplify(part, plan["tolerance_km"], 2)))
    return {"type": "MultiLineString", "arcs": lines,
            "properties": titled(river_name(source_name, parts, tables), rank)}

"""Arcs that polygons share: reading, splitting, simplifying, writing TopoJSON.

A ring is a list of arc references; ~i stands for arc i walked backwards, as in
the TopoJSON format (https://github.com/topojson/topojson-specification).
"""
import heapq
import json
import math

KM_PER_DEGREE = 111.2  # of latitude, on a sphere of 6,371 km


def arc_of(reference):
    return reference if reference >= 0 else ~reference


def decode_arcs(topology):
    """The arcs of a quantised topology, in degrees."""
    (sx, sy), (tx, ty) = (topology["transform"][key]
                          for key in ("scale", "translate"))
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def polygons_of(geometry):
    """The polygons of a Polygon, a MultiPolygon or an empty geometry."""
    if geometry["type"] is None:
        return []
    several = geometry["type"] == "MultiPolygon"
    return geometry["arcs"] if several else [geometry["arcs"]]


def ring_points(arcs, ring):
    points = []
    for reference in ring:
        arc = arcs[arc_of(reference)]
        piece = arc if reference >= 0 else arc[::-1]
        points += piece[1:] if points else piece
    return points


def without_slivers(arcs, polygon):
    """A polygon without rings of fewer than three corners; may be empty."""
    held = [ring for ring in polygon if len(ring_points(arcs, ring)) >= 4]
    return held if held and held[0] is polygon[0] else []


def box_of(points):
    """West, south, east, north."""
    lons, lats = zip(*points)
    return min(lons), min(lats), max(lons), max(lats)


def in_box(point, box):
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def in_ring(point, ring):
    """Even-odd rule; a point on the ring may be either."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def to_km(point, at_lat):
    """Plane coordinates that hold near a latitude."""
    squeeze = math.cos(math.radians(at_lat))
    return point[0] * KM_PER_DEGREE * squeeze, point[1] * KM_PER_DEGREE


def ring_area_km2(points):
    middle = sum(lat for _, lat in points) / len(points)
    plane = [to_km(point, middle) for point in points]
    return abs(sum(a[0] * b[1] - a[1] * b[0]
                   for a, b in zip(plane, plane[1:]))) / 2


def segment_distance_km(point, a, b):
    """From a point to a short segment."""
    px, py = to_km(point, point[1])
    ax, ay = to_km(a, point[1])
    bx, by = to_km(b, point[1])
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    t = ((px - ax) * dx + (py - ay) * dy) / square if square else 0.0
    t = min(1.0, max(0.0, t))
    return math.hypot(px - ax - t * dx, py - ay - t * dy)


def line_distance_km(point, line):
    return min(segment_distance_km(point, a, b)
               for a, b in zip(line, line[1:]))


def mend_antimeridian(points):
    """Write the 180th meridian with the sign of the rest of the arc.

    The source writes some points of the eastern hemisphere at -180, which
    makes an edge run round the world.
    """
    east = any(0 < lon < 180 for lon, _ in points)
    west = any(-180 < lon < 0 for lon, _ in points)
    if east == west:
        return points
    return [(math.copysign(180.0, 1 if east else -1), lat)
            if abs(lon) >= 180 else (lon, lat) for lon, lat in points]


def simplify(points, tolerance_km, keep):
    """Drop points whose triangles are smaller than half a tolerance square.

    keep    at least so many points stay
    Source  Visvalingam and Whyatt (1993), doi:10.1179/000870493786962263
    """
    n = len(points)
    limit = tolerance_km * tolerance_km / 2
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))

    def area(i):
        at = points[i][1]
        (ax, ay), (bx, by), (cx, cy) = (
            to_km(points[j], at) for j in (before[i], i, after[i]))
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    now = {i: area(i) for i in range(1, n - 1)}
    heap = [(value, i) for i, value in now.items()]
    heapq.heapify(heap)
    while heap and len(now) + 2 > keep and heap[0][0] < limit:
        value, i = heapq.heappop(heap)
        if now.get(i) != value:
            continue
        del now[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in now:
                now[j] = max(area(j), value)
                heapq.heappush(heap, (now[j], j))
    return [points[i] for i in (0, *sorted(now), n - 1)]


def split_arc(points, marks):
    """Cut an arc where the marks of its segments change.

    >>> split_arc("abcde", [0, 1, 1, 0])
    [(0, 'ab'), (1, 'bcd'), (0, 'de')]
    """
    pieces = []
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i] != marks[start]:
            pieces.append((marks[start], points[start:i + 1]))
            start = i
    return pieces


def replace_arcs(ring, pieces):
    """Write a ring with the arcs that old ones were cut into.

    >>> replace_arcs([0, ~1], {0: [5], 1: [6, 7]})
    [5, -8, -7]
    """
    out = []
    for reference in ring:
        new = pieces[arc_of(reference)]
        out += new if reference >= 0 else [~i for i in reversed(new)]
    return out


class Grid:
    """Whole numbers for degrees, from the south-west corner of the world."""

    def __init__(self, step_degrees):
        self.step = step_degrees

    def whole(self, points):
        """Grid points of a line without repetitions and spikes; two at least."""
        out = []
        for lon, lat in points:
            here = round((lon + 180) / self.step), round((lat + 90) / self.step)
            if len(out) > 1 and out[-2] == here:
                out.pop()
            elif not out or out[-1] != here:
                out.append(here)
        return out if len(out) > 1 else out * 2

    def transform(self):
        return {"scale": [self.step, self.step], "translate": [-180, -90]}


def deltas(points):
    return [points[0]] + [(b[0] - a[0], b[1] - a[1])
                          for a, b in zip(points, points[1:])]


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_topology(path, credit, grid, arcs, objects):
    """Write arcs of grid points; one line for each arc and each geometry."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"Topology",\n"credit":' + compact(credit))
        file.write(',\n"transform":')
        file.write(compact(grid.transform()) + ',\n"objects":{\n')
        file.write(",\n".join(map(_object_text, *zip(*objects.items()))))
        file.write('},\n"arcs":[\n')
        file.write(",\n".join(compact(deltas(arc)) for arc in arcs))
        file.write("\n]}\n")


def _object_text(name, geometries):
    lines = ",\n".join(map(compact, geometries))
    head = '"%s":{"type":"GeometryCollection","geometries":[\n' % name
    return head + lines + "\n]}"

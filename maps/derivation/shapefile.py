"""Read ESRI shapefiles: geometry (.shp, .shx) and attributes (.dbf).

Source: ESRI Shapefile Technical Description (1998); dBASE III table layout.
"""
import struct

POLYLINE, POLYGON = 3, 5


def read_attributes(data):
    """The rows of a .dbf as dictionaries of text.

    Bytes that are not UTF-8 are dropped: such text serves to tell features
    apart, never as a label.
    """
    n_row, header_size, row_size = struct.unpack("<IHH", data[4:12])
    fields = []
    at = 32
    while data[at] != 0x0D:
        name = data[at:at + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, data[at + 16]))
        at += 32
    return [_row(data, header_size + i * row_size + 1, fields)
            for i in range(n_row)]


def _row(data, at, fields):
    row = {}
    for name, size in fields:
        raw = data[at:at + size].strip(b" \0")
        row[name] = raw.decode("utf-8", "ignore")
        at += size
    return row


def read_geometry(shp, shx):
    """A list of parts for each record, a part a list of (lon, lat) points.

    Records are found by the offsets of the .shx, since an edited .shp may have
    gaps between them. A record without geometry gives no parts.
    """
    shapes = []
    for at in range(100, len(shx), 8):
        offset, n_word = struct.unpack(">2I", shx[at:at + 8])
        start = 2 * offset + 8
        shapes.append(_parts(shp[start:start + 2 * n_word]))
    return shapes


def _parts(record):
    (kind,) = struct.unpack("<i", record[:4])
    if kind not in (POLYLINE, POLYGON):
        return []
    n_part, n_point = struct.unpack("<2i", record[36:44])
    first = struct.unpack(f"<{n_part}i", record[44:44 + 4 * n_part])
    start = 44 + 4 * n_part
    numbers = struct.unpack(f"<{2 * n_point}d",
                            record[start:start + 16 * n_point])
    points = list(zip(numbers[::2], numbers[1::2]))
    return [points[a:b] for a, b in zip(first, (*first[1:], n_point))]


def read_layer(read, path):
    """Pairs (parts, attributes) of a layer; `read` gives a file's bytes."""
    shapes = read_geometry(read(path + ".shp"), read(path + ".shx"))
    return list(zip(shapes, read_attributes(read(path + ".dbf"))))

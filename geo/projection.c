#include <corridor/geo/projection.h>

#include "geo/conic.h"
#include "geo/libproj.h"
#include "geo/wgs84.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cor_projection {
    struct cor_conic conic;  /* most maps, which PROJ is not loaded for */
    struct cor_libproj proj; /* of all others */
    PJ *pj;                  /* NULL: the conic stands */
};

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The widest gap between neighbours is what the box leaves out. */
static void put_longitudes(struct cor_box *box, const double *lon, size_t n)
{
    double gap = lon[0] + 360 - lon[n - 1];
    box->west = lon[0];
    box->east = lon[n - 1];
    for (size_t i = 1; i < n; i++)
        if (lon[i] - lon[i - 1] > gap) {
            gap = lon[i] - lon[i - 1];
            box->west = lon[i];
            box->east = lon[i - 1] + 360;
        }
}

enum cor_status cor_box_of(struct cor_box *out,
                           const struct cor_point *point,
                           size_t n,
                           struct cor_arena *arena,
                           struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    double *lon = cor_arena_array(arena, double, n);
    if (lon == NULL)
        return COR_FAIL_MEMORY(err);
    struct cor_box box = {.south = INFINITY, .north = -INFINITY};
    for (size_t i = 0; i < n; i++) {
        lon[i] = point[i].lon >= 180 ? point[i].lon - 360 : point[i].lon;
        box.south = fmin(box.south, point[i].lat);
        box.north = fmax(box.north, point[i].lat);
    }
    qsort(lon, n, sizeof *lon, by_value);
    put_longitudes(&box, lon, n);
    cor_arena_rewind(arena, start);
    *out = box;
    return COR_OK;
}

/* Whole degrees, or tenths where the box is small. */
static double rounded(double degrees, double span)
{
    const double unit = span < 6 ? 0.1 : 1;
    return round(degrees / unit) * unit;
}

static double wrapped(double lon)
{
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

/* "68° E", "12.5° S", "0°"; tenths in whole numbers, since printf's fractions
   would follow the locale. */
static const char *
angle(char out[16], double degrees, char positive, char negative)
{
    const int tenths = (int)lround(fabs(degrees) * 10) % 10000;
    const char mark = degrees > 0 ? positive : negative;
    if (tenths == 0)
        snprintf(out, 16, "0°");
    else if (tenths % 10 == 0)
        snprintf(out, 16, "%d° %c", tenths / 10, mark);
    else
        snprintf(out, 16, "%d.%d° %c", tenths / 10, tenths % 10, mark);
    return out;
}

/* "-12.5", as PROJ reads it. */
static const char *plain(char out[16], double degrees)
{
    const int tenths = (int)lround(fabs(degrees) * 10) % 10000;
    snprintf(out, 16, "%s%d.%d", degrees < 0 && tenths != 0 ? "-" : "",
             tenths / 10, tenths % 10);
    return out;
}

static void
fit_conic(struct cor_projection_choice *out, struct cor_box box, double lon_0)
{
    const double height = box.north - box.south;
    const double span = fmax(height, box.east - box.west);
    const double lat_1 = rounded(box.south + height / 6, span);
    const double lat_2 = rounded(box.north - height / 6, span);
    const double lat_0 = rounded((box.south + box.north) / 2, span);
    out->kind = COR_PROJECTION_CONIC;
    out->lat_1 = lat_1;
    out->lat_2 = lat_2;
    char a[16], b[16], c[16], d[16];
    snprintf(out->definition, sizeof out->definition,
             "+proj=lcc +lat_1=%s +lat_2=%s +lat_0=%s +lon_0=%s",
             plain(a, lat_1), plain(b, lat_2), plain(c, lat_0),
             plain(d, lon_0));
    if (lat_1 == lat_2)
        snprintf(out->title, sizeof out->title,
                 "Lambert conformal conic, standard parallel %s, "
                 "central meridian %s",
                 angle(a, lat_1, 'N', 'S'), angle(c, lon_0, 'E', 'W'));
    else
        snprintf(out->title, sizeof out->title,
                 "Lambert conformal conic, standard parallels %s and %s, "
                 "central meridian %s",
                 angle(a, lat_1, 'N', 'S'), angle(b, lat_2, 'N', 'S'),
                 angle(c, lon_0, 'E', 'W'));
}

static void fit_mercator(struct cor_projection_choice *out,
                         struct cor_box box,
                         double lon_0)
{
    /* True at two thirds of the way to the farther edge. */
    const double lat_ts =
        rounded(fmax(fabs(box.south), fabs(box.north)) * 2 / 3, 10);
    out->kind = COR_PROJECTION_MERCATOR;
    out->lat_1 = lat_ts;
    char a[16], b[16];
    snprintf(out->definition, sizeof out->definition,
             "+proj=merc +lat_ts=%s +lon_0=%s", plain(a, lat_ts),
             plain(b, lon_0));
    snprintf(out->title, sizeof out->title,
             "Mercator, true to scale at %s and S, central meridian %s",
             angle(a, lat_ts, 'N', 'S'), angle(b, lon_0, 'E', 'W'));
    if (lat_ts == 0)
        snprintf(out->title, sizeof out->title,
                 "Mercator, true to scale at the equator, central meridian %s",
                 angle(b, lon_0, 'E', 'W'));
}

static void fit_azimuthal(struct cor_projection_choice *out,
                          struct cor_box box,
                          double lon_0)
{
    const double lat_0 = rounded((box.south + box.north) / 2, 90);
    out->kind = COR_PROJECTION_AZIMUTHAL;
    out->lat_1 = lat_0;
    char a[16], b[16];
    snprintf(out->definition, sizeof out->definition,
             "+proj=laea +lat_0=%s +lon_0=%s", plain(a, lat_0),
             plain(b, lon_0));
    snprintf(out->title, sizeof out->title,
             "Lambert azimuthal equal-area, centred on %s %s",
             angle(a, lat_0, 'N', 'S'), angle(b, lon_0, 'E', 'W'));
}

static void fit_world(struct cor_projection_choice *out, double lon_0)
{
    char a[16];
    out->kind = COR_PROJECTION_WORLD;
    snprintf(out->definition, sizeof out->definition, "+proj=eqearth +lon_0=%s",
             plain(a, lon_0));
    snprintf(out->title, sizeof out->title, "Equal Earth, central meridian %s",
             angle(a, lon_0, 'E', 'W'));
}

void cor_projection_fit(struct cor_projection_choice *out, struct cor_box box)
{
    const double width = box.east - box.west, height = box.north - box.south;
    const double middle = (box.south + box.north) / 2;
    const double lon_0 =
        wrapped(rounded((box.west + box.east) / 2, fmax(width, height)));
    *out = (struct cor_projection_choice){.lon_0 = lon_0};
    const bool polar = box.north > 80 || box.south < -80;
    if (width > 190 && !(polar && height < 60))
        fit_world(out, lon_0);
    else if (polar || height > 60 || width > 130)
        fit_azimuthal(out, box, lon_0);
    else if (fabs(middle) < 10 && height < 40)
        fit_mercator(out, box, lon_0);
    else if (fabs(middle) < 15)
        fit_azimuthal(out, box, lon_0);
    else
        fit_conic(out, box, lon_0);
}

/* Angles in, metres of a plane out: what remains of PROJ's operations, such as
   geocentric coordinates, is no map. */
static bool is_projection(const struct cor_libproj *proj, PJ *pj)
{
    const PJ_COORD somewhere = {.xyzt = {1, 1, 0, 0}};
    return pj != NULL && proj->proj_angular_input(pj, PJ_FWD) &&
           !proj->proj_angular_output(pj, PJ_FWD) &&
           proj->proj_pj_info(pj).has_inverse &&
           proj->proj_trans(pj, PJ_FWD, somewhere).xyz.z == 0;
}

/* PROJ's own default is GRS 80. */
static PJ *create(const struct cor_libproj *proj, const char *definition)
{
    const bool has_figure = strstr(definition, "+ellps=") != NULL ||
                            strstr(definition, "+datum=") != NULL ||
                            strstr(definition, "+R=") != NULL;
    char full[512];
    const int n = snprintf(full, sizeof full, "%s%s", definition,
                           has_figure ? "" : " +ellps=WGS84");
    return (size_t)n < sizeof full ? proj->proj_create(proj->context, full)
                                   : NULL;
}

/* PROJ opens its database for every operation, although only names of
   reference systems are looked up there, and takes as long for it as for all
   points of a map. Below what is no folder it finds none. */
static void keep_from_files(const struct cor_libproj *proj)
{
    static const char *const nowhere[] = {"/dev/null"};
    proj->proj_context_set_search_paths(proj->context, 1, nowhere);
}

static enum cor_status open_by_proj(struct cor_projection *out,
                                    const char *definition,
                                    struct cor_error *err)
{
    const enum cor_status status = cor_libproj_open(&out->proj, err);
    if (status != COR_OK)
        return status;
    keep_from_files(&out->proj);
    out->pj = create(&out->proj, definition);
    if (is_projection(&out->proj, out->pj))
        return COR_OK;
    return COR_FAIL(err, COR_BAD_INPUT, "PROJ knows no map projection \"%s\"",
                    definition);
}

enum cor_status cor_projection_open(struct cor_projection **out,
                                    const char *definition,
                                    struct cor_error *err)
{
    if (strncmp(definition, "+proj=", 6) != 0)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "a projection is written as \"+proj=...\", "
                        "not as \"%s\"",
                        definition);
    struct cor_projection *made = calloc(1, sizeof *made);
    if (made == NULL)
        return COR_FAIL_MEMORY(err);
    enum cor_status status = COR_OK;
    if (!cor_conic_read(&made->conic, definition))
        status = open_by_proj(made, definition, err);
    if (status == COR_OK)
        *out = made;
    else
        cor_projection_close(made);
    return status;
}

void cor_projection_close(struct cor_projection *projection)
{
    if (projection == NULL)
        return;
    if (projection->pj != NULL)
        projection->proj.proj_destroy(projection->pj);
    cor_libproj_close(&projection->proj);
    free(projection);
}

static void forward_by_proj(struct cor_plane *out,
                            const struct cor_projection *projection,
                            const struct cor_point *point,
                            size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (struct cor_plane){point[i].lon * cor_degree,
                                    point[i].lat * cor_degree};
    if (n != 0)
        projection->proj.proj_trans_generic(
            projection->pj, PJ_FWD, &out->x, sizeof *out, n, &out->y,
            sizeof *out, n, NULL, 0, 0, NULL, 0, 0);
}

void cor_projection_forward(struct cor_plane *out,
                            struct cor_projection *projection,
                            const struct cor_point *point,
                            size_t n)
{
    if (projection->pj == NULL)
        cor_conic_forward(out, &projection->conic, point, n);
    else
        forward_by_proj(out, projection, point, n);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(out[i].x) || !isfinite(out[i].y))
            out[i] = (struct cor_plane){NAN, NAN};
}

static struct cor_point inverse_by_proj(const struct cor_projection *projection,
                                        struct cor_plane position)
{
    const PJ_COORD from = {.xyzt = {position.x, position.y, 0, 0}};
    const PJ_COORD at =
        projection->proj.proj_trans(projection->pj, PJ_INV, from);
    return (struct cor_point){wrapped(at.lp.lam / cor_degree),
                              at.lp.phi / cor_degree};
}

bool cor_projection_inverse(struct cor_point *out,
                            struct cor_projection *projection,
                            struct cor_plane position)
{
    const struct cor_point point =
        projection->pj == NULL ? cor_conic_inverse(&projection->conic, position)
                               : inverse_by_proj(projection, position);
    if (!cor_point_valid(point))
        return false;
    *out = point;
    return true;
}

static double scale_by_proj(const struct cor_projection *projection,
                            struct cor_point point)
{
    const PJ_COORD at = {
        .xyzt = {point.lon * cor_degree, point.lat * cor_degree, 0, 0}};
    return projection->proj.proj_factors(projection->pj, at).parallel_scale;
}

double cor_projection_scale(struct cor_projection *projection,
                            struct cor_point point)
{
    const double scale = projection->pj == NULL
                             ? cor_conic_scale(&projection->conic, point)
                             : scale_by_proj(projection, point);
    return scale > 0 && isfinite(scale) ? scale : (double)NAN;
}

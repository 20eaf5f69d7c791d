#include "geo/conic.h"

#include "geo/wgs84.h"

#include <corridor/base/number.h>

#include <math.h>
#include <string.h>

/* The number behind a key such as "+lat_1=". */
static bool read_parameter(double *out, const char *definition, const char *key)
{
    const char *at = strstr(definition, key);
    if (at == NULL)
        return false;
    at += strlen(key);
    return cor_number_parse(out, (struct cor_text){at, strcspn(at, " ")});
}

static size_t count_parameters(const char *definition)
{
    size_t n = 0;
    for (; *definition != '\0'; definition++)
        n += *definition == '+';
    return n;
}

/* e artanh(e s) as a series, whose next term is below 1e-17: by how much the
   ellipsoid's isometric latitude is less than a sphere's. */
static double lessened(double sine)
{
    const double u = cor_eccentricity2 * sine * sine;
    const double series =
        1 +
        u * (1.0 / 3 + u * (1.0 / 5 + u * (1.0 / 7 + u * (1.0 / 9 + u / 11))));
    return cor_eccentricity2 * sine * series;
}

/* Latitude as Mercator's map shows it, from the sine. */
static double isometric_latitude(double sine)
{
    return log((1 + sine) / (1 - sine)) / 2 - lessened(sine);
}

/* The radius of a parallel over the equator's of a sphere: Snyder's 14-15. */
static double parallel_radius(double lat)
{
    const double sine = sin(lat);
    return cos(lat) / sqrt(1 - cor_eccentricity2 * sine * sine);
}

static void
set_cone(struct cor_conic *out, double lat_1, double lat_2, double lat_0)
{
    const double psi_1 = isometric_latitude(sin(lat_1));
    const double psi_2 = isometric_latitude(sin(lat_2));
    const double m_1 = parallel_radius(lat_1), m_2 = parallel_radius(lat_2);
    out->n = lat_1 == lat_2 ? sin(lat_1) : log(m_1 / m_2) / (psi_2 - psi_1);
    out->apex_m = cor_semi_major_m * m_1 * exp(out->n * psi_1) / out->n;
    out->rho_0_m = out->apex_m * exp(-out->n * isometric_latitude(sin(lat_0)));
}

/* Where the sum of its parallels is less, a cone is nearly a cylinder, which
   has its apex nowhere: PROJ's limit is 1e-10 radians. */
static const double least_lean_deg = 1e-3;

bool cor_conic_read(struct cor_conic *out, const char *definition)
{
    double lat_1, lat_2, lat_0;
    if (strncmp(definition, "+proj=lcc ", 10) != 0 ||
        count_parameters(definition) != 5 ||
        !read_parameter(&lat_1, definition, "+lat_1=") ||
        !read_parameter(&lat_2, definition, "+lat_2=") ||
        !read_parameter(&lat_0, definition, "+lat_0=") ||
        !read_parameter(&out->lon_0, definition, "+lon_0="))
        return false;
    if (!(fabs(lat_1) < 90 && fabs(lat_2) < 90 && fabs(lat_0) < 90 &&
          fabs(lat_1 + lat_2) > least_lean_deg && fabs(out->lon_0) <= 180))
        return false;
    set_cone(out, lat_1 * cor_degree, lat_2 * cor_degree, lat_0 * cor_degree);
    return true;
}

void cor_conic_forward(struct cor_plane *out,
                       const struct cor_conic *conic,
                       const struct cor_point *point,
                       size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double turn = point[i].lon - conic->lon_0;
        if (!(fabs(turn) <= 180))
            turn = remainder(turn, 360);
        const double psi = isometric_latitude(sin(point[i].lat * cor_degree));
        const double rho_m = conic->apex_m * exp(-conic->n * psi);
        const double theta = conic->n * turn * cor_degree;
        out[i] = (struct cor_plane){rho_m * sin(theta),
                                    conic->rho_0_m - rho_m * cos(theta)};
    }
}

/* The latitude that has an isometric one, by substitution as in Snyder's 7-9;
   each step leaves 1/150 of what was wrong. */
static double latitude_of(double isometric)
{
    enum { STEPS = 8 };
    double spheric = isometric;
    for (int i = 0; i < STEPS; i++)
        spheric = isometric + lessened(tanh(spheric));
    return atan(sinh(spheric));
}

struct cor_point cor_conic_inverse(const struct cor_conic *conic,
                                   struct cor_plane position)
{
    const double side = conic->n < 0 ? -1 : 1;
    const double x = side * position.x;
    const double y = side * (conic->rho_0_m - position.y);
    const double psi = log(conic->apex_m / (side * hypot(x, y))) / conic->n;
    const double turn = atan2(x, y) / (conic->n * cor_degree);
    return (struct cor_point){
        remainder(conic->lon_0 + turn, 360),
        latitude_of(psi) / cor_degree,
    };
}

double cor_conic_scale(const struct cor_conic *conic, struct cor_point point)
{
    const double lat = point.lat * cor_degree;
    const double psi = isometric_latitude(sin(lat));
    return conic->n * conic->apex_m * exp(-conic->n * psi) /
           (cor_semi_major_m * parallel_radius(lat));
}

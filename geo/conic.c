#include "geo/conic.h"

#include <corridor/base/number.h>

#include <math.h>
#include <string.h>

/* WGS 84: NIMA TR8350.2 (2000), table 3.1. */
static const double semi_major_m = 6378137, flattening = 1 / 298.257223563;
static const double eccentricity2 = flattening * (2 - flattening);

static const double degree = 3.14159265358979323846 / 180;

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

/* Latitude on a conformal sphere, as Mercator's map would show it; from the
   sine. e artanh(e s) is summed as a series, whose next term is below 1e-17. */
static double isometric_latitude(double sine)
{
    const double u = eccentricity2 * sine * sine;
    const double series =
        1 +
        u * (1.0 / 3 + u * (1.0 / 5 + u * (1.0 / 7 + u * (1.0 / 9 + u / 11))));
    return log((1 + sine) / (1 - sine)) / 2 - eccentricity2 * sine * series;
}

/* The radius of a parallel over the equator's of a sphere: Snyder's 14-15. */
static double parallel_radius(double lat)
{
    const double sine = sin(lat);
    return cos(lat) / sqrt(1 - eccentricity2 * sine * sine);
}

static void
set_cone(struct cor_conic *out, double lat_1, double lat_2, double lat_0)
{
    const double psi_1 = isometric_latitude(sin(lat_1));
    const double psi_2 = isometric_latitude(sin(lat_2));
    const double m_1 = parallel_radius(lat_1), m_2 = parallel_radius(lat_2);
    out->n = lat_1 == lat_2 ? sin(lat_1) : log(m_1 / m_2) / (psi_2 - psi_1);
    out->apex_m = semi_major_m * m_1 * exp(out->n * psi_1) / out->n;
    out->rho_0_m = out->apex_m * exp(-out->n * isometric_latitude(sin(lat_0)));
}

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
    set_cone(out, lat_1 * degree, lat_2 * degree, lat_0 * degree);
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
        const double psi = isometric_latitude(sin(point[i].lat * degree));
        const double rho_m = conic->apex_m * exp(-conic->n * psi);
        const double theta = conic->n * turn * degree;
        out[i] = (struct cor_plane){rho_m * sin(theta),
                                    conic->rho_0_m - rho_m * cos(theta)};
    }
}

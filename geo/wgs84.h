/* geo/wgs84.h -- the ellipsoid that everything lies on. */
#ifndef COR_GEO_WGS84_H
#define COR_GEO_WGS84_H

/* NIMA TR8350.2 (2000), table 3.1. */
static const double cor_semi_major_m = 6378137;
static const double cor_flattening = 1 / 298.257223563;

/* The squares of the first and of the second eccentricity: a^2 - b^2 over a^2
   and over b^2. */
static const double cor_eccentricity2 = cor_flattening * (2 - cor_flattening);
static const double cor_second_eccentricity2 =
    cor_flattening * (2 - cor_flattening) /
    ((1 - cor_flattening) * (1 - cor_flattening));

static const double cor_pi = 3.14159265358979323846;
static const double cor_degree = cor_pi / 180;

#endif

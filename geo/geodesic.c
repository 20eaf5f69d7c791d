#include "geo/geodesic.h"

#include "geo/wgs84.h"

#include <math.h>

/* Sections and equations are those of Karney (2013). */
static const double semi_major_m = cor_semi_major_m;
static const double semi_minor_m = cor_semi_major_m * (1 - cor_flattening);
static const double flattening = cor_flattening;
static const double third_flattening = cor_flattening / (2 - cor_flattening);

static struct cor_angle angle_of(double sine, double cosine)
{
    const double size = sqrt(sine * sine + cosine * cosine);
    return (struct cor_angle){sine / size, cosine / size};
}

/* How far it is from one to another, which lies ahead: within [0, pi]. */
static double turn_between(struct cor_angle a, struct cor_angle b)
{
    const double ahead = a.cosine * b.sine - a.sine * b.cosine;
    return atan2(fmax(ahead, 0), a.cosine * b.cosine + a.sine * b.sine);
}

/* sum(c[j] sin 2(j + 1)x) by Clenshaw (1955), doi:10.2307/2002068. */
static double sum_sines(const double *c, int n, struct cor_angle x)
{
    const double twice =
        2 * (x.cosine - x.sine) * (x.cosine + x.sine); /* 2 cos 2x */
    double last = 0, here = 0;
    while (n-- > 0) {
        const double next = c[n] + twice * here - last;
        last = here;
        here = next;
    }
    return 2 * x.sine * x.cosine * here;
}

enum { LENGTH_TERMS = 5, LONGITUDE_TERMS = 4 };

/* What follows are powers of a number e below 0.0017: the first that is left
   out changes no length by a nanometre. */

/* Equations 17 and 18. */
static void put_length_series(struct cor_geodesic_series *out, double e)
{
    const double e2 = e * e;
    out->length_a = (1 + e2 * (1.0 / 4 + e2 / 64)) / (1 - e);
    out->length_c[0] = e * (-1.0 / 2 + e2 * (3.0 / 16 - e2 / 32));
    out->length_c[1] = e2 * (-1.0 / 16 + e2 / 32);
    out->length_c[2] = e * e2 * (-1.0 / 48 + e2 * 3 / 256);
    out->length_c[3] = e2 * e2 * (-5.0 / 512);
    out->length_c[4] = e * e2 * e2 * (-7.0 / 1280);
}

/* Equation 21: back from length to the way on the sphere. */
static double undo_waves(double tau, double e)
{
    const double e2 = e * e;
    const double c[LENGTH_TERMS] = {
        e * (1.0 / 2 + e2 * (-9.0 / 32 + e2 * 205 / 1536)),
        e2 * (5.0 / 16 - e2 * 37 / 96),
        e * e2 * (29.0 / 96 - e2 * 75 / 128),
        e2 * e2 * 539 / 1536,
        e * e2 * e2 * 3467 / 7680,
    };
    const struct cor_angle at = {sin(tau), cos(tau)};
    return tau + sum_sines(c, LENGTH_TERMS, at);
}

/* Equations 24 and 25. */
static void put_longitude_series(struct cor_geodesic_series *out, double e)
{
    static const double n = third_flattening;
    out->longitude_a =
        1 - e * ((1 - n) / 2 + e * (1.0 / 4 + n * (1.0 / 8 - n * 3 / 8) +
                                    e * (1.0 / 16 + n * (3.0 / 16 + n / 16) +
                                         e * (3.0 / 64 + n / 32))));
    out->longitude_c[0] =
        e * ((1 - n) / 4 +
             e * ((1 - n * n) / 8 + e * (3.0 / 64 + n * (3.0 / 64 - n / 64) +
                                         e * (5.0 / 128 + n / 64))));
    out->longitude_c[1] =
        e * e *
        (1.0 / 16 - n * (3.0 / 32 - n / 32) +
         e * (3.0 / 64 - n * (1.0 / 32 + n * 3 / 64) + e * 3 / 128));
    out->longitude_c[2] =
        e * e * e * (5.0 / 192 - n * (3.0 / 64 - n * 5 / 192) + e * 3 / 128);
    out->longitude_c[3] = e * e * e * e * (7.0 / 512);
}

/* The number e of the series: equations 9 and 16. */
static double expansion_of(struct cor_angle at_equator)
{
    const double k2 =
        cor_second_eccentricity2 * at_equator.cosine * at_equator.cosine;
    return k2 / (2 * (1 + sqrt(1 + k2)) + k2);
}

/* Equation 8, over the difference of longitude on the sphere. */
static double longitude_of(const struct cor_geodesic *g,
                           struct cor_angle sigma,
                           struct cor_angle omega)
{
    const double *c = g->series.longitude_c;
    const double way = turn_between(g->sigma, sigma) +
                       sum_sines(c, LONGITUDE_TERMS, sigma) -
                       sum_sines(c, LONGITUDE_TERMS, g->sigma);
    return turn_between(g->omega, omega) -
           flattening * g->at_equator.sine * g->series.longitude_a * way;
}

/* The ends of a geodesic to be found: reduced latitudes, and how far `to` is
   east of `from`. */
struct ends {
    struct cor_angle from, to;
    double longitude;
};

/* Where a geodesic comes to the latitude of its other end. */
struct arrival {
    struct cor_angle sigma, omega;
    double longitude;
    double slope; /* of this longitude by the direction that it left in */
};

/* Of section 3, over the polar radius; the difference of its two integrals to
   third order, since the steps of a search need no more. */
static double
reduced_length(double e, struct cor_angle from, struct cor_angle to)
{
    const double e2 = e * e;
    const double c[] = {-e - e * e2 * 5 / 8, -e2 / 4 + e * e2 / 8, -e * e2 / 8};
    const double k2 = 4 * e / ((1 - e) * (1 - e));
    const double parted =
        (2 * e + e2 + e * e2 * 3 / 2) * turn_between(from, to) +
        sum_sines(c, 3, to) - sum_sines(c, 3, from);
    return sqrt(1 + k2 * to.sine * to.sine) * from.cosine * to.sine -
           sqrt(1 + k2 * from.sine * from.sine) * from.sine * to.cosine -
           from.cosine * to.cosine * parted;
}

/* Leave `from` in a direction, given as how far to the south of east: so what
   runs along the equator has all its digits. Sections 2 and 4. */
static void leave(struct cor_geodesic *g,
                  struct arrival *out,
                  const struct ends *ends,
                  double south)
{
    const struct cor_angle a = {cos(south), -sin(south)};
    const struct cor_angle from = ends->from, to = ends->to;
    const double sine = a.sine * from.cosine;
    const double north = a.cosine * from.cosine; /* cos azimuth, cos latitude */
    const double arriving =
        from.cosine == to.cosine
            ? fabs(north)
            : sqrt(north * north +
                   (to.cosine - from.cosine) * (to.cosine + from.cosine));
    const double across = a.sine * from.sine;
    g->at_equator =
        (struct cor_angle){sine, sqrt(a.cosine * a.cosine + across * across)};
    g->sigma = angle_of(from.sine, north);
    g->omega = angle_of(sine * from.sine, north);
    out->sigma = angle_of(to.sine, arriving);
    out->omega = angle_of(sine * to.sine, arriving);
    const double e = expansion_of(g->at_equator);
    put_longitude_series(&g->series, e);
    out->longitude = longitude_of(g, out->sigma, out->omega);
    out->slope =
        (1 - flattening) * reduced_length(e, g->sigma, out->sigma) / arriving;
}

/* The direction on the sphere, with longitudes as much larger as they are on
   the middle parallel: section 5. */
static double first_direction(const struct ends *ends)
{
    const struct cor_angle from = ends->from, to = ends->to;
    const double cosine = (from.cosine + to.cosine) / 2;
    const double omega =
        fmin(cor_pi,
             ends->longitude / sqrt(1 - cor_eccentricity2 * cosine * cosine));
    return atan2(from.sine * to.cosine * cos(omega) - from.cosine * to.sine,
                 to.cosine * sin(omega));
}

/* Newton's method for the direction that arrives at the right longitude, kept
   between directions that arrive short of it and beyond. Longitudes grow with
   the direction, but for points nearly opposite, where they turn back at the
   end: what is there is beyond. `enough` is for what arrives wrong times the
   next step, which is twice the share of the radius that finish leaves out. */
static void search(struct cor_geodesic *g,
                   struct arrival *out,
                   const struct ends *ends,
                   double enough)
{
    enum { MOST_STEPS = 100 }; /* halving alone takes 60 */
    double low = -cor_pi / 2, high = cor_pi / 2;
    double south = fmin(fmax(first_direction(ends), low), high);
    for (int i = 0; i < MOST_STEPS; i++) {
        leave(g, out, ends, south);
        const double beyond = out->longitude - ends->longitude;
        const double step = beyond / out->slope;
        /* The slope is NAN for what leaves due east, as to the same point. */
        if (!(out->slope <= 0) && (beyond == 0 || fabs(beyond * step) < enough))
            break;
        if (beyond > 0 || out->slope <= 0)
            high = south;
        else
            low = south;
        south -= step;
        if (!(south > low && south < high))
            south = (low + high) / 2;
    }
}

static struct cor_angle reduced(double lat)
{
    return angle_of((1 - flattening) * sin(lat * cor_degree),
                    cos(lat * cor_degree));
}

/* Along the equator, unless that is longer than a way off it. */
static bool follow_equator(struct cor_geodesic *g, const struct ends *ends)
{
    if (ends->from.sine != 0 || ends->longitude > (1 - flattening) * cor_pi)
        return false;
    g->at_equator = (struct cor_angle){1, 0};
    g->sigma = g->omega = (struct cor_angle){0, 1};
    put_length_series(&g->series, 0);
    put_longitude_series(&g->series, 0);
    g->length_m = semi_major_m * ends->longitude;
    return true;
}

/* Equation 15; and what the arrival lacks of the right longitude, by the cosine
   of the angle that the geodesic has to its parallel there, of which
   equation 5 tells. */
static void finish(struct cor_geodesic *g,
                   const struct arrival *at,
                   const struct ends *ends)
{
    put_length_series(&g->series, expansion_of(g->at_equator));
    const double *c = g->series.length_c;
    const double way = turn_between(g->sigma, at->sigma) +
                       sum_sines(c, LENGTH_TERMS, at->sigma) -
                       sum_sines(c, LENGTH_TERMS, g->sigma);
    const double lack = ends->longitude - at->longitude;
    g->length_m = semi_minor_m * g->series.length_a * way +
                  semi_major_m * g->at_equator.sine * lack;
}

static void solve(struct cor_geodesic *out,
                  struct cor_point a,
                  struct cor_point b,
                  double enough)
{
    const bool from_b = fabs(b.lat) > fabs(a.lat);
    const struct cor_point from = from_b ? b : a, to = from_b ? a : b;
    const double east = to.lon - from.lon, turned = fabs(east);
    out->from = from;
    out->from_b = from_b;
    out->northern = from.lat > 0;
    out->westward = (east < 0) != (turned > 180);
    const double side = out->northern ? -1 : 1;
    const struct ends ends = {
        .from = reduced(side * from.lat),
        .to = reduced(side * to.lat),
        .longitude = (turned > 180 ? 360 - turned : turned) * cor_degree,
    };
    if (follow_equator(out, &ends))
        return;
    struct arrival at;
    search(out, &at, &ends, enough);
    finish(out, &at, &ends);
}

double cor_geodesic_solve_m(struct cor_point a, struct cor_point b)
{
    static const double nanometre = 2e-9 / semi_major_m;
    struct cor_geodesic geodesic;
    solve(&geodesic, a, b, nanometre);
    return geodesic.length_m;
}

void cor_geodesic_between(struct cor_geodesic *out,
                          struct cor_point a,
                          struct cor_point b)
{
    static const double sideways = 1e-4 / semi_major_m; /* of the far end */
    solve(out, a, b, sideways * sideways);
}

struct cor_point cor_geodesic_at(const struct cor_geodesic *g, double share)
{
    const double along_m = (g->from_b ? 1 - share : share) * g->length_m;
    const double tau = atan2(g->sigma.sine, g->sigma.cosine) +
                       sum_sines(g->series.length_c, LENGTH_TERMS, g->sigma) +
                       along_m / (semi_minor_m * g->series.length_a);
    const double s = undo_waves(tau, expansion_of(g->at_equator));
    const struct cor_angle sigma = {sin(s), cos(s)};
    const double sine = g->at_equator.cosine * sigma.sine;
    const double across = g->at_equator.cosine * sigma.cosine;
    const double cosine =
        sqrt(g->at_equator.sine * g->at_equator.sine + across * across);
    const struct cor_angle omega =
        angle_of(g->at_equator.sine * sigma.sine, sigma.cosine);
    const double lat = atan2(sine, (1 - flattening) * cosine) / cor_degree;
    const double east = longitude_of(g, sigma, omega) / cor_degree;
    const double lon = g->from.lon + (g->westward ? -east : east);
    return (struct cor_point){
        lon > 180    ? lon - 360
        : lon < -180 ? lon + 360
                     : lon,
        g->northern ? -lat : lat,
    };
}

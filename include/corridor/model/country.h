/* corridor/model/country.h -- countries and their codes. */
#ifndef COR_MODEL_COUNTRY_H
#define COR_MODEL_COUNTRY_H

#include <corridor/base/text.h>
#include <corridor/geo/point.h>

/** A country or territory that has a code. */
struct cor_country {
    const char *code;  /* ISO 3166-1 alpha-2 */
    const char *code3; /* alpha-3 */
    const char *name;  /* in English */
    /* A box that all of it lies in, in tenths of a degree; all zero: not known;
       west > east: it crosses 180 degrees. */
    int16_t west, east, south, north;
};

/** Every country, by code; the last has the code NULL. */
extern const struct cor_country cor_countries[];

/** The country of a code, or NULL. */
const struct cor_country *cor_country_find(struct cor_text code);

/** The country that somebody means who wrote a name, a code of three letters
 *  or a code with a slip in it; or NULL. */
const struct cor_country *cor_country_nearest(struct cor_text written);

/** Whether a point may lie in a country: that of its box is not known, or the
 *  point is in the box. */
bool cor_country_may_hold(const struct cor_country *country,
                          struct cor_point point);

#endif

#include <corridor/model/country.h>

#include <string.h>
#include <strings.h>

const struct cor_country *cor_country_find(struct cor_text code)
{
    for (const struct cor_country *c = cor_countries; c->code != NULL; c++)
        if (cor_text_equal(cor_text_of(c->code), code))
            return c;
    return NULL;
}

static bool same_letters(const char *a, struct cor_text b)
{
    return strlen(a) == b.n && strncasecmp(a, b.at, b.n) == 0;
}

static const struct cor_country *by_letters(struct cor_text written)
{
    for (const struct cor_country *c = cor_countries; c->code != NULL; c++)
        if (same_letters(c->code, written) || same_letters(c->code3, written) ||
            same_letters(c->name, written))
            return c;
    return NULL;
}

static const struct cor_country *by_nearest_name(struct cor_text written)
{
    enum { MOST = 300 };
    const char *name[MOST] = {NULL};
    size_t n = 0;
    for (; cor_countries[n].code != NULL && n < MOST; n++)
        name[n] = cor_countries[n].name;
    const char *near = cor_text_nearest(written, name, n);
    for (size_t i = 0; near != NULL && i < n; i++)
        if (name[i] == near)
            return &cor_countries[i];
    return NULL;
}

/* One or two letters tell nothing of what was meant. */
const struct cor_country *cor_country_nearest(struct cor_text written)
{
    const struct cor_country *found = by_letters(written);
    return found != NULL || written.n < 4 ? found : by_nearest_name(written);
}

bool cor_country_may_hold(const struct cor_country *country,
                          struct cor_point point)
{
    const double lon = 10 * point.lon, lat = 10 * point.lat;
    if (country->west == 0 && country->east == 0)
        return true;
    if (lat < country->south || lat > country->north)
        return false;
    return country->west <= country->east
               ? lon >= country->west && lon <= country->east
               : lon >= country->west || lon <= country->east;
}

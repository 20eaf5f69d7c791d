/* What the map says around its names, in the language of its readers. */
#include "render/say.h"

#include <corridor/render/words.h>

#include <math.h>
#include <string.h>

/* The first language asked for that maps speak. */
static const char *tongue(const struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->how->n_language; i++)
        if (cor_words_known(draft->how->language[i]))
            return draft->how->language[i];
    return "en";
}

const char *cor_draft_say(const struct cor_draft *draft, const char *english)
{
    return cor_words_say(tongue(draft), english);
}

const char *cor_draft_say_with(struct cor_draft *draft,
                               const char *english,
                               const char *const value[COR_WORDS_VALUES])
{
    const char *text =
        cor_words_fill(draft->arena, tongue(draft), english, value);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

/* To a tenth, in whole numbers: printf's fractions would follow the locale. */
const char *cor_draft_tenths(struct cor_draft *draft, double value)
{
    const long tenths = lround(fabs(value) * 10);
    const char *whole = cor_text_print(draft->arena, "%ld", tenths / 10);
    const char *tenth = cor_text_print(draft->arena, "%ld", tenths % 10);
    if (whole == NULL || tenth == NULL)
        draft->pen.status = COR_NO_MEMORY;
    if (whole == NULL || tenths % 10 == 0)
        return whole != NULL ? whole : "";
    return cor_draft_say_with(draft, "{1}.{2}",
                              (const char *[COR_WORDS_VALUES]){whole, tenth});
}

/* Decimals that leave three figures; at most six. */
static int decimals_of(double value)
{
    int n = 0;
    for (double limit = 99.95; n < 6 && value < limit; limit /= 10)
        n++;
    return n;
}

const char *cor_draft_figure(struct cor_draft *draft, double value)
{
    int n = decimals_of(value);
    long long number = llround(value * pow(10, n));
    for (; n > 0 && number % 10 == 0; n--)
        number /= 10;
    long long one = 1;
    for (int i = 0; i < n; i++)
        one *= 10;
    const char *whole = cor_text_print(draft->arena, "%lld", number / one);
    const char *rest =
        cor_text_print(draft->arena, "%0*lld", n > 0 ? n : 1, number % one);
    if (whole == NULL || rest == NULL)
        draft->pen.status = COR_NO_MEMORY;
    if (whole == NULL || n == 0)
        return whole != NULL ? whole : "";
    return cor_draft_say_with(draft, "{1}.{2}",
                              (const char *[COR_WORDS_VALUES]){whole, rest});
}

const char *
cor_draft_angle(struct cor_draft *draft, double degrees, enum cor_angle kind)
{
    static const char *const phrases[][2] = {
        [COR_ANGLE_LAT] = {"{1}° N", "{1}° S"},
        [COR_ANGLE_LON] = {"{1}° E", "{1}° W"},
        [COR_ANGLE_PARALLEL] = {"{1}°N", "{1}°S"},
        [COR_ANGLE_MERIDIAN] = {"{1}°E", "{1}°W"},
    };
    const char *number = cor_draft_tenths(draft, degrees);
    const bool has_side =
        strcmp(number, "0") != 0 && strcmp(number, "180") != 0;
    if (!has_side) {
        const char *plain = cor_text_print(draft->arena, "%s°", number);
        return plain != NULL ? plain : "";
    }
    return cor_draft_say_with(draft, phrases[kind][degrees < 0],
                              (const char *[COR_WORDS_VALUES]){number});
}

/* The same words as the choice's title has in English. */
const char *cor_draft_projection(struct cor_draft *draft)
{
    const struct cor_projection_choice *c = &draft->projection;
    const char *phrase = "Equal Earth, central meridian {3}";
    if (draft->is_own_projection)
        return c->title;
    if (c->kind == COR_PROJECTION_CONIC)
        phrase = c->lat_1 < c->lat_2 || c->lat_1 > c->lat_2
                     ? "Lambert conformal conic, standard parallels {1} and "
                       "{2}, central meridian {3}"
                     : "Lambert conformal conic, standard parallel {1}, "
                       "central meridian {3}";
    if (c->kind == COR_PROJECTION_MERCATOR)
        phrase = fabs(c->lat_1) > 0.05
                     ? "Mercator, true to scale at {4}° N and S, central "
                       "meridian {3}"
                     : "Mercator, true to scale at the equator, central "
                       "meridian {3}";
    if (c->kind == COR_PROJECTION_AZIMUTHAL)
        phrase = "Lambert azimuthal equal-area, centred on {1} {3}";
    return cor_draft_say_with(
        draft, phrase,
        (const char *[COR_WORDS_VALUES]){
            cor_draft_angle(draft, c->lat_1, COR_ANGLE_LAT),
            cor_draft_angle(draft, c->lat_2, COR_ANGLE_LAT),
            cor_draft_angle(draft, c->lon_0, COR_ANGLE_LON),
            cor_draft_tenths(draft, c->lat_1)});
}

#include "model/set.h"

#include <corridor/geo/wkt.h>

#include <math.h>
#include <string.h>
#include <strings.h>

static const char *nearest_word(const struct cor_setting *s)
{
    return s->draft->report->n < COR_REPORT_KEPT
               ? cor_report_nearest(s->draft->report, s->text, s->field->word,
                                    s->field->n_word)
               : NULL;
}

bool cor_set_word(const struct cor_setting *s)
{
    uint32_t word = s->word;
    if (s->text.n == 0) {
        COR_SET_REFUSE(s, "empty-value", NULL, "%s: a name is wanted",
                       cor_set_label(s));
    } else if (word == COR_NONE) {
        word = cor_names_add(&s->draft->names[s->field->space], s->text);
        if (word == COR_NONE)
            return false;
    }
    s->column->word[s->record] = word;
    return true;
}

bool cor_set_text(const struct cor_setting *s)
{
    s->column->text[s->record] = s->text;
    return true;
}

/* The first day of a year. */
static bool parse_year(cor_date *out, struct cor_text text)
{
    enum { N_YEAR = 4 };
    char day[] = "YYYY-01-01";
    if (text.n != N_YEAR)
        return false;
    memcpy(day, text.at, N_YEAR);
    return cor_date_parse(out, cor_text_of(day));
}

bool cor_set_date(const struct cor_setting *s)
{
    cor_date *date = &s->column->date[s->record];
    if (cor_date_parse(date, s->text) ||
        (s->field->or_year && parse_year(date, s->text)))
        return true;
    *date = COR_NO_DATE;
    COR_SET_REFUSE(
        s, "bad-date",
        s->field->or_year ? "dates are written YYYY-MM-DD, or as a year"
                          : "dates are written YYYY-MM-DD",
        "%s: '%s' is not a date", cor_set_label(s), cor_set_quote(s));
    return true;
}

static bool is_word(struct cor_text text, const char *word)
{
    return text.n == strlen(word) && strncasecmp(text.at, word, text.n) == 0;
}

bool cor_set_bool(const struct cor_setting *s)
{
    const bool is_true = cor_text_equal(s->text, cor_text_of("true"));
    const bool is_false = cor_text_equal(s->text, cor_text_of("false"));
    uint8_t *index = &s->column->index[s->record];
    *index = is_true;
    if (is_true || is_false)
        return true;
    if (s->binding != NULL) {
        *index = is_word(s->text, "true") || is_word(s->text, "1") ||
                 is_word(s->text, "yes");
        if (*index != 0 || is_word(s->text, "false") || is_word(s->text, "0") ||
            is_word(s->text, "no"))
            return true;
    }
    COR_SET_REFUSE(s, "bad-boolean", "write true or false",
                   "%s: '%s' is neither true nor false", cor_set_label(s),
                   cor_set_quote(s));
    return true;
}

bool cor_set_enum(const struct cor_setting *s)
{
    uint8_t *index = &s->column->index[s->record];
    for (uint32_t i = 0; i < s->field->n_word; i++)
        if (cor_text_equal(cor_text_of(s->field->word[i]), s->text)) {
            *index = (uint8_t)i;
            return true;
        }
    *index = 0;
    if (s->binding == NULL || !s->field->lenient)
        COR_SET_REFUSE(s, "unknown-word", nearest_word(s),
                       "%s: '%s' is none of the words for it", cor_set_label(s),
                       cor_set_quote(s));
    return true;
}

bool cor_set_wkt(const struct cor_setting *s)
{
    size_t n = 0, fault_at = 0;
    const struct cor_point *point = NULL;
    struct cor_error err = {0};
    const enum cor_status status = cor_wkt_read_line(
        &point, &n, s->text, &fault_at, s->draft->arena, &err);
    if (status == COR_NO_MEMORY)
        return false;
    s->column->line[s->record] =
        (struct cor_draft_line){point, status == COR_OK ? (uint32_t)n : 0};
    if (status != COR_OK)
        cor_report_add(s->draft->report, COR_ERROR, "bad-geometry",
                       cor_draft_spot(s->draft, cor_set_spot(s, fault_at)),
                       "write LINESTRING (lon lat, lon lat, ...)", "%s: %s",
                       cor_set_label(s), err.text);
    else if (n < 2)
        COR_SET_REFUSE(s, "empty-line", NULL,
                       "%s: a line has two points or more", cor_set_label(s));
    return true;
}

static bool want_list(const struct cor_setting *s)
{
    COR_SET_REFUSE(s, "list-wanted", "write [first, second]",
                   "%s: a list is wanted, not '%s'", cor_set_label(s),
                   cor_set_quote(s));
    return true;
}

bool cor_set_item(const struct cor_setting *s)
{
    struct cor_draft *draft = s->draft;
    struct cor_draft_item item = {
        .word = COR_NONE, .spot = s->spot, .space = s->field->space};
    if (s->field->type == COR_TYPE_NUMBERS) {
        item.number = NAN;
        if (!cor_number_parse(&item.number, s->text))
            cor_set_refuse_number(s);
    } else if (s->text.n == 0) {
        COR_SET_REFUSE(s, "empty-value", NULL, "%s: a name is wanted",
                       cor_set_label(s));
    } else {
        item.word = cor_names_add(&draft->names[s->field->space], s->text);
        if (item.word == COR_NONE)
            return false;
    }
    struct cor_draft_item *pool =
        cor_arena_grow(draft->arena, draft->item, draft->n_item,
                       &draft->item_capacity, sizeof *pool);
    if (pool == NULL)
        return false;
    draft->item = pool;
    pool[draft->n_item++] = item;
    s->column->list[s->record].n++;
    return true;
}

static bool begin_list(const struct cor_setting *s)
{
    s->column->list[s->record] =
        (struct cor_draft_list){(uint32_t)s->draft->n_item, 0};
    return true;
}

bool cor_set_list(const struct cor_setting *s)
{
    if (s->binding == NULL)
        return begin_list(s) && want_list(s);
    begin_list(s);
    const char *at = s->text.at, *end = at + s->text.n;
    while (at <= end) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        struct cor_setting part = *s;
        part.text = cor_text_trim((struct cor_text){at, (size_t)(stop - at)});
        part.spot = cor_set_spot(s, (size_t)(part.text.at - s->text.at));
        if (part.text.n != 0 && !cor_set_item(&part))
            return false;
        at = stop + 1;
    }
    return true;
}

bool cor_set_points(const struct cor_setting *s)
{
    s->column->line[s->record] = (struct cor_draft_line){0};
    return want_list(s);
}

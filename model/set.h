/* model/set.h -- a value on its way from text into a column of a draft. */
#ifndef MODEL_SET_H
#define MODEL_SET_H

#include "model/draft.h"

struct cor_setting {
    struct cor_draft *draft;
    const struct cor_field *field;
    const struct cor_binding *binding; /* NULL: from YAML */
    struct cor_draft_column *column;
    uint32_t record;
    struct cor_text text;
    uint32_t spot;
    uint32_t word; /* the number of the name, if it was found already */
};

/* An error at the value: code, suggestion, format and what goes into it. */
#define COR_SET_REFUSE(S, CODE, SUGGESTION, ...)                        \
    cor_report_add((S)->draft->report, COR_ERROR, (CODE),               \
                   cor_draft_spot((S)->draft, (S)->spot), (SUGGESTION), \
                   __VA_ARGS__)

/** The name of the field as its writer knows it. */
const char *cor_set_label(const struct cor_setting *s);

/** The text, to be quoted in a complaint. */
const char *cor_set_quote(const struct cor_setting *s);

/** The spot of a byte of the text, if it stands in the file as it is. */
uint32_t cor_set_spot(const struct cor_setting *s, size_t at);

/* Setters by type: they put a value or, with a complaint, a void one into the
   column, and give false only for want of memory. */
bool cor_set_word(const struct cor_setting *s);
bool cor_set_text(const struct cor_setting *s);
bool cor_set_number(const struct cor_setting *s);
bool cor_set_whole(const struct cor_setting *s);
bool cor_set_quantity(const struct cor_setting *s);
bool cor_set_date(const struct cor_setting *s);
bool cor_set_bool(const struct cor_setting *s);
bool cor_set_enum(const struct cor_setting *s);
bool cor_set_wkt(const struct cor_setting *s);
bool cor_set_list(const struct cor_setting *s);
bool cor_set_points(const struct cor_setting *s);

/** Add a member to the list of the record, which must be the last begun. */
bool cor_set_item(const struct cor_setting *s);

/** Say that the text is not a number. */
void cor_set_refuse_number(const struct cor_setting *s);

#endif

#include "model/op.h"

#include <corridor/model/country.h>

#include "model/check.h"

#include <inttypes.h>

/* What links must be like: of one of the names of each list that is stated. */
struct choice {
    bool stated;
    uint32_t n;
    uint32_t *word; /* [n] */
};

struct where {
    struct choice mode, country, link;
};

static bool choose(struct cor_op *op,
                   struct choice *choice,
                   enum cor_space space,
                   const struct cor_yaml_node *name)
{
    struct cor_draft *draft = op->draft;
    const char *text = cor_draft_quote(draft, name->text);
    const uint32_t word = cor_names_find(&draft->names[space], name->text);
    if (space == COR_SPACE_LINK &&
        cor_edit_find(draft, COR_KIND_LINK, name->text) == COR_NONE)
        COR_OP_REFUSE(op, name, "unknown-link",
                      cor_edit_nearest(draft, COR_KIND_LINK, name->text),
                      "no link has the id '%s'", text);
    else if (space == COR_SPACE_MODE && word == COR_NONE)
        COR_OP_REFUSE(op, name, "unknown-mode",
                      cor_report_nearest(draft->report, name->text,
                                         draft->names[space].name,
                                         draft->names[space].n),
                      "no mode has the name '%s'", text);
    else if (space == COR_SPACE_COUNTRY && cor_country_find(name->text) == NULL)
        COR_OP_REFUSE(op, name, "unknown-country", NULL,
                      "'%s' is not a country code of ISO 3166-1 alpha-2", text);
    else if (word != COR_NONE)
        choice->word[choice->n++] = word;
    return true;
}

/* A name, or a list of names. */
static bool read_choice(struct cor_op *op,
                        struct choice *choice,
                        enum cor_space space,
                        const struct cor_yaml_node *value)
{
    const struct cor_yaml *yaml = op->reader->yaml;
    const bool is_list = value->type == COR_YAML_LIST;
    const struct cor_yaml_node *name =
        is_list ? cor_yaml_first(yaml, value) : value;
    uint32_t n = 1;
    for (const struct cor_yaml_node *i = name; is_list && i != NULL;
         i = cor_yaml_next(yaml, i))
        n++;
    choice->stated = true;
    choice->n = 0;
    choice->word = cor_arena_array(op->draft->arena, uint32_t, n);
    if (choice->word == NULL)
        return false;
    for (; name != NULL; name = is_list ? cor_yaml_next(yaml, name) : NULL)
        if (cor_read_expect(op->reader, name, COR_YAML_SCALAR, "where") &&
            !choose(op, choice, space, name))
            return false;
    return true;
}

static bool read_where(struct cor_op *op,
                       struct where *where,
                       const struct cor_yaml_node *map)
{
    static const char *const known[] = {"mode", "country", "links"};
    static const enum cor_space spaces[] = {COR_SPACE_MODE, COR_SPACE_COUNTRY,
                                            COR_SPACE_LINK};
    struct choice *const choices[] = {&where->mode, &where->country,
                                      &where->link};
    enum { N_KNOWN = sizeof known / sizeof *known };
    COR_READ_PAIRS(op->reader->yaml, map, key, value)
    {
        int i = 0;
        while (i < N_KNOWN && !cor_text_equal(cor_text_of(known[i]), key->text))
            i++;
        if (i == N_KNOWN)
            cor_read_unknown_key(op->reader, key, known, N_KNOWN, "where");
        else if (choices[i]->stated)
            COR_OP_REFUSE(op, key, "duplicate-key", NULL,
                          "'%s' stands twice here", known[i]);
        else if (!read_choice(op, choices[i], spaces[i], value))
            return false;
    }
    return true;
}

static bool has(const struct choice *choice, uint32_t word)
{
    for (uint32_t i = 0; i < choice->n; i++)
        if (choice->word[i] == word)
            return true;
    return !choice->stated;
}

/* Whether a link begins or ends in one of the countries. */
static bool is_in(const struct cor_draft *draft,
                  const struct choice *country,
                  uint32_t link)
{
    static const uint32_t ends[] = {COR_LINK_FROM, COR_LINK_TO};
    bool found = !country->stated;
    for (int i = 0; i < 2 && !found; i++) {
        const uint32_t place =
            cor_draft_target(draft, COR_KIND_LINK, ends[i], link);
        found = place != COR_NONE &&
                has(country, cor_draft_word(draft, COR_KIND_PLACE,
                                            COR_PLACE_COUNTRY, place));
    }
    return found;
}

static void match(struct cor_op *op, const struct where *where)
{
    const struct cor_draft *draft = op->draft;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        const uint32_t mode =
            cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link);
        const uint32_t id =
            cor_draft_word(draft, COR_KIND_LINK, COR_LINK_ID, link);
        if (has(&where->mode, mode) && has(&where->link, id) &&
            is_in(draft, &where->country, link))
            op->target[op->n_target++] = link;
    }
}

bool cor_op_where(struct cor_op *op, const struct cor_yaml_node *map)
{
    struct where where = {0};
    const size_t n_error = op->draft->report->n_error;
    if (!cor_read_expect(op->reader, map, COR_YAML_MAP, "where"))
        return true;
    op->target = cor_arena_array(op->draft->arena, uint32_t,
                                 op->draft->table[COR_KIND_LINK].n);
    if (op->target == NULL || !read_where(op, &where, map))
        return false;
    if (op->draft->report->n_error > n_error)
        return true;
    match(op, &where);
    if (op->n_target == 0)
        COR_OP_WARN(op, map, "matches-nothing", NULL,
                    "no link is like this: nothing changes");
    return true;
}

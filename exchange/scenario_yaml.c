#include "exchange/scenario_yaml.h"

#include "exchange/field_text.h"
#include "exchange/native.h"
#include "exchange/record_yaml.h"

/* Sections are written in block style, records and what they hold in flow
   style: a line each. */

/* What is a value, or a mapping in its place: of the last file that states
   either. */
static void put_last(const struct cor_yaml_writing *w, uint32_t field)
{
    const char *key = cor_kinds[COR_KIND_SCENARIO].field[field].key;
    uint32_t last = COR_NONE;
    struct cor_yaml_map map = {false};
    COR_CHECK_EACH(w->draft, COR_KIND_SCENARIO, record)
    if (cor_field_stated(w->draft, COR_KIND_SCENARIO, field, record) ||
        cor_yaml_has_group(w, COR_KIND_SCENARIO, record, key))
        last = record;
    if (last == COR_NONE)
        return;
    cor_yaml_put(w, key);
    cor_yaml_put(w, ": ");
    if (cor_yaml_has_group(w, COR_KIND_SCENARIO, last, key)) {
        cor_yaml_put(w, "{");
        cor_yaml_put_group(w, &map, COR_KIND_SCENARIO, last, key);
        cor_yaml_put(w, "}");
    } else {
        cor_yaml_put_scalar(w, COR_KIND_SCENARIO, field, last);
    }
    cor_yaml_put(w, "\n");
}

/* What every file says itself, or the last one that does. */
static void put_head(const struct cor_yaml_writing *w)
{
    static const uint32_t fields[] = {COR_SCENARIO_SUMMARY, COR_SCENARIO_AS_OF,
                                      COR_SCENARIO_NOTE};
    cor_yaml_put(w, "corridor: 1\n");
    put_last(w, COR_SCENARIO_TITLE);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        uint32_t last = COR_NONE;
        COR_CHECK_EACH(w->draft, COR_KIND_SCENARIO, record)
        if (cor_field_stated(w->draft, COR_KIND_SCENARIO, fields[i], record))
            last = record;
        const bool asked =
            fields[i] == COR_SCENARIO_AS_OF && w->draft->as_of != COR_NO_DATE;
        if (last == COR_NONE && !asked)
            continue;
        cor_yaml_put(w, cor_kinds[COR_KIND_SCENARIO].field[fields[i]].key);
        cor_yaml_put(w, ": ");
        if (asked) {
            char date[COR_DATE_SIZE];
            cor_date_format(date, w->draft->as_of);
            cor_yaml_put(w, date);
        } else {
            cor_yaml_put_scalar(w, COR_KIND_SCENARIO, fields[i], last);
        }
        cor_yaml_put(w, "\n");
    }
    cor_yaml_put(w, "network: [.]\n");
}

/* The last file that states a policy states all of it. */
static void put_policy(const struct cor_yaml_writing *w)
{
    if (w->draft->policy != COR_POLICY_NONE) {
        cor_yaml_put(w, "policy: ");
        cor_yaml_put(w, cor_policies[w->draft->policy]);
        cor_yaml_put(w, "\n");
        return;
    }
    put_last(w, COR_SCENARIO_POLICY);
}

/* Each thing that a cargo states is that of the last cargo which states it. */
static void put_cargo(const struct cor_yaml_writing *w)
{
    struct cor_yaml_map map = {false};
    if (w->draft->table[COR_KIND_CARGO].n == 0)
        return;
    cor_yaml_put(w, "cargo: {");
    for (uint32_t i = 0; i < cor_kinds[COR_KIND_CARGO].n_field; i++) {
        uint32_t last = COR_NONE;
        COR_CHECK_EACH(w->draft, COR_KIND_CARGO, record)
        if (cor_field_stated(w->draft, COR_KIND_CARGO, i, record))
            last = record;
        if (last != COR_NONE)
            cor_yaml_put_field(w, &map, COR_KIND_CARGO, i, last);
    }
    cor_yaml_put(w, "}\n");
}

static void put_map(const struct cor_yaml_writing *w)
{
    uint32_t last = COR_NONE;
    COR_CHECK_EACH(w->draft, COR_KIND_MAP, record)
    last = record;
    if (last == COR_NONE)
        return;
    cor_yaml_put(w, "map: ");
    cor_yaml_put_record(w, COR_KIND_MAP, last, 0);
    cor_yaml_put(w, "\n");
}

static bool put_section(const struct cor_yaml_writing *w,
                        enum cor_kind kind,
                        struct cor_arena *scratch)
{
    bool *living;
    if (!cor_native_living(&living, w->draft, kind, scratch))
        return false;
    bool begun = false;
    const bool by_id = cor_kinds[kind].written == COR_WRITTEN_BY_ID;
    for (uint32_t i = 0; i < w->draft->table[kind].n; i++) {
        if (!living[i])
            continue;
        cor_yaml_put(w, begun ? "" : cor_kinds[kind].section);
        cor_yaml_put(w, begun ? "  " : ":\n  ");
        begun = true;
        if (by_id)
            cor_yaml_put_word(w, cor_text_of(cor_draft_name(
                                     w->draft, cor_kinds[kind].space,
                                     cor_draft_word(w->draft, kind, 0, i))));
        cor_yaml_put(w, by_id ? ": " : "- ");
        cor_yaml_put_record(w, kind, i, by_id ? 1 : 0);
        cor_yaml_put(w, "\n");
    }
    return true;
}

/* Lists of records that no table holds. */
static bool is_section(enum cor_kind kind)
{
    return cor_kinds[kind].section != NULL && cor_kinds[kind].table == NULL &&
           cor_kinds[kind].written != COR_WRITTEN_ONCE;
}

bool cor_scenario_yaml(struct cor_buffer *buffer,
                       const struct cor_draft *draft,
                       struct cor_arena *scratch)
{
    const struct cor_yaml_writing w = {buffer, draft};
    put_head(&w);
    put_policy(&w);
    put_cargo(&w);
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        if (is_section(kind) && !put_section(&w, kind, scratch))
            return false;
    put_map(&w);
    return true;
}

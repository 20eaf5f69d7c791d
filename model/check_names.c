#include "model/check.h"
#include "model/op.h"

#include <corridor/model/country.h>
#include <corridor/model/mode.h>

#include <inttypes.h>
#include <string.h>

/* A name that a record states. */
struct named {
    enum cor_kind kind; /* of the record */
    enum cor_space space;
    uint32_t word, spot;
};

typedef void visitor(struct cor_draft *draft, const struct named *named);

static void visit_record(struct cor_draft *draft,
                         const struct cor_draft_column *column,
                         bool is_list,
                         uint32_t record,
                         struct named named,
                         visitor *visit)
{
    if (column->spot[record] == 0)
        return;
    if (!is_list) {
        named.word = column->word[record];
        named.spot = column->spot[record];
        if (named.word != COR_NONE)
            visit(draft, &named);
        return;
    }
    const struct cor_draft_list list = column->list[record];
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        named.word = draft->item[i].word;
        named.spot = draft->item[i].spot;
        if (named.word != COR_NONE)
            visit(draft, &named);
    }
}

/* Every name of a space, kind by kind and field by field. */
static void
visit_all(struct cor_draft *draft, enum cor_space space, visitor *visit)
{
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
            const struct cor_field *field = &cor_kinds[kind].field[i];
            const bool is_list = field->type == COR_TYPE_NAMES;
            const struct cor_draft_column *column =
                cor_draft_column(draft, kind, i);
            if ((field->type != COR_TYPE_NAME && !is_list) ||
                field->space != space || column->spot == NULL)
                continue;
            const struct named named = {.kind = kind, .space = space};
            COR_CHECK_EACH(draft, kind, record)
            visit_record(draft, column, is_list, record, named, visit);
        }
}

/* A mode that tables give to links is a mode; elsewhere it is a slip. */
static void note_mode(struct cor_draft *draft, const struct named *named)
{
    const struct cor_draft_file *file = cor_draft_file_of(draft, named->spot);
    if (named->kind == COR_KIND_LINK && file->is_table)
        draft->mode_in_use[named->word] = true;
}

static void judge_mode(struct cor_draft *draft, const struct named *named)
{
    const struct cor_names *names = &draft->names[COR_SPACE_MODE];
    if (draft->mode_in_use[named->word])
        return;
    const char *near = NULL;
    if (draft->report->n < COR_REPORT_KEPT)
        near = cor_report_nearest(draft->report,
                                  cor_text_of(names->name[named->word]),
                                  names->name, COR_N_MODE);
    COR_CHECK_ADD(draft, COR_ERROR, "unknown-mode", named->spot, near,
                  "no mode has the name '%s'", names->name[named->word]);
}

bool cor_check_modes(struct cor_draft *draft)
{
    const struct cor_names *names = &draft->names[COR_SPACE_MODE];
    draft->mode_in_use = cor_arena_array(draft->arena, bool, names->n);
    if (draft->mode_in_use == NULL)
        return false;
    for (uint32_t mode = 0; mode < names->n; mode++)
        draft->mode_in_use[mode] = mode < COR_N_MODE;
    if (names->n == COR_N_MODE)
        return true;
    visit_all(draft, COR_SPACE_MODE, note_mode);
    visit_all(draft, COR_SPACE_MODE, judge_mode);
    return true;
}

static void judge_country(struct cor_draft *draft, const struct named *named)
{
    const char *code = draft->names[COR_SPACE_COUNTRY].name[named->word];
    if (cor_country_find(cor_text_of(code)) != NULL)
        return;
    const struct cor_country *near = cor_country_nearest(cor_text_of(code));
    const char *advice = NULL;
    if (near != NULL && draft->report->n < COR_REPORT_KEPT)
        advice = cor_text_print(draft->report->arena, "did you mean '%s' (%s)?",
                                near->code, near->name);
    COR_CHECK_ADD(draft, COR_ERROR, "unknown-country", named->spot, advice,
                  "'%s' is not a country code of ISO 3166-1 alpha-2", code);
}

bool cor_check_countries(struct cor_draft *draft)
{
    visit_all(draft, COR_SPACE_COUNTRY, judge_country);
    return true;
}

/* Names of a space that have records, searched for the nearest a limited
   number of times: each search reads all of them. */
const char *cor_check_nearest(struct cor_draft *draft,
                              enum cor_space space,
                              struct cor_text written)
{
    enum { MOST_READ = 2000 * 1000 };
    const struct cor_names *names = &draft->names[space];
    if (draft->report->n >= COR_REPORT_KEPT || draft->n_searched > MOST_READ)
        return NULL;
    draft->n_searched += names->n;
    const char **candidate =
        cor_arena_array(draft->arena, const char *, names->n);
    if (candidate == NULL)
        return NULL;
    for (uint32_t i = 0; i < names->n; i++)
        candidate[i] =
            draft->record_of[space][i] == COR_NONE ? NULL : names->name[i];
    return cor_report_nearest(draft->report, written, candidate, names->n);
}

static const char *const codes[COR_N_SPACE] = {
    [COR_SPACE_PLACE] = "unknown-place",
    [COR_SPACE_LINK] = "unknown-link",
    [COR_SPACE_SERVICE] = "unknown-service",
    [COR_SPACE_SOURCE] = "unknown-source",
    [COR_SPACE_CORRIDOR] = "unknown-corridor",
    [COR_SPACE_GROUP] = "unknown-group",
};

static const struct cor_removal *
find_removal(const struct cor_draft *draft, enum cor_space space, uint32_t word)
{
    const struct cor_removal *removal = NULL;
    for (enum cor_kind kind = 0; kind < COR_N_KIND && removal == NULL; kind++)
        if (cor_kinds[kind].space == space)
            removal = cor_edit_removal(draft, kind, word);
    return removal;
}

/* Where it was removed, else what may be meant. */
static const char *
advise(struct cor_draft *draft, enum cor_space space, uint32_t word)
{
    const struct cor_removal *removal = find_removal(draft, space, word);
    if (removal != NULL)
        return cor_text_print(draft->report->arena, "the op at %s removed it",
                              cor_op_place(draft, removal->spot));
    return cor_check_nearest(draft, space,
                             cor_text_of(draft->names[space].name[word]));
}

static void judge_reference(struct cor_draft *draft, const struct named *named)
{
    const char *code = codes[named->space];
    if (draft->record_of[named->space][named->word] != COR_NONE)
        return;
    /* What was published of a thing need not go before the thing does. */
    if ((named->kind == COR_KIND_RIVAL ||
         named->kind == COR_KIND_EXPLANATION) &&
        find_removal(draft, named->space, named->word) != NULL)
        return;
    const char *name = draft->names[named->space].name[named->word];
    COR_CHECK_ADD(draft, COR_ERROR, code, named->spot,
                  advise(draft, named->space, named->word),
                  "no %s has the id '%s'", code + strlen("unknown-"), name);
}

bool cor_check_references(struct cor_draft *draft)
{
    if (draft->incomplete)
        return true;
    for (enum cor_space space = 0; space < COR_N_SPACE; space++)
        if (codes[space] != NULL && !cor_draft_knows_all(draft, space))
            visit_all(draft, space, judge_reference);
    return true;
}

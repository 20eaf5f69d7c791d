#include "model/table.h"

#include <corridor/model/mode.h>

#include <string.h>

#include "model/check.h"
#include "model/foreign.h"
#include "model/table_part.h"

/* Records refer to sources and places by name, so any order would do; the
   order of reading is the order in which people think of them. */
static const enum cor_kind kinds[] = {
    COR_KIND_SOURCE,      COR_KIND_PLACE,       COR_KIND_LINK,
    COR_KIND_FLOW,        COR_KIND_TRANSFER,    COR_KIND_BORDER,
    COR_KIND_SERVICE,     COR_KIND_MEASUREMENT, COR_KIND_RIVAL,
    COR_KIND_EXPLANATION, COR_KIND_MEMBER,      COR_KIND_COUNTRY,
};
enum { N_KIND = sizeof kinds / sizeof kinds[0] };

static enum cor_status read_tables(struct cor_table_folder *folder,
                                   struct cor_error *err)
{
    enum cor_status status = cor_table_read_config(folder, err);
    if (status == COR_OK)
        status = cor_table_read_geometry(folder, err);
    for (size_t i = 0; status == COR_OK && i < N_KIND; i++) {
        const bool needed =
            folder->asked_at == 0 &&
            (kinds[i] == COR_KIND_PLACE || kinds[i] == COR_KIND_LINK);
        status = cor_table_read_records(folder, kinds[i], needed, err);
    }
    return status;
}

/* The last part of a path, also of "a/b/". */
static struct cor_text last_part(const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    size_t start = n;
    while (start > 0 && path[start - 1] != '/')
        start--;
    return (struct cor_text){path + start, n - start};
}

static uint32_t first_spot(const struct cor_draft *draft, enum cor_kind kind)
{
    return draft->table[kind].n == 0 ? 1 : draft->table[kind].spot[0];
}

/* A scenario file would say what it shows; a folder has only its name. */
static bool name_scenario(const struct cor_table_folder *folder,
                          struct cor_text name)
{
    struct cor_draft *draft = folder->draft;
    const uint32_t spot = first_spot(draft, COR_KIND_PLACE);
    uint32_t record;
    return cor_draft_record(&record, draft, COR_KIND_SCENARIO, spot) &&
           cor_draft_set(draft, COR_KIND_SCENARIO, record, COR_SCENARIO_VERSION,
                         cor_text_of("1"), spot) &&
           cor_draft_set(draft, COR_KIND_SCENARIO, record, COR_SCENARIO_TITLE,
                         name, spot);
}

/* Records that name no source come from the folder itself. */
static bool credit(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t field,
                   uint32_t source)
{
    const struct cor_draft_table *table = &draft->table[kind];
    if (table->n == 0)
        return true;
    const struct cor_draft_column *column = cor_draft_open(draft, kind, field);
    if (column == NULL)
        return false;
    for (uint32_t i = 0; i < table->n; i++)
        if (column->spot[i] == 0) {
            column->spot[i] = table->spot[i];
            column->word[i] = source;
        }
    return true;
}

static bool states_all_sources(const struct cor_draft *draft)
{
    return cor_draft_states_all(draft, COR_KIND_PLACE, COR_PLACE_SOURCE) &&
           cor_draft_states_all(draft, COR_KIND_LINK, COR_LINK_SOURCE);
}

/* A folder that was written once may describe the source itself. */
static bool describes(const struct cor_draft *draft, struct cor_text id)
{
    const uint32_t word = cor_names_find(&draft->names[COR_SPACE_SOURCE], id);
    for (uint32_t i = 0; i < draft->table[COR_KIND_SOURCE].n; i++)
        if (word != COR_NONE &&
            cor_draft_word(draft, COR_KIND_SOURCE, COR_SOURCE_ID, i) == word)
            return true;
    return false;
}

static bool
add_source(struct cor_draft *draft, struct cor_text id, struct cor_text folder)
{
    const uint32_t spot = first_spot(draft, COR_KIND_PLACE);
    const char *title = cor_text_print(draft->arena, "GMNS tables in '%.*s'",
                                       (int)folder.n, folder.at);
    uint32_t record;
    return title != NULL &&
           cor_draft_record(&record, draft, COR_KIND_SOURCE, spot) &&
           cor_draft_set(draft, COR_KIND_SOURCE, record, COR_SOURCE_ID, id,
                         spot) &&
           cor_draft_set(draft, COR_KIND_SOURCE, record, COR_SOURCE_TITLE,
                         cor_text_of(title), spot);
}

static bool name_source(const struct cor_table_folder *folder,
                        struct cor_text name)
{
    const struct cor_text id = cor_text_of("gmns-tables");
    struct cor_draft *draft = folder->draft;
    if (states_all_sources(draft))
        return true;
    if (!describes(draft, id) && !add_source(draft, id, name))
        return false;
    const uint32_t source = cor_names_find(&draft->names[COR_SPACE_SOURCE], id);
    return credit(draft, COR_KIND_PLACE, COR_PLACE_SOURCE, source) &&
           credit(draft, COR_KIND_LINK, COR_LINK_SOURCE, source);
}

/* A folder cannot say what to choose by; the command can. */
static bool choose_policy(struct cor_draft *draft)
{
    const uint32_t spot = first_spot(draft, COR_KIND_RIVAL);
    if (draft->table[COR_KIND_RIVAL].n == 0 || draft->policy != COR_POLICY_NONE)
        return true;
    cor_report_add(draft->report, COR_WARNING, "no-policy",
                   cor_draft_spot(draft, spot), "--policy names another",
                   "the folder states no policy for its rival values: %s",
                   cor_policies[COR_POLICY_OFFICIAL]);
    return cor_draft_set(draft, COR_KIND_SCENARIO,
                         draft->table[COR_KIND_SCENARIO].n - 1,
                         COR_SCENARIO_POLICY,
                         cor_text_of(cor_policies[COR_POLICY_OFFICIAL]), spot);
}

/* A folder that is a scenario of its own. */
static enum cor_status describe(const struct cor_table_folder *folder,
                                struct cor_error *err)
{
    const struct cor_text name = last_part(folder->shown);
    return name_scenario(folder, name) && name_source(folder, name) &&
                   choose_policy(folder->draft)
               ? COR_OK
               : COR_FAIL_MEMORY(err);
}

enum cor_status cor_table_read_files(struct cor_draft *draft,
                                     const struct cor_source *file,
                                     size_t n,
                                     const char *shown,
                                     struct cor_error *err)
{
    struct cor_table_folder reading = {
        .draft = draft, .shown = shown, .file = file, .n_file = n};
    const enum cor_status status = read_tables(&reading, err);
    return status == COR_OK ? describe(&reading, err) : status;
}

enum cor_status cor_table_read_folder(struct cor_draft *draft,
                                      const char *folder,
                                      const char *shown,
                                      uint32_t asked_at,
                                      struct cor_error *err)
{
    struct cor_table_folder reading = {
        .draft = draft, .path = folder, .shown = shown, .asked_at = asked_at};
    const enum cor_status status = read_tables(&reading, err);
    if (status != COR_OK)
        return status;
    if (!cor_foreign_list_tables(&reading))
        return COR_FAIL_MEMORY(err);
    if (asked_at == 0)
        return describe(&reading, err);
    if (reading.n_table == 0)
        cor_report_add(draft->report, COR_ERROR, "no-tables",
                       cor_draft_spot(draft, asked_at),
                       "a folder of tables has a node.csv or a link.csv",
                       "there are no tables in '%s'", shown);
    return COR_OK;
}

#include <corridor/exchange/export.h>

#include "exchange/format_list.h"
#include "exchange/native.h"
#include "exchange/native_foreign.h"
#include "exchange/scenario_yaml.h"
#include "exchange/tables.h"
#include "model/visit.h"

#include <math.h>
#include <string.h>

static enum cor_status write_file(struct cor_export *export,
                                  const struct cor_draft *draft,
                                  struct cor_error *err)
{
    struct cor_arena scratch;
    struct cor_buffer buffer = {.arena = export->tables.arena};
    cor_arena_init(&scratch, SIZE_MAX);
    const bool good = cor_scenario_yaml(&buffer, draft, &scratch);
    cor_arena_finish(&scratch);
    export->file = (struct cor_text){buffer.at, buffer.n};
    return good && !buffer.failed ? COR_OK : COR_FAIL_MEMORY(err);
}

static enum cor_status
visit_read(void *with, const struct cor_draft *draft, struct cor_error *err)
{
    struct cor_export *export = with;
    struct cor_buffer lost = {.arena = export->tables.arena};
    enum cor_status status =
        cor_native_tables(&export->tables, draft, false, err);
    if (status == COR_OK)
        status = cor_native_config(&export->tables, draft, err);
    cor_native_lost(&lost, draft);
    if (status == COR_OK && lost.failed)
        status = COR_FAIL_MEMORY(err);
    export->lost = (struct cor_text){lost.at, lost.n};
    return status == COR_OK ? write_file(export, draft, err) : status;
}

static enum cor_status
visit_checked(void *with, const struct cor_draft *draft, struct cor_error *err)
{
    struct cor_export *export = with;
    enum cor_status status =
        cor_native_tables(&export->layers, draft, true, err);
    if (status == COR_OK)
        status = cor_native_rivals(&export->layers, draft, err);
    if (status == COR_OK)
        status = cor_native_rivals(&export->tables, draft, err);
    if (status == COR_OK)
        status = cor_native_config(&export->layers, draft, err);
    return status;
}

/* Modes that links take a speed, cost, emission or circuity from. */
static size_t count_defaults(const struct cor_scenario *scenario)
{
    size_t n = 0;
    for (uint32_t i = 0; i < scenario->n_mode; i++) {
        const struct cor_default *of = &scenario->defaults[i];
        n += !isnan(of->speed_m_s.number) || !isnan(of->circuity.number) ||
             !isnan(of->cost_usd_per_tkm.number) ||
             !isnan(of->cost_usd_per_feu_km.number) ||
             !isnan(of->co2e_kg_per_tkm.number);
    }
    return n;
}

enum cor_status cor_export_load(struct cor_export *out,
                                enum cor_load_state *state,
                                const char *path,
                                const struct cor_load *how,
                                struct cor_report *report,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    struct cor_export export = {0};
    const struct cor_draft_visitor visitor = {&export, visit_read,
                                              visit_checked};
    cor_sheets_init(&export.layers, arena, report);
    cor_sheets_init(&export.tables, arena, report);
    const enum cor_status status = cor_scenario_load_visited(
        &export.scenario, state, path, how, &visitor, report, arena, err);
    if (status != COR_OK)
        return status;
    export.layers.title = export.scenario->title;
    export.tables.title = export.scenario->title;
    export.n_left[0] = export.scenario->n_corridor;
    export.n_left[1] = export.scenario->n_claim;
    export.n_left[2] = count_defaults(export.scenario);
    *out = export;
    for (size_t i = 0; i < out->layers.n; i++)
        out->layers.sheet[i]->in = &out->layers;
    for (size_t i = 0; i < out->tables.n; i++)
        out->tables.sheet[i]->in = &out->tables;
    return COR_OK;
}

static bool is_held(const struct cor_format *format, const char *name)
{
    const char *const *held = format->holds;
    while (held != NULL && *held != NULL && strcmp(*held, name) != 0)
        held++;
    return held == NULL || *held != NULL;
}

static void
count(struct cor_buffer *list, size_t n, const char *before, const char *what)
{
    if (n == 0)
        return;
    cor_buffer_text(list, list->n == 0 ? "" : ", ");
    cor_buffer_whole(list, n);
    cor_buffer_text(list, before);
    cor_buffer_text(list, what);
}

/* "10 corridors, 151 rows of source": what stays behind, in one line. */
static enum cor_status tell_left(const struct cor_export *export,
                                 const struct cor_format *format,
                                 struct cor_error *err)
{
    struct cor_buffer list = {.arena = export->layers.arena};
    count(&list, export->n_left[0], " ", "corridors");
    count(&list, export->n_left[1], " ", "claims");
    count(&list, export->n_left[2], " ", "modes' defaults");
    for (size_t i = 0; i < export->layers.n; i++) {
        const struct cor_sheet *sheet = export->layers.sheet[i];
        if (!is_held(format, sheet->name))
            count(&list, sheet->n, " rows of ", sheet->name);
    }
    if (list.failed)
        return COR_FAIL_MEMORY(err);
    if (list.n != 0)
        cor_report_add(export->layers.report, COR_NOTE, "not-exported",
                       (struct cor_spot){0}, "csv keeps everything",
                       "%s cannot hold, and lacks: %.*s", format->title,
                       (int)list.n, list.at);
    return COR_OK;
}

static enum cor_status write_tables(struct cor_files *files,
                                    const struct cor_export *export,
                                    struct cor_error *err)
{
    const struct cor_file file = {"scenario.yaml", export->file.at,
                                  export->file.n};
    const enum cor_status status =
        cor_format_csv.write(files, &export->tables, err);
    return status == COR_OK ? cor_files_add(files, file, err) : status;
}

enum cor_status cor_export_write(struct cor_files *files,
                                 const struct cor_export *export,
                                 const struct cor_format *format,
                                 struct cor_error *err)
{
    if (format->write == NULL)
        return COR_FAIL(err, COR_UNSUPPORTED, "%s can only be read",
                        format->title);
    if (export->lost.n != 0)
        cor_report_add(export->layers.report, COR_NOTE, "not-exported",
                       (struct cor_spot){0}, NULL,
                       "corridor does not read, and leaves behind: %.*s",
                       (int)export->lost.n, export->lost.at);
    if (format == &cor_format_csv)
        return write_tables(files, export, err);
    const enum cor_status status = tell_left(export, format, err);
    return status == COR_OK ? format->write(files, &export->layers, err)
                            : status;
}

#include <corridor/model/load.h>

#include <corridor/base/file.h>

#include "model/build.h"
#include "model/check.h"
#include "model/check_ground.h"
#include "model/foreign.h"
#include "model/layers.h"
#include "model/path.h"
#include "model/table.h"
#include "model/visit.h"
#include "model/yaml_tree.h"

#include <string.h>

/* What is asked for, and the draft that it is read into. */
struct loading {
    struct cor_draft draft;
    struct cor_arena arena; /* of the draft */
    const struct cor_load *how;
    const char *name; /* of the scenario, as users named it */
    const struct cor_draft_visitor *visitor; /* or NULL */
};

/* The folder that files must stay in: what is asked for, else the parent of
   the folder of the scenario. */
static enum cor_status
find_root(struct loading *loading, const char *real, struct cor_error *err)
{
    struct cor_arena *arena = &loading->arena;
    struct cor_path root;
    const char *asked = loading->how->root;
    const char *folder =
        real == NULL ? "." : cor_path_folder(real, &loading->arena);
    if (folder == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_path_answer answer =
        asked != NULL
            ? cor_path_find(&root, NULL, "", cor_text_of(asked), NULL, arena)
            : cor_path_find(&root, folder, "", cor_text_of(".."), NULL, arena);
    if (answer == COR_PATH_NO_MEMORY)
        return COR_FAIL_MEMORY(err);
    if (answer != COR_PATH_FOUND || !root.is_folder)
        return COR_FAIL(err, COR_CANNOT_READ, "there is no folder %s",
                        asked != NULL ? asked : folder);
    loading->draft.root = root.real;
    return COR_OK;
}

/* A file that is too large is a complaint like any other. */
static enum cor_status refuse_size(struct loading *loading,
                                   struct cor_error *reason,
                                   struct cor_error *err)
{
    struct cor_source source = {
        .name = cor_text_escape(loading->draft.report->arena,
                                cor_text_of(loading->name)),
        .bytes = "",
    };
    if (source.name == NULL)
        return COR_FAIL_MEMORY(err);
    cor_report_add(loading->draft.report, COR_ERROR, "too-large",
                   (struct cor_spot){&source, 0},
                   "larger networks are written as tables", "%s", reason->text);
    loading->draft.unreadable = true;
    return COR_OK;
}

static enum cor_status read_file(struct loading *loading,
                                 const char *path,
                                 const char *real,
                                 struct cor_error *err)
{
    struct cor_error reason = {0};
    struct cor_source source;
    enum cor_status status = cor_file_read(
        &source, path, NULL, COR_YAML_LARGEST, &loading->arena, &reason);
    if (status == COR_BAD_INPUT)
        return refuse_size(loading, &reason, err);
    if (status != COR_OK)
        return COR_FAIL(err, status, "%s", reason.text);
    source.name =
        cor_text_copy(loading->draft.report->arena, cor_text_of(source.name));
    if (source.name == NULL)
        return COR_FAIL_MEMORY(err);
    status = find_root(loading, real, err);
    return status == COR_OK
               ? cor_layers_read(&loading->draft, &source, real, err)
               : status;
}

static enum cor_status
read_path(struct loading *loading, const char *path, struct cor_error *err)
{
    struct cor_path found = {0};
    if (strcmp(path, "-") == 0)
        return read_file(loading, path, NULL, err);
    const enum cor_path_answer answer = cor_path_find(
        &found, NULL, "", cor_text_of(path), NULL, &loading->arena);
    if (answer == COR_PATH_NO_MEMORY)
        return COR_FAIL_MEMORY(err);
    if (answer == COR_PATH_FOUND && found.is_folder)
        return cor_table_read_folder(&loading->draft, found.real, path, 0, err);
    return read_file(loading, path, found.real, err);
}

static enum cor_status read_text(struct loading *loading,
                                 const char *name,
                                 struct cor_text text,
                                 struct cor_error *err)
{
    struct cor_report *report = loading->draft.report;
    const struct cor_source source = {
        .name = cor_text_escape(report->arena, cor_text_of(name)),
        .bytes = text.at,
        .n = text.n,
    };
    if (source.name == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status = find_root(loading, NULL, err);
    return status == COR_OK
               ? cor_layers_read(&loading->draft, &source, NULL, err)
               : status;
}

static enum cor_status visit_read(struct loading *loading,
                                  struct cor_error *err)
{
    const struct cor_draft_visitor *visitor = loading->visitor;
    return visitor == NULL || cor_draft_has_errors(&loading->draft)
               ? COR_OK
               : visitor->read(visitor->with, &loading->draft, err);
}

static enum cor_status visit_checked(struct loading *loading,
                                     struct cor_error *err)
{
    const struct cor_draft_visitor *visitor = loading->visitor;
    return visitor == NULL
               ? COR_OK
               : visitor->checked(visitor->with, &loading->draft, err);
}

/* After reading: check, and build if there is nothing against it. */
static enum cor_status finish(struct loading *loading,
                              const struct cor_scenario **out,
                              enum cor_load_state *state,
                              struct cor_error *err)
{
    struct cor_draft *draft = &loading->draft;
    if (draft->unreadable) {
        *state = COR_LOAD_UNREADABLE;
        return COR_FAIL(err, COR_BAD_INPUT, "%s could not be read",
                        loading->name);
    }
    enum cor_status status = visit_read(loading, err);
    if (status == COR_OK)
        status = cor_check(draft, err);
    *state = COR_LOAD_FAULTY;
    if (status != COR_OK)
        return status;
    if (cor_draft_has_errors(draft))
        return COR_FAIL(err, COR_BAD_INPUT, "%s has errors", loading->name);
    status = cor_check_ground(draft, loading->how, err);
    if (status == COR_OK)
        status = visit_checked(loading, err);
    if (status != COR_OK)
        return status;
    status = cor_build(out, draft, loading->name, err);
    if (status == COR_OK)
        *state = COR_LOAD_GOOD;
    return status;
}

static bool begin(struct loading *loading,
                  const char *name,
                  const struct cor_load *how,
                  struct cor_report *report,
                  struct cor_arena *arena)
{
    *loading = (struct loading){.how = how, .name = name};
    cor_arena_init(&loading->arena, arena->limit - arena->used);
    if (!cor_draft_init(&loading->draft, &loading->arena, arena, report))
        return false;
    loading->draft.as_of = how->as_of;
    loading->draft.policy = how->policy;
    return true;
}

/* On failure what was taken for the scenario is given back, unless complaints
   stand above it. */
static void
end(struct loading *loading, enum cor_status status, struct cor_arena_mark mark)
{
    struct cor_report *report = loading->draft.report;
    struct cor_arena *arena = loading->draft.kept;
    cor_arena_finish(&loading->arena);
    report->counted = (struct cor_spot){0};
    cor_report_sort(report);
    if (status != COR_OK && report->arena != arena)
        cor_arena_rewind(arena, mark);
}

/* Who looks at the draft may want to write all of it again. */
static enum cor_status keep_foreign(struct loading *loading,
                                    struct cor_error *err)
{
    loading->draft.foreign =
        cor_arena_take_zero(&loading->arena, 1, sizeof *loading->draft.foreign);
    return loading->draft.foreign != NULL ? COR_OK : COR_FAIL_MEMORY(err);
}

enum cor_status
cor_scenario_load_visited(const struct cor_scenario **out,
                          enum cor_load_state *state,
                          const char *path,
                          const struct cor_load *how,
                          const struct cor_draft_visitor *visitor,
                          struct cor_report *report,
                          struct cor_arena *arena,
                          struct cor_error *err)
{
    struct loading loading;
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    *state = COR_LOAD_UNREADABLE;
    enum cor_status status = begin(&loading, path, how, report, arena)
                                 ? COR_OK
                                 : COR_FAIL_MEMORY(err);
    loading.visitor = visitor;
    if (status == COR_OK && visitor != NULL)
        status = keep_foreign(&loading, err);
    if (status == COR_OK)
        status = read_path(&loading, path, err);
    if (status == COR_OK && how->flows != NULL)
        status =
            cor_table_read_file(&loading.draft, COR_KIND_FLOW, how->flows, err);
    if (status == COR_OK)
        status = finish(&loading, out, state, err);
    end(&loading, status, mark);
    return status;
}

enum cor_status cor_scenario_load(const struct cor_scenario **out,
                                  enum cor_load_state *state,
                                  const char *path,
                                  const struct cor_load *how,
                                  struct cor_report *report,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    return cor_scenario_load_visited(out, state, path, how, NULL, report, arena,
                                     err);
}

enum cor_status cor_scenario_load_tables(const struct cor_scenario **out,
                                         enum cor_load_state *state,
                                         const char *name,
                                         const struct cor_source *file,
                                         size_t n,
                                         const struct cor_load *how,
                                         struct cor_report *report,
                                         struct cor_arena *arena,
                                         struct cor_error *err)
{
    struct loading loading;
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    *state = COR_LOAD_UNREADABLE;
    enum cor_status status =
        begin(&loading, name, how, report, arena)
            ? cor_table_read_files(&loading.draft, file, n, name, err)
            : COR_FAIL_MEMORY(err);
    if (status == COR_OK)
        status = finish(&loading, out, state, err);
    end(&loading, status, mark);
    return status;
}

enum cor_status cor_scenario_load_text(const struct cor_scenario **out,
                                       enum cor_load_state *state,
                                       const char *name,
                                       struct cor_text text,
                                       const struct cor_load *how,
                                       struct cor_report *report,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    struct loading loading;
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    *state = COR_LOAD_UNREADABLE;
    enum cor_status status = begin(&loading, name, how, report, arena)
                                 ? read_text(&loading, name, text, err)
                                 : COR_FAIL_MEMORY(err);
    if (status == COR_OK)
        status = finish(&loading, out, state, err);
    end(&loading, status, mark);
    return status;
}

#include "model/layers.h"

#include <corridor/base/file.h>

#include "model/op.h"
#include "model/path.h"
#include "model/read.h"
#include "model/table.h"

#include <string.h>

/* A scenario file that is being read, and the one that extends it. */
struct layer {
    const struct layer *above;       /* NULL: the outermost */
    const struct cor_source *source; /* owned by the draft's arena */
    const char *real;                /* resolved path; NULL: not a file */
    const char *folder; /* resolved, that its paths begin at; NULL: none */
    const char *shown;  /* the same as users would name it */
};

static enum cor_status read_layer(struct cor_draft *draft,
                                  const struct layer *layer,
                                  struct cor_error *err);

static struct cor_spot spot_in(const struct layer *layer,
                               const struct cor_yaml_node *node)
{
    return (struct cor_spot){layer->source, node->offset};
}

/* A file that asks for itself: "a.yaml -> b.yaml -> a.yaml". */
static const char *
show_chain(const struct layer *layer, const char *real, struct cor_arena *arena)
{
    const char *chain = layer->source->name;
    for (; layer->real == NULL || strcmp(layer->real, real) != 0;
         layer = layer->above)
        if (chain != NULL && layer->above != NULL)
            chain = cor_text_print(arena, "%s -> %s",
                                   layer->above->source->name, chain);
    return chain == NULL
               ? ""
               : cor_text_print(arena, "%s -> %s", chain, layer->source->name);
}

static bool is_above(const struct layer *layer, const char *real)
{
    for (; layer != NULL; layer = layer->above)
        if (layer->real != NULL && strcmp(layer->real, real) == 0)
            return true;
    return false;
}

/* Whether a path that a file states was found; complains if not. */
static bool judge_path(struct cor_draft *draft,
                       const struct layer *layer,
                       const struct cor_yaml_node *node,
                       enum cor_path_answer answer)
{
    const char *written = cor_draft_quote(draft, node->text);
    draft->incomplete = draft->incomplete || answer != COR_PATH_FOUND;
    if (answer == COR_PATH_MISSING)
        cor_report_add(draft->report, COR_ERROR, "missing-file",
                       spot_in(layer, node),
                       "paths begin at the folder of the file they stand in",
                       "there is no '%s'", written);
    if (answer == COR_PATH_OUTSIDE)
        cor_report_add(draft->report, COR_ERROR, "outside-root",
                       spot_in(layer, node),
                       "--root names the folder that files must lie in",
                       "'%s' lies outside the folder of scenarios", written);
    return answer == COR_PATH_FOUND;
}

static enum cor_status fail_path(enum cor_path_answer answer,
                                 struct cor_error *err)
{
    return answer == COR_PATH_NO_MEMORY ? COR_FAIL_MEMORY(err) : COR_OK;
}

/* Read the file of a layer; what cannot be read is a complaint at `node`, and
   leaves the layer without source. */
static enum cor_status read_source(struct cor_draft *draft,
                                   struct layer *layer,
                                   const struct cor_path *path,
                                   const struct cor_yaml_node *node,
                                   struct cor_error *err)
{
    struct cor_error reason = {0};
    struct cor_source source;
    const enum cor_status status =
        cor_file_read(&source, path->real, path->shown, COR_YAML_LARGEST,
                      draft->arena, &reason);
    if (status == COR_NO_MEMORY)
        return COR_FAIL_MEMORY(err);
    if (status != COR_OK) {
        cor_report_add(draft->report, COR_ERROR, "cannot-read",
                       spot_in(layer->above, node), NULL, "%s", reason.text);
        draft->incomplete = true;
        return COR_OK;
    }
    source.name =
        cor_text_escape(draft->report->arena, cor_text_of(path->shown));
    layer->source = cor_arena_copy(draft->arena, &source, 1, sizeof source);
    layer->folder = cor_path_folder(path->real, draft->arena);
    layer->shown = cor_path_folder(path->shown, draft->arena);
    return source.name == NULL || layer->source == NULL ||
                   layer->folder == NULL || layer->shown == NULL
               ? COR_FAIL_MEMORY(err)
               : COR_OK;
}

/* The scenario that a layer extends, read before it. */
static enum cor_status read_base(struct cor_draft *draft,
                                 const struct layer *above,
                                 const struct cor_yaml_node *node,
                                 struct cor_error *err)
{
    struct cor_path path;
    struct layer layer = {.above = above};
    const enum cor_path_answer answer =
        cor_path_find(&path, above->folder, above->shown, node->text,
                      draft->root, draft->arena);
    if (!judge_path(draft, above, node, answer))
        return fail_path(answer, err);
    if (is_above(above, path.real)) {
        cor_report_add(draft->report, COR_ERROR, "cycle", spot_in(above, node),
                       NULL, "scenarios extend each other in a circle: %s",
                       show_chain(above, path.real, draft->arena));
        return COR_OK;
    }
    layer.real = path.real;
    const enum cor_status status = read_source(draft, &layer, &path, node, err);
    if (status != COR_OK || layer.source == NULL)
        return status;
    const enum cor_status below = read_layer(draft, &layer, err);
    draft->layer++;
    return below;
}

static enum cor_status read_folder(struct cor_draft *draft,
                                   const struct layer *layer,
                                   const struct cor_yaml_node *node,
                                   uint32_t base,
                                   struct cor_error *err)
{
    struct cor_path path;
    const enum cor_path_answer answer =
        cor_path_find(&path, layer->folder, layer->shown, node->text,
                      draft->root, draft->arena);
    if (!judge_path(draft, layer, node, answer))
        return fail_path(answer, err);
    if (!path.is_folder) {
        cor_report_add(draft->report, COR_ERROR, "not-a-folder",
                       spot_in(layer, node), "name the folder of the tables",
                       "'%s' is not a folder",
                       cor_draft_quote(draft, node->text));
        draft->incomplete = true;
        return COR_OK;
    }
    return cor_table_read_folder(draft, path.real, path.shown,
                                 base + node->offset, err);
}

static void want(struct cor_draft *draft,
                 const struct layer *layer,
                 const struct cor_yaml_node *node,
                 const char *what)
{
    if (node->type != COR_YAML_VOID)
        cor_report_add(draft->report, COR_ERROR, "wrong-type",
                       spot_in(layer, node), NULL, "%s", what);
}

static enum cor_status read_folders(struct cor_draft *draft,
                                    const struct layer *layer,
                                    const struct cor_yaml *yaml,
                                    uint32_t base,
                                    struct cor_error *err)
{
    const struct cor_yaml_node *list = cor_read_key(yaml, "network");
    if (list == NULL)
        return COR_OK;
    if (list->type != COR_YAML_LIST)
        want(draft, layer, list, "network: a list of folders is wanted");
    enum cor_status status = COR_OK;
    for (const struct cor_yaml_node *item =
             list->type == COR_YAML_LIST ? cor_yaml_first(yaml, list) : NULL;
         item != NULL && status == COR_OK; item = cor_yaml_next(yaml, item)) {
        if (item->type == COR_YAML_SCALAR)
            status = read_folder(draft, layer, item, base, err);
        else
            want(draft, layer, item, "network: a folder is wanted");
    }
    return status;
}

static enum cor_status read_layer(struct cor_draft *draft,
                                  const struct layer *layer,
                                  struct cor_error *err)
{
    struct cor_yaml yaml;
    uint32_t base;
    enum cor_status status =
        cor_yaml_read(&yaml, layer->source, draft->report, draft->arena, err);
    if (status != COR_OK)
        return status;
    if (yaml.root == COR_NONE) {
        draft->unreadable = true;
        return COR_OK;
    }
    const struct cor_yaml_node *extends = cor_read_key(&yaml, "extends");
    if (extends != NULL && extends->type == COR_YAML_SCALAR)
        status = read_base(draft, layer, extends, err);
    else if (extends != NULL)
        want(draft, layer, extends, "extends: a path is wanted");
    if (status == COR_OK)
        status = cor_draft_add_file(&base, draft, layer->source, false, err);
    if (status == COR_OK)
        status = read_folders(draft, layer, &yaml, base, err);
    if (status == COR_OK)
        status = cor_read_records(draft, &yaml, base, err);
    return status == COR_OK ? cor_ops_read(draft, &yaml, base, err) : status;
}

enum cor_status cor_layers_read(struct cor_draft *draft,
                                const struct cor_source *source,
                                const char *real,
                                struct cor_error *err)
{
    struct layer layer = {.real = real};
    layer.source = cor_arena_copy(draft->arena, source, 1, sizeof *source);
    layer.folder = real == NULL ? "" : cor_path_folder(real, draft->arena);
    layer.shown = cor_path_folder(source->name, draft->arena);
    if (layer.source == NULL || layer.folder == NULL || layer.shown == NULL)
        return COR_FAIL_MEMORY(err);
    return read_layer(draft, &layer, err);
}

/* model/yaml_tree.h -- the part of YAML that scenarios are written in, as a tree.
 *
 * Anchors, aliases, tags, merge keys, null values and a second document are
 * complained of here; what is left is scalars, lists and mappings.
 */
#ifndef MODEL_YAML_TREE_H
#define MODEL_YAML_TREE_H

#include <corridor/base/report.h>

enum cor_yaml_type {
    COR_YAML_SCALAR,
    COR_YAML_LIST,
    COR_YAML_MAP,
    COR_YAML_VOID, /* complained of already */
};

/** A value and its place; members of a mapping are key, value, key, value. */
struct cor_yaml_node {
    struct cor_text text; /* of a scalar; of the source, or of the arena */
    uint32_t offset;      /* in the source */
    uint32_t first, next; /* first member, next of the same; COR_NONE: none */
    enum cor_yaml_type type;
};

struct cor_yaml {
    const struct cor_source *source;
    struct cor_yaml_node **chunk;
    size_t n_chunk, capacity;
    uint32_t n, root; /* root COR_NONE: it could not be read */
};

/** What files may have at most. */
enum {
    COR_YAML_LARGEST = 64 << 20,     /* bytes of a file */
    COR_YAML_LONGEST = 64 << 10,     /* bytes of a scalar */
    COR_YAML_DEEPEST = 32,           /* values around a value */
    COR_YAML_MOST = 8 * 1000 * 1000, /* values of a file */
};

/**
 * Read a YAML document.
 *
 * out     its tree; with the root COR_NONE and a complaint when the source is
 *         not UTF-8, not YAML, empty, or beyond the limits above
 * source  borrowed
 * report  gets every complaint
 * Errors  COR_NO_MEMORY
 * Cost    O(bytes); about 40 bytes of the arena a value
 */
COR_CHECKED enum cor_status cor_yaml_read(struct cor_yaml *out,
                                          const struct cor_source *source,
                                          struct cor_report *report,
                                          struct cor_arena *arena,
                                          struct cor_error *err);

/** A node by its number. */
const struct cor_yaml_node *cor_yaml_node(const struct cor_yaml *yaml,
                                          uint32_t number);

/** The node after `node` in its list or mapping, or NULL. */
static inline const struct cor_yaml_node *
cor_yaml_next(const struct cor_yaml *yaml, const struct cor_yaml_node *node)
{
    return node->next == COR_NONE ? NULL : cor_yaml_node(yaml, node->next);
}

/** The first member of a list or mapping, or NULL. */
static inline const struct cor_yaml_node *
cor_yaml_first(const struct cor_yaml *yaml, const struct cor_yaml_node *node)
{
    return node->first == COR_NONE ? NULL : cor_yaml_node(yaml, node->first);
}

/** Whether bytes are text that YAML may be written in: UTF-8 without control
 *  characters; complains if not. */
bool cor_yaml_judge_bytes(const struct cor_source *source,
                          struct cor_report *report);

#endif

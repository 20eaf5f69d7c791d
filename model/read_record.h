/* model/read_record.h -- from YAML to one record of a draft. */
#ifndef MODEL_READ_RECORD_H
#define MODEL_READ_RECORD_H

#include "model/draft.h"
#include "model/yaml_tree.h"

/** Where the records of a file go. */
struct cor_reader {
    struct cor_draft *draft;
    const struct cor_yaml *yaml;
    uint32_t base;                  /* the spot of the file's first byte */
    const char *const *passed_over; /* ended by NULL: keys that are no fields of
                                       a record, though they stand in it; or
                                       NULL */
};

static inline uint32_t cor_read_spot(const struct cor_reader *reader,
                                     const struct cor_yaml_node *node)
{
    return reader->base + node->offset;
}

/** Complain at a node. */
void cor_read_refuse(const struct cor_reader *reader,
                     const struct cor_yaml_node *node,
                     const char *code,
                     const char *suggestion,
                     const char *name,
                     const char *message);

/** Whether a node has the type that is wanted; complains unless it is void. */
bool cor_read_expect(const struct cor_reader *reader,
                     const struct cor_yaml_node *node,
                     enum cor_yaml_type type,
                     const char *name);

/** Complain of a key that `where` does not have. */
void cor_read_unknown_key(const struct cor_reader *reader,
                          const struct cor_yaml_node *key,
                          const char *const *known,
                          size_t n_known,
                          const char *where);

/** The value after a key, or NULL. */
static inline const struct cor_yaml_node *
cor_read_second(const struct cor_yaml *yaml, const struct cor_yaml_node *key)
{
    return key == NULL ? NULL : cor_yaml_next(yaml, key);
}

/* The members of a mapping, two by two, as far as their keys are scalars. */
#define COR_READ_PAIRS(YAML, MAP, KEY, VALUE)                              \
    for (const struct cor_yaml_node *KEY = cor_yaml_first((YAML), (MAP)),  \
                                    *VALUE = cor_read_second((YAML), KEY); \
         KEY != NULL && VALUE != NULL; KEY = cor_yaml_next((YAML), VALUE), \
                                    VALUE = cor_read_second((YAML), KEY))  \
        if (KEY->type == COR_YAML_SCALAR)

/** Read one field of a record; false for want of memory. */
COR_CHECKED bool cor_read_field(const struct cor_reader *reader,
                                enum cor_kind kind,
                                uint32_t record,
                                uint32_t field,
                                const struct cor_yaml_node *value);

/** Read the members of a group: since when by country, or a list; false for
 *  want of memory. */
COR_CHECKED bool cor_read_members(const struct cor_reader *reader,
                                  uint32_t group,
                                  const struct cor_yaml_node *value);

/** Read terms of a claim: a mapping or a quantity, or a list of them; false for
 *  want of memory. */
COR_CHECKED bool cor_read_terms(const struct cor_reader *reader,
                                enum cor_kind kind,
                                uint32_t record,
                                uint32_t field,
                                const struct cor_yaml_node *value);

/** Read the fields of a record from a mapping; false for want of memory. */
COR_CHECKED bool cor_read_fields(const struct cor_reader *reader,
                                 enum cor_kind kind,
                                 uint32_t record,
                                 const struct cor_yaml_node *map);

#endif

/* exchange/record_yaml.h -- records of a draft in the flow style of YAML. */
#ifndef EXCHANGE_RECORD_YAML_H
#define EXCHANGE_RECORD_YAML_H

#include "exchange/buffer.h"
#include "model/check.h"

/** A scenario file in the making; both are borrowed. */
struct cor_yaml_writing {
    struct cor_buffer *out;
    const struct cor_draft *draft;
};

/** One level of a flow mapping: whether a key was written yet. */
struct cor_yaml_map {
    bool begun;
};

/** Text as it stands. */
void cor_yaml_put(const struct cor_yaml_writing *w, const char *text);

/** A scalar, in quotes where it needs them. */
void cor_yaml_put_word(const struct cor_yaml_writing *w, struct cor_text text);

/** The value of a field that is stated. */
void cor_yaml_put_scalar(const struct cor_yaml_writing *w,
                         enum cor_kind kind,
                         uint32_t field,
                         uint32_t record);

/** The fields of a group that are stated, such as `scope: wtw` of a CO2e. */
void cor_yaml_put_group(const struct cor_yaml_writing *w,
                        struct cor_yaml_map *map,
                        enum cor_kind kind,
                        uint32_t record,
                        const char *group);

/** Whether a field of a group is stated. */
bool cor_yaml_has_group(const struct cor_yaml_writing *w,
                        enum cor_kind kind,
                        uint32_t record,
                        const char *group);

/** A field with its key, if it is stated and stands with no other. */
void cor_yaml_put_field(const struct cor_yaml_writing *w,
                        struct cor_yaml_map *map,
                        enum cor_kind kind,
                        uint32_t field,
                        uint32_t record);

/** The fields of a record from `first` on, as a mapping. */
void cor_yaml_put_record(const struct cor_yaml_writing *w,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t first);

#endif

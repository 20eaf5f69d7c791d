/* corridor/model/rival.h -- values of one attribute that sources disagree on. */
#ifndef COR_MODEL_RIVAL_H
#define COR_MODEL_RIVAL_H

#include <corridor/base/units.h>

#include <stdint.h>

/** How one of several published values is chosen. Ties go to the source whose
 *  id comes first, then to the lower value; so the order of rows is nothing. */
enum cor_policy {
    COR_POLICY_NONE,   /* not stated */
    COR_POLICY_NEWEST, /* of the latest `year`; an unstated one is the oldest */
    COR_POLICY_OFFICIAL, /* of the best grade, A first; then the newest */
    COR_POLICY_MEDIAN,   /* the middle one; of two, the lower */
    COR_POLICY_LOW,
    COR_POLICY_HIGH,
    COR_N_POLICY
};

/** Policies as written in files, in the order above; the first is "". */
extern const char *const cor_policies[COR_N_POLICY];

/** What can have rival values, in the units of the library. */
enum cor_attribute {
    COR_ATTRIBUTE_LENGTH,   /* m */
    COR_ATTRIBUTE_TIME,     /* s */
    COR_ATTRIBUTE_COST,     /* USD */
    COR_ATTRIBUTE_CO2E,     /* kg */
    COR_ATTRIBUTE_SPEED,    /* m/s */
    COR_ATTRIBUTE_CAPACITY, /* in the unit of its dimension */
    COR_ATTRIBUTE_HEADWAY,  /* s */
    COR_N_ATTRIBUTE
};

/** Attributes as written in files, in the order above. */
extern const char *const cor_attributes[COR_N_ATTRIBUTE];

/** The records that have them. */
enum cor_subject {
    COR_SUBJECT_LINK,
    COR_SUBJECT_TRANSFER,
    COR_SUBJECT_BORDER,
    COR_SUBJECT_SERVICE,
    COR_N_SUBJECT
};

/** Subjects as written in JSON, in the order above. */
extern const char *const cor_subjects[COR_N_SUBJECT];

/** A value that a source gives. */
struct cor_rival {
    double number;
    uint32_t source; /* into cor_sources, or COR_NONE */
};

/** The values that are published for an attribute of a record, or for the
 *  length of a line that consists of several links. */
struct cor_rivals {
    enum cor_subject subject;
    enum cor_attribute attribute;
    enum cor_dimension dimension; /* of a capacity */
    uint32_t n_record;
    const uint32_t *record; /* [n_record] several: links of a line, one after
                               the other, which share what is chosen */
    enum cor_policy policy; /* that chose */
    uint32_t chosen;        /* into `value` */
    uint32_t n;
    const struct cor_rival *value; /* [n] by number, then by id of source */
};

#endif

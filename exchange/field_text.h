/* exchange/field_text.h -- what a record of a draft states, as text again. */
#ifndef EXCHANGE_FIELD_TEXT_H
#define EXCHANGE_FIELD_TEXT_H

#include "exchange/buffer.h"
#include "model/check.h"

/** Whether a record states a field with a value; a void one was taken back. */
bool cor_field_stated(const struct cor_draft *draft,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record);

/**
 * The unit that values of a field are written in.
 *
 * dimension  of the value
 * Returns    never NULL; of a pure number one with the name ""
 */
const struct cor_unit *cor_field_unit(enum cor_kind kind,
                                      uint32_t field,
                                      enum cor_dimension dimension);

/** The dimension of a quantity that a record states. */
enum cor_dimension cor_field_dimension(const struct cor_draft *draft,
                                       enum cor_kind kind,
                                       uint32_t field,
                                       uint32_t record);

/** A number that gives `value` back, bit for bit, when it is multiplied by
 *  `factor`; false if there is none near the quotient. */
bool cor_field_quotient(double *out, double value, double factor);

/** How a quantity is written. */
enum cor_quantity_style {
    COR_QUANTITY_PLAIN, /* a number in the unit, rounded if need be */
    COR_QUANTITY_EXACT, /* a number that gives the value back; where none in the
                           unit does, one in the library's, with its name */
    COR_QUANTITY_UNIT,  /* the same, always with the unit */
};

/** Write a quantity. */
void cor_field_quantity(struct cor_buffer *buffer,
                        double value,
                        const struct cor_unit *unit,
                        enum cor_dimension dimension,
                        enum cor_quantity_style style);

/** Write a field of a record as a cell of a table has it: names joined by ';',
 *  a quantity in the field's unit, "0" and "1". The field is stated, and is no
 *  line and no terms.
 *
 *  style  of quantities of one dimension; others have their unit always */
void cor_field_cell(struct cor_buffer *buffer,
                    const struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t field,
                    uint32_t record,
                    enum cor_quantity_style style);

/** Write points as well-known text: a line, or a point if there is one. */
void cor_field_line(struct cor_buffer *buffer,
                    const struct cor_point *point,
                    size_t n);

#endif

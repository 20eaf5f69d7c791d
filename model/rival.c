#include "model/rival.h"

#include <string.h>

const char *const cor_policies[COR_N_POLICY] = {"",       "newest", "official",
                                                "median", "low",    "high"};

const char *const cor_attributes[COR_N_ATTRIBUTE] = {
    "length", "time", "cost", "co2e", "speed", "capacity", "headway",
};

const char *const cor_subjects[COR_N_SUBJECT] = {"link", "transfer", "border",
                                                 "service"};

bool cor_rival_before(const struct cor_rival_claim *a,
                      const struct cor_rival_claim *b)
{
    if (a->number != b->number)
        return a->number < b->number;
    return strcmp(a->source_id, b->source_id) < 0;
}

/* Below 0 when the grade of `a` is the better one; none is the worst. */
static int compare_grades(const struct cor_rival_claim *a,
                          const struct cor_rival_claim *b)
{
    const bool none_a = a->grade[0] == '\0', none_b = b->grade[0] == '\0';
    return none_a != none_b ? (none_a ? 1 : -1) : strcmp(a->grade, b->grade);
}

/* Whether `a` is preferred to `b`, which comes before it. */
static bool is_preferred(enum cor_policy policy,
                         const struct cor_rival_claim *a,
                         const struct cor_rival_claim *b)
{
    const int grades = policy == COR_POLICY_OFFICIAL ? compare_grades(a, b) : 0;
    if (policy == COR_POLICY_HIGH && a->number != b->number)
        return true;
    if (grades != 0)
        return grades < 0;
    if (policy != COR_POLICY_HIGH && a->date != b->date)
        return a->date > b->date;
    return strcmp(a->source_id, b->source_id) < 0;
}

uint32_t cor_rival_choose(enum cor_policy policy,
                          const struct cor_rival_claim *claim,
                          uint32_t n)
{
    if (policy == COR_POLICY_LOW)
        return 0;
    if (policy == COR_POLICY_MEDIAN)
        return (n - 1) / 2;
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (is_preferred(policy, &claim[i], &claim[best]))
            best = i;
    return best;
}

bool cor_rival_begin(uint32_t *out,
                     struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t record,
                     uint32_t spot)
{
    if (!cor_draft_record(out, draft, COR_KIND_RIVAL, spot))
        return false;
    struct cor_draft_owner *owner =
        cor_arena_grow(draft->arena, draft->owner, draft->n_owner,
                       &draft->owner_capacity, sizeof *owner);
    if (owner == NULL)
        return false;
    draft->owner = owner;
    owner[draft->n_owner++] = (struct cor_draft_owner){*out, kind, record};
    return true;
}

const struct cor_draft_owner *cor_rival_owner(const struct cor_draft *draft,
                                              uint32_t rival)
{
    size_t low = 0, high = draft->n_owner;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (draft->owner[middle].rival < rival)
            low = middle + 1;
        else
            high = middle;
    }
    return low < draft->n_owner && draft->owner[low].rival == rival
               ? &draft->owner[low]
               : NULL;
}

uint32_t cor_rival_field(enum cor_kind kind, enum cor_attribute attribute)
{
    const bool may = kind == COR_KIND_LINK || kind == COR_KIND_TRANSFER ||
                     kind == COR_KIND_BORDER || kind == COR_KIND_SERVICE;
    return may ? cor_field_find(kind, NULL,
                                cor_text_of(cor_attributes[attribute]))
               : COR_NO_FIELD;
}

/* The number of `n` digits that stands at a place, and no more of them; COR_NONE:
   none does. */
static uint32_t digits_at(struct cor_text text, size_t at, size_t n)
{
    uint32_t number = 0;
    size_t i = at;
    for (; i < text.n && text.at[i] >= '0' && text.at[i] <= '9'; i++)
        number = i < at + n ? 10 * number + (uint32_t)(text.at[i] - '0') : 0;
    return i == at + n ? number : COR_NONE;
}

static bool is_digit_before(struct cor_text text, size_t at)
{
    return at > 0 && text.at[at - 1] >= '0' && text.at[at - 1] <= '9';
}

/* "2023", "May 2023", "2023-05", "2023-05-17": a number that grows with the
   day; of what is not stated, as if it were the earliest. */
static uint32_t date_in(struct cor_text text)
{
    enum { YEAR = 4, PART = 2, HUNDRED = 100 };
    for (size_t at = 0; at + YEAR <= text.n; at++) {
        uint32_t date = digits_at(text, at, YEAR);
        if (date == COR_NONE || is_digit_before(text, at))
            continue;
        bool more = true;
        at += YEAR;
        for (int part = 0; part < 2; part++, at += 1 + PART) {
            more = more && at < text.n && text.at[at] == '-' &&
                   digits_at(text, at + 1, PART) != COR_NONE;
            date = HUNDRED * date + (more ? digits_at(text, at + 1, PART) : 0);
        }
        return date;
    }
    return 0;
}

static struct cor_text
text_of(const struct cor_draft *draft, uint32_t field, uint32_t record)
{
    return record == COR_NONE ||
                   cor_draft_at(draft, COR_KIND_SOURCE, field, record) == 0
               ? (struct cor_text){"", 0}
               : cor_draft_column(draft, COR_KIND_SOURCE, field)->text[record];
}

/* Grades are a letter; of a word its first counts. */
static const char *grade_in(struct cor_text text)
{
    static const char *const grades[] = {"A", "B", "C", "D", "E", "F"};
    const struct cor_text first = {text.at, text.n < 1 ? text.n : 1};
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (cor_text_equal(first, cor_text_of(grades[i])))
            return grades[i];
    return "";
}

void cor_rival_credit(const struct cor_draft *draft,
                      struct cor_rival_value *value,
                      uint32_t source)
{
    const uint32_t record = source == COR_NONE
                                ? COR_NONE
                                : draft->record_of[COR_SPACE_SOURCE][source];
    value->source = source;
    value->claim.source_id = cor_draft_name(draft, COR_SPACE_SOURCE, source);
    value->claim.grade = grade_in(text_of(draft, COR_SOURCE_GRADE, record));
    value->claim.date = date_in(text_of(draft, COR_SOURCE_YEAR, record));
}

uint32_t cor_rival_source(const struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record)
{
    const uint32_t own = cor_draft_word(
        draft, kind, cor_kinds[kind].field[field].source, record);
    return own != COR_NONE
               ? own
               : cor_draft_word(draft, kind, cor_kinds[kind].source, record);
}

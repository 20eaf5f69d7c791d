#include "model/edit.h"
#include "model/rival.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Sets in the making. */
struct sets {
    struct cor_draft *draft;
    struct cor_rival_set *set; /* [n] */
    uint32_t n;
    bool *taken;     /* [links] whether a set says how long it is */
    uint32_t orphan; /* the first value that no policy is stated for */
    uint32_t first;  /* the first of all values that have rivals */
    enum cor_policy policy[COR_N_ATTRIBUTE];
};

/* What a later file says stands; of one file, what it says of an attribute. */
static void find_policies(struct sets *sets)
{
    const struct cor_draft *draft = sets->draft;
    for (enum cor_attribute a = 0; a < COR_N_ATTRIBUTE; a++) {
        const uint32_t fields[] = {COR_SCENARIO_POLICY,
                                   COR_SCENARIO_POLICY_LENGTH + a};
        for (uint32_t i = 0; i < draft->table[COR_KIND_SCENARIO].n; i++)
            for (size_t f = 0; f < 2; f++)
                if (cor_draft_at(draft, COR_KIND_SCENARIO, fields[f], i) != 0)
                    sets->policy[a] =
                        1 + (enum cor_policy)cor_draft_index(
                                draft, COR_KIND_SCENARIO, fields[f], i);
        if (draft->policy != COR_POLICY_NONE)
            sets->policy[a] = draft->policy;
    }
}

static struct cor_rival_value own_value(const struct cor_draft *draft,
                                        const struct cor_rival_set *set)
{
    const uint32_t field = cor_rival_field(set->kind, set->attribute);
    const uint32_t record = set->record[0];
    struct cor_rival_value value = {
        .claim.number = cor_draft_number(draft, set->kind, field, record),
        .spot = cor_draft_at(draft, set->kind, field, record),
        .own = true,
    };
    if (isnan(value.claim.number))
        return value;
    value.dimension =
        cor_draft_column(draft, set->kind, field)->dimension[record];
    cor_rival_credit(draft, &value,
                     cor_rival_source(draft, set->kind, field, record));
    return value;
}

/* The sum of a line's links is a figure that somebody gives only if all are of
   one source; parts of several are never added up to a rival. */
static struct cor_rival_value own_sum(const struct cor_draft *draft,
                                      const struct cor_rival_set *set)
{
    struct cor_rival_value sum = {.dimension = COR_DIM_LENGTH, .own = true};
    for (uint32_t i = 0; i < set->n_record; i++) {
        const uint32_t link = set->record[i];
        const uint32_t source =
            cor_rival_source(draft, COR_KIND_LINK, COR_LINK_LENGTH, link);
        sum.claim.number +=
            cor_draft_number(draft, COR_KIND_LINK, COR_LINK_LENGTH, link);
        if (i == 0)
            cor_rival_credit(draft, &sum, source);
        if (source != sum.source)
            sum.claim.number = NAN;
    }
    return sum;
}

static bool is_same(const struct cor_rival_value *a,
                    const struct cor_rival_value *b)
{
    return a->claim.number == b->claim.number && a->source == b->source;
}

/* Put a value where it belongs in the order of claims. */
static void insert(struct cor_rival_set *set,
                   const struct cor_rival_value *value)
{
    uint32_t at = set->n++;
    for (; at > 0 && cor_rival_before(&value->claim, &set->value[at - 1].claim);
         at--)
        set->value[at] = set->value[at - 1];
    set->value[at] = *value;
}

static bool has(const struct cor_rival_set *set,
                const struct cor_rival_value *value)
{
    for (uint32_t i = 0; i < set->n; i++)
        if (is_same(&set->value[i], value))
            return true;
    return false;
}

static void add(struct sets *sets,
                struct cor_rival_set *set,
                const struct cor_rival_value *value)
{
    struct cor_draft *draft = sets->draft;
    if (has(set, value))
        COR_CHECK_ADD(draft, COR_WARNING, "rival-twice", value->spot, NULL,
                      "this source gives this %s already",
                      cor_attributes[set->attribute]);
    else if (set->n != 0 && value->dimension != set->value[0].dimension)
        COR_CHECK_ADD(draft, COR_ERROR, "wrong-unit", value->spot,
                      "give all rival values in units of one kind",
                      "this %s cannot be compared with its rivals",
                      cor_attributes[set->attribute]);
    else
        insert(set, value);
}

/* A link's length may be stated by one set only. */
static bool take(struct sets *sets,
                 const struct cor_rival_set *set,
                 const struct cor_rival_row *row)
{
    bool free = true;
    if (set->kind != COR_KIND_LINK || set->attribute != COR_ATTRIBUTE_LENGTH)
        return true;
    for (uint32_t i = 0; i < set->n_record; i++) {
        if (sets->taken[set->record[i]] && free)
            COR_CHECK_ADD(
                sets->draft, COR_ERROR, "lines-overlap", row->value.spot, NULL,
                "the link '%s' has rival lengths in another line too",
                cor_draft_id(sets->draft, COR_KIND_LINK, set->record[i]));
        free = free && !sets->taken[set->record[i]];
        sets->taken[set->record[i]] = true;
    }
    return free;
}

static bool is_same_target(const struct cor_rival_row *a,
                           const struct cor_rival_row *b)
{
    return a->kind == b->kind && a->attribute == b->attribute &&
           a->n_record == b->n_record &&
           memcmp(a->sorted, b->sorted, a->n_record * sizeof *a->sorted) == 0;
}

/* What an op says of a value ends the dispute about it. */
static bool is_settled(const struct cor_draft *draft,
                       const struct cor_rival_set *set)
{
    const uint32_t field = cor_rival_field(set->kind, set->attribute);
    for (uint32_t i = 0; i < set->n_record; i++)
        if (cor_edit_is_changed(draft, set->kind, set->record[i], field))
            return true;
    return false;
}

/* A set of [n] rows that speak of the same; false for want of memory. */
static bool
make_set(struct sets *sets, const struct cor_rival_row *row, uint32_t n)
{
    struct cor_rival_set set = {
        .kind = row->kind,
        .attribute = row->attribute,
        .n_record = row->n_record,
        .record = row->record,
    };
    set.value =
        cor_arena_array(sets->draft->arena, struct cor_rival_value, n + 1);
    if (set.value == NULL)
        return false;
    if (!take(sets, &set, row) || is_settled(sets->draft, &set))
        return true;
    const struct cor_rival_value own = set.n_record == 1
                                           ? own_value(sets->draft, &set)
                                           : own_sum(sets->draft, &set);
    if (!isnan(own.claim.number))
        insert(&set, &own);
    for (uint32_t i = 0; i < n; i++)
        add(sets, &set, &row[i].value);
    sets->set[sets->n++] = set;
    return true;
}

static bool make_sets(struct sets *sets)
{
    struct cor_draft *draft = sets->draft;
    struct cor_rival_row *row;
    uint32_t n;
    if (!cor_rival_rows(&row, &n, draft))
        return false;
    const uint32_t n_link = draft->table[COR_KIND_LINK].n;
    sets->taken = cor_arena_array(draft->arena, bool, n_link);
    sets->set = cor_arena_array(draft->arena, struct cor_rival_set, n);
    if (sets->taken == NULL || sets->set == NULL)
        return false;
    memset(sets->taken, 0, n_link * sizeof *sets->taken);
    for (uint32_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && is_same_target(&row[i], &row[end]);)
            end++;
        if (!make_set(sets, &row[i], end - i))
            return false;
    }
    return true;
}

static bool choose(struct sets *sets, struct cor_rival_set *set)
{
    struct cor_rival_claim *claim =
        cor_arena_array(sets->draft->arena, struct cor_rival_claim, set->n);
    if (claim == NULL)
        return false;
    set->policy = sets->policy[set->attribute];
    for (uint32_t i = 0; i < set->n; i++) {
        const struct cor_rival_value *value = &set->value[i];
        claim[i] = value->claim;
        if (set->n == 1 || value->own)
            continue;
        if (sets->first == 0 || value->spot < sets->first)
            sets->first = value->spot;
        if (set->policy == COR_POLICY_NONE &&
            (sets->orphan == 0 || value->spot < sets->orphan))
            sets->orphan = value->spot;
    }
    if (set->n > 1 && set->policy != COR_POLICY_NONE)
        set->chosen = cor_rival_choose(set->policy, claim, set->n);
    return true;
}

/* Let a value stand in a record as if it had been written there. */
static bool put(struct cor_draft *draft,
                const struct cor_rival_set *set,
                uint32_t record,
                double number)
{
    const struct cor_rival_value *value = &set->value[set->chosen];
    const uint32_t field = cor_rival_field(set->kind, set->attribute);
    const uint32_t own = cor_kinds[set->kind].field[field].source;
    const struct cor_draft_column *column =
        cor_draft_open(draft, set->kind, field);
    const struct cor_draft_column *source =
        cor_draft_open(draft, set->kind, own);
    if (column == NULL || source == NULL)
        return false;
    column->number[record] = number;
    column->dimension[record] = (uint8_t)value->dimension;
    column->spot[record] = value->spot;
    source->word[record] = value->source;
    source->spot[record] = value->spot;
    return true;
}

/* What a link has of its line: its own length, else that of its geometry. */
static double weight_m(const struct cor_draft *draft, uint32_t link)
{
    const double stated =
        cor_draft_number(draft, COR_KIND_LINK, COR_LINK_LENGTH, link);
    return isnan(stated) ? draft->geodesic_m[link] : stated;
}

/* The links of a line share its length in the ratios they had. */
static bool share(struct cor_draft *draft, const struct cor_rival_set *set)
{
    const struct cor_rival_value *value = &set->value[set->chosen];
    double sum_m = 0;
    for (uint32_t i = 0; i < set->n_record; i++)
        sum_m += weight_m(draft, set->record[i]);
    if (!(sum_m > 0)) {
        COR_CHECK_ADD(draft, COR_ERROR, "no-length", value->spot, NULL,
                      "the links of this line have no length to share it by");
        return true;
    }
    for (uint32_t i = 0; i < set->n_record; i++) {
        const uint32_t link = set->record[i];
        if (!put(draft, set, link,
                 weight_m(draft, link) * (value->claim.number / sum_m)))
            return false;
    }
    return true;
}

static bool apply(struct cor_draft *draft, const struct cor_rival_set *set)
{
    const struct cor_rival_value *value = &set->value[set->chosen];
    if (value->own)
        return true;
    return set->n_record > 1
               ? share(draft, set)
               : put(draft, set, set->record[0], value->claim.number);
}

static void tell(const struct sets *sets)
{
    struct cor_draft *draft = sets->draft;
    uint32_t n = 0;
    for (uint32_t i = 0; i < sets->n; i++)
        n += sets->set[i].n > 1;
    if (sets->orphan != 0)
        COR_CHECK_ADD(draft, COR_ERROR, "no-policy", sets->orphan,
                      "state 'policy: official', newest, median, low or high, "
                      "or use --policy",
                      "rival values need a policy that chooses among them");
    else if (n != 0)
        COR_CHECK_ADD(draft, COR_NOTE, "rivals", sets->first, NULL,
                      "%" PRIu32 " value%s ha%s rivals in other sources", n,
                      n == 1 ? "" : "s", n == 1 ? "s" : "ve");
}

bool cor_check_rivals(struct cor_draft *draft)
{
    struct sets sets = {.draft = draft};
    if (draft->table[COR_KIND_RIVAL].n == 0)
        return true;
    find_policies(&sets);
    if (!make_sets(&sets))
        return false;
    for (uint32_t i = 0; i < sets.n; i++)
        if (sets.set[i].n != 0 &&
            (!choose(&sets, &sets.set[i]) || !apply(draft, &sets.set[i])))
            return false;
    tell(&sets);
    draft->rivals = sets.set;
    draft->n_rivals = sets.n;
    return true;
}

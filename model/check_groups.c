#include "model/check.h"

/* The days that a membership lasts, with bounds for those not stated. */
struct stay {
    cor_date from, until;
};

static struct stay stay_of(const struct cor_draft *draft, uint32_t member)
{
    const cor_date joined =
        cor_draft_date(draft, COR_KIND_MEMBER, COR_MEMBER_JOINED, member);
    const cor_date left =
        cor_draft_date(draft, COR_KIND_MEMBER, COR_MEMBER_LEFT, member);
    return (struct stay){joined == COR_NO_DATE ? INT32_MIN : joined,
                         left == COR_NO_DATE ? INT32_MAX : left};
}

static void judge_stay(struct cor_draft *draft, uint32_t member)
{
    const struct stay stay = stay_of(draft, member);
    if (stay.from >= stay.until)
        COR_CHECK_ADD(
            draft, COR_ERROR, "dates",
            cor_draft_at(draft, COR_KIND_MEMBER, COR_MEMBER_LEFT, member), NULL,
            "a member leaves after it has joined");
}

static bool is_same(const struct cor_draft *draft, uint32_t a, uint32_t b)
{
    const uint32_t fields[] = {COR_MEMBER_GROUP, COR_MEMBER_COUNTRY};
    for (int i = 0; i < 2; i++)
        if (cor_draft_word(draft, COR_KIND_MEMBER, fields[i], a) !=
            cor_draft_word(draft, COR_KIND_MEMBER, fields[i], b))
            return false;
    return true;
}

static uint32_t layer_of(const struct cor_draft *draft, uint32_t member)
{
    return cor_draft_file_of(draft, draft->table[COR_KIND_MEMBER].spot[member])
        ->layer;
}

static void complain_twice(struct cor_draft *draft, uint32_t member)
{
    const uint32_t country =
        cor_draft_word(draft, COR_KIND_MEMBER, COR_MEMBER_COUNTRY, member);
    COR_CHECK_ADD(
        draft, COR_ERROR, "member-twice",
        cor_draft_at(draft, COR_KIND_MEMBER, COR_MEMBER_COUNTRY, member),
        "state when it left before it joined again",
        "'%s' is a member of this group already",
        cor_draft_name(draft, COR_SPACE_COUNTRY, country));
}

/* Members by group and country, the last one first. */
struct index {
    uint32_t n;
    uint32_t *first; /* [n] of those whose names fall together, or COR_NONE */
    uint32_t *next;  /* [n] by member */
};

static uint32_t *find_bucket(const struct index *index,
                             const struct cor_draft *draft,
                             uint32_t m)
{
    /* Knuth (1998), The Art of Computer Programming, vol. 3, 6.4: it spreads
       numbers that follow each other. */
    static const uint32_t odd = 2654435761u;
    const uint32_t group =
        cor_draft_word(draft, COR_KIND_MEMBER, COR_MEMBER_GROUP, m);
    const uint32_t country =
        cor_draft_word(draft, COR_KIND_MEMBER, COR_MEMBER_COUNTRY, m);
    return &index->first[((group * odd) ^ country) % index->n];
}

/* A scenario may say anew what the one it extends says of a country. */
static void
judge_twice(struct cor_draft *draft, const struct index *index, uint32_t member)
{
    const struct stay later = stay_of(draft, member);
    uint32_t *bucket = find_bucket(index, draft, member);
    for (uint32_t other = *bucket; other != COR_NONE;
         other = index->next[other]) {
        const struct stay first = stay_of(draft, other);
        if (!is_same(draft, other, member) || first.until <= later.from ||
            later.until <= first.from)
            continue;
        if (layer_of(draft, other) == layer_of(draft, member)) {
            complain_twice(draft, member);
            return;
        }
        draft->table[COR_KIND_MEMBER].dead[other] = true;
    }
    index->next[member] = *bucket;
    *bucket = member;
}

static bool judge_members(struct cor_draft *draft)
{
    struct index index = {.n = draft->table[COR_KIND_MEMBER].n};
    index.first = cor_arena_array(draft->arena, uint32_t, index.n);
    index.next = cor_arena_array(draft->arena, uint32_t, index.n);
    if (index.first == NULL || index.next == NULL)
        return false;
    for (uint32_t i = 0; i < index.n; i++)
        index.first[i] = COR_NONE;
    COR_CHECK_EACH(draft, COR_KIND_MEMBER, member)
    {
        judge_stay(draft, member);
        judge_twice(draft, &index, member);
    }
    return true;
}

static uint32_t
at(const struct cor_draft *draft, uint32_t group, uint32_t field)
{
    return cor_draft_at(draft, COR_KIND_GROUP, field, group);
}

/* Who takes the members of another has none of its own, and nor does who is of
   all; and what is taken stands there. */
static void judge_whose(struct cor_draft *draft, uint32_t group, bool members)
{
    const bool all =
        cor_draft_index(draft, COR_KIND_GROUP, COR_GROUP_ALL, group) != 0;
    const uint32_t taken = at(draft, group, COR_GROUP_MEMBERS_OF);
    const uint32_t other =
        cor_draft_target(draft, COR_KIND_GROUP, COR_GROUP_MEMBERS_OF, group);
    if (all && (members || taken != 0))
        COR_CHECK_ADD(draft, COR_ERROR, "useless-key",
                      at(draft, group, COR_GROUP_ALL), NULL,
                      "a group of all countries names no members");
    if (members && taken != 0)
        COR_CHECK_ADD(draft, COR_ERROR, "useless-key", taken, NULL,
                      "this group has members of its own");
    if (other != COR_NONE && at(draft, other, COR_GROUP_MEMBERS_OF) != 0)
        COR_CHECK_ADD(draft, COR_ERROR, "borrowed-members", taken,
                      "name the group that has them",
                      "the group '%s' has its members from another",
                      cor_draft_id(draft, COR_KIND_GROUP, other));
}

static bool is_nobody(const struct cor_draft *draft, uint32_t group)
{
    return cor_draft_index(draft, COR_KIND_GROUP, COR_GROUP_ALL, group) == 0 &&
           at(draft, group, COR_GROUP_MEMBERS_OF) == 0 &&
           at(draft, group, COR_GROUP_POPULATION) == 0 &&
           at(draft, group, COR_GROUP_AREA) == 0;
}

static void judge_group(struct cor_draft *draft, uint32_t group, bool members)
{
    judge_whose(draft, group, members);
    if (!members && is_nobody(draft, group))
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      draft->table[COR_KIND_GROUP].spot[group],
                      "state 'members', 'all: true', or totals",
                      "the group '%s' has no members",
                      cor_draft_id(draft, COR_KIND_GROUP, group));
    cor_check_box(draft, COR_KIND_GROUP, COR_GROUP_WITHIN, group);
}

/* Whether anything is a member of the groups, by their names. */
static bool *find_peopled(struct cor_draft *draft)
{
    bool *has = cor_arena_take_zero(
        draft->arena, draft->names[COR_SPACE_GROUP].n, sizeof *has);
    if (has == NULL)
        return NULL;
    COR_CHECK_EACH(draft, COR_KIND_MEMBER, member)
    {
        const uint32_t word =
            cor_draft_word(draft, COR_KIND_MEMBER, COR_MEMBER_GROUP, member);
        if (word != COR_NONE)
            has[word] = true;
    }
    return has;
}

bool cor_check_groups(struct cor_draft *draft)
{
    if (draft->names[COR_SPACE_GROUP].n == 0)
        return true;
    const bool *has = judge_members(draft) ? find_peopled(draft) : NULL;
    if (has == NULL)
        return false;
    COR_CHECK_EACH(draft, COR_KIND_GROUP, group)
    {
        const uint32_t word =
            cor_draft_word(draft, COR_KIND_GROUP, COR_GROUP_ID, group);
        if (!draft->incomplete && word != COR_NONE)
            judge_group(draft, group, has[word]);
    }
    return true;
}

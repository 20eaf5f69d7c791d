#include "model/check.h"
#include "model/nfd.h"

#include <string.h>

/* A record of the same id in a scenario that extends another stands instead of
   it, for kinds of which nothing else is made. */
static bool may_replace(enum cor_kind kind)
{
    return kind == COR_KIND_SOURCE || kind == COR_KIND_CORRIDOR ||
           kind == COR_KIND_DEFAULT || kind == COR_KIND_CLAIM ||
           kind == COR_KIND_GROUP || kind == COR_KIND_COUNTRY;
}

static bool
is_later_layer(const struct cor_draft *draft, uint32_t spot, uint32_t earlier)
{
    return cor_draft_file_of(draft, spot)->layer >
           cor_draft_file_of(draft, earlier)->layer;
}

/* Enough to see what went wrong; to find a place costs reading its file. */
enum { PLACES_TOLD = 20 };

static void complain_twice(struct cor_draft *draft,
                           enum cor_kind kind,
                           uint32_t record,
                           uint32_t earlier,
                           uint32_t n_before)
{
    struct cor_place place = {0};
    if (n_before < PLACES_TOLD)
        place = cor_spot_place(
            cor_draft_spot(draft, cor_draft_at(draft, kind, 0, earlier)));
    const uint32_t spot = cor_draft_at(draft, kind, 0, record);
    const char *id = cor_draft_id(draft, kind, record);
    if (place.file == NULL)
        COR_CHECK_ADD(draft, COR_ERROR, "duplicate-id", spot, NULL,
                      "the id '%s' is another %s's already", id,
                      cor_kinds[kind].name);
    else
        COR_CHECK_ADD(draft, COR_ERROR, "duplicate-id", spot, NULL,
                      "the id '%s' is another %s's already, at %s:%u:%u", id,
                      cor_kinds[kind].name, place.file, place.line,
                      place.column);
}

/* Remember which record has which name. */
static void number_records(struct cor_draft *draft, enum cor_kind kind)
{
    uint32_t *record_of = draft->record_of[cor_kinds[kind].space];
    struct cor_draft_table *table = &draft->table[kind];
    uint32_t n_twice = 0;
    for (uint32_t record = 0; record < table->n; record++) {
        const uint32_t word = cor_draft_word(draft, kind, 0, record);
        if (word == COR_NONE || table->dead[record])
            continue;
        const uint32_t earlier = record_of[word];
        if (earlier != COR_NONE && may_replace(kind) &&
            is_later_layer(draft, table->spot[record], table->spot[earlier]))
            table->dead[earlier] = true;
        else if (earlier != COR_NONE)
            complain_twice(draft, kind, record, earlier, n_twice++);
        record_of[word] = record;
    }
}

static bool is_slug(const char *id)
{
    return id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-_.")] == '\0';
}

/* What a slug of the same letters would be. */
static const char *slug_of(struct cor_draft *draft, const char *id)
{
    char *slug = cor_text_copy(draft->report->arena, cor_text_of(id));
    for (char *c = slug; c != NULL && *c != '\0'; c++) {
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
        else if (*c == ' ' || *c == '/')
            *c = '-';
    }
    return slug == NULL || !is_slug(slug)
               ? NULL
               : cor_text_print(draft->report->arena, "write '%s'", slug);
}

static void judge_slugs(struct cor_draft *draft, enum cor_kind kind)
{
    COR_CHECK_EACH(draft, kind, record)
    {
        const uint32_t spot = cor_draft_at(draft, kind, 0, record);
        const struct cor_draft_file *file = cor_draft_file_of(draft, spot);
        const char *id = cor_draft_id(draft, kind, record);
        if (file == NULL || file->is_table || is_slug(id))
            continue;
        COR_CHECK_ADD(draft, COR_ERROR, "bad-id", spot, slug_of(draft, id),
                      "ids are lower-case letters, digits, '-', '_' and '.', "
                      "unlike '%s'",
                      id);
    }
}

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

/* A record whose id is another's but for how its accents are encoded. */
static bool judge_look(struct cor_draft *draft,
                       enum cor_kind kind,
                       uint32_t record,
                       struct cor_names *seen)
{
    const enum cor_space space = cor_kinds[kind].space;
    const char *id = cor_draft_id(draft, kind, record);
    if (is_ascii(id))
        return true;
    const char *apart = cor_nfd(cor_text_of(id), draft->arena);
    if (apart == NULL)
        return false;
    const uint32_t n = seen->n;
    const uint32_t same =
        cor_names_find(&draft->names[space], cor_text_of(apart));
    const bool other = same != COR_NONE && is_ascii(apart) &&
                       draft->record_of[space][same] != COR_NONE;
    const uint32_t number = cor_names_add(seen, cor_text_of(apart));
    if (number == COR_NONE)
        return false;
    if (number < n || other)
        COR_CHECK_ADD(draft, COR_ERROR, "same-id",
                      cor_draft_at(draft, kind, 0, record),
                      "write accents the same way everywhere",
                      "the id '%s' looks like another %s's and is encoded "
                      "otherwise",
                      id, cor_kinds[kind].name);
    return true;
}

static bool judge_looks(struct cor_draft *draft, enum cor_kind kind)
{
    struct cor_names seen;
    cor_names_init(&seen, draft->arena);
    for (uint32_t record = 0; record < draft->table[kind].n; record++) {
        const uint32_t word = cor_draft_word(draft, kind, 0, record);
        if (word == COR_NONE ||
            draft->record_of[cor_kinds[kind].space][word] != record)
            continue;
        if (!judge_look(draft, kind, record, &seen))
            return false;
    }
    return true;
}

/* Numbers that somebody assumed or remembers have a source too. */
static bool add_implied_source(struct cor_draft *draft, const char *id)
{
    const uint32_t word =
        cor_names_find(&draft->names[COR_SPACE_SOURCE], cor_text_of(id));
    if (word == COR_NONE)
        return true;
    for (uint32_t i = 0; i < draft->table[COR_KIND_SOURCE].n; i++)
        if (cor_draft_word(draft, COR_KIND_SOURCE, COR_SOURCE_ID, i) == word)
            return true;
    const uint32_t spot = draft->file[0].base; /* some file named it */
    uint32_t record;
    return cor_draft_record(&record, draft, COR_KIND_SOURCE, spot) &&
           cor_draft_set(draft, COR_KIND_SOURCE, record, COR_SOURCE_ID,
                         cor_text_of(id), spot);
}

static bool add_group(struct cor_draft *draft, uint32_t word, uint32_t spot)
{
    uint32_t group;
    const char *id = cor_draft_name(draft, COR_SPACE_GROUP, word);
    return cor_draft_record(&group, draft, COR_KIND_GROUP, spot) &&
           cor_draft_set(draft, COR_KIND_GROUP, group, COR_GROUP_ID,
                         cor_text_of(id), spot);
}

/* A table of members need not be told of elsewhere. */
static bool add_implied_groups(struct cor_draft *draft)
{
    bool *has = cor_arena_take_zero(
        draft->arena, draft->names[COR_SPACE_GROUP].n, sizeof *has);
    if (has == NULL)
        return false;
    for (uint32_t i = 0; i < draft->table[COR_KIND_GROUP].n; i++) {
        const uint32_t word =
            cor_draft_word(draft, COR_KIND_GROUP, COR_GROUP_ID, i);
        if (word != COR_NONE)
            has[word] = true;
    }
    COR_CHECK_EACH(draft, COR_KIND_MEMBER, member)
    {
        const uint32_t word =
            cor_draft_word(draft, COR_KIND_MEMBER, COR_MEMBER_GROUP, member);
        if (word == COR_NONE || has[word])
            continue;
        has[word] = true;
        if (!add_group(draft, word, draft->table[COR_KIND_MEMBER].spot[member]))
            return false;
    }
    return true;
}

/* Made again after names were added to a space. */
static bool make_record_of(struct cor_draft *draft)
{
    for (enum cor_space space = 0; space < COR_N_SPACE; space++) {
        const uint32_t n = draft->names[space].n;
        uint32_t *record_of = cor_arena_array(draft->arena, uint32_t, n);
        if (record_of == NULL)
            return false;
        for (uint32_t i = 0; i < n; i++)
            record_of[i] = COR_NONE;
        draft->record_of[space] = record_of;
    }
    return true;
}

bool cor_check_ids(struct cor_draft *draft)
{
    if (!add_implied_source(draft, "assumed") ||
        !add_implied_source(draft, "memory") || !add_implied_groups(draft) ||
        !make_record_of(draft))
        return false;
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++) {
        if (cor_kinds[kind].space == COR_N_SPACE)
            continue;
        number_records(draft, kind);
        if (cor_kinds[kind].space == COR_SPACE_MODE ||
            cor_kinds[kind].space == COR_SPACE_COUNTRY)
            continue;
        /* Whole numbers are slugs, and look like nothing else. */
        if (cor_names_are_whole(&draft->names[cor_kinds[kind].space]))
            continue;
        judge_slugs(draft, kind);
        if (!judge_looks(draft, kind))
            return false;
    }
    return true;
}

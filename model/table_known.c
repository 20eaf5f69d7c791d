#include "model/table_part.h"

#include <string.h>

/* A list of known columns in the making. */
struct list {
    struct cor_draft *draft;
    const struct cor_table_config *config;
    enum cor_kind kind;
    struct cor_known_column *column;
    size_t n, capacity;
};

static char in_column(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return plain ? c : '_';
}

/* "from", "gauge", "mm" is from_gauge_mm; parts may be NULL. */
static const char *
join(struct cor_arena *arena, const char *a, const char *b, const char *c)
{
    char *name = cor_text_print(arena, "%s%s%s%s%s", a == NULL ? "" : a,
                                a == NULL ? "" : "_", b, c == NULL ? "" : "_",
                                c == NULL ? "" : c);
    for (char *at = name; at != NULL && *at != '\0'; at++)
        *at = in_column(*at);
    return name;
}

static bool add(struct list *list, const struct cor_known_column *column)
{
    struct cor_known_column *grown =
        cor_arena_grow(list->draft->arena, list->column, list->n,
                       &list->capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    list->column = grown;
    grown[list->n++] = *column;
    return true;
}

/* GMNS columns whose unit config.csv tells. */
static double unit_in_config(const struct list *list, uint32_t field)
{
    if (list->kind == COR_KIND_LINK && field == COR_LINK_LENGTH)
        return list->config->length_m;
    if (list->kind == COR_KIND_LINK && field == COR_LINK_SPEED)
        return list->config->speed_m_s;
    return 0;
}

static bool
add_field(struct list *list, const struct cor_field *field, const char *name)
{
    struct cor_known_column column = {
        .name = name, .required = field->required && !field->tables_may_lack};
    if (name == NULL)
        return false;
    if (!cor_field_bind(&column.binding, list->kind, cor_text_of(name)))
        return true;
    if (field->type == COR_TYPE_QUANTITY && column.binding.factor == 0) {
        column.binding.factor = unit_in_config(list, column.binding.field);
        if (cor_field_unit_column(field) != NULL)
            column.role = COR_CELL_CAPACITY;
    }
    return add(list, &column);
}

static bool add_names(struct list *list, const struct cor_field *field)
{
    struct cor_arena *arena = list->draft->arena;
    if (field->column != NULL && !add_field(list, field, field->column))
        return false;
    if (field->key == NULL)
        return true;
    if (!add_field(list, field, join(arena, field->group, field->key, NULL)))
        return false;
    for (const struct cor_unit *unit = cor_units;
         field->type == COR_TYPE_QUANTITY && unit->name != NULL; unit++)
        if ((field->dimensions & COR_DIM_SET(unit->dimension)) != 0 &&
            !add_field(list, field,
                       join(arena, field->group, field->key, unit->name)))
            return false;
    return true;
}

/* Columns that say something about other columns of the same row. */
static const struct cor_known_column helpers[] = {
    {.name = "geometry_id", .role = COR_CELL_GEOMETRY_ID},
    {.name = "dir_flag", .role = COR_CELL_DIR_FLAG},
};

static bool add_helpers(struct list *list)
{
    for (uint32_t i = 0; i < cor_kinds[list->kind].n_field; i++) {
        const struct cor_known_column unit = {
            .name = cor_field_unit_column(&cor_kinds[list->kind].field[i]),
            .role = COR_CELL_CAPACITY_UNIT};
        if (unit.name != NULL && !add(list, &unit))
            return false;
    }
    return list->kind != COR_KIND_LINK ||
           (add(list, &helpers[0]) && add(list, &helpers[1]));
}

bool cor_known_columns_of(struct cor_known_columns *out,
                          struct cor_draft *draft,
                          enum cor_kind kind,
                          const struct cor_table_config *config)
{
    struct list list = {.draft = draft, .config = config, .kind = kind};
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (!add_names(&list, &cor_kinds[kind].field[i]))
            return false;
    if (!add_helpers(&list))
        return false;
    *out = (struct cor_known_columns){list.column, list.n};
    return true;
}

#include <corridor/sim/group.h>

#include "sim/compare_metrics.h"

#include <math.h>

/* Scenarios number modes and countries in ways of their own: across them they
   are told apart by name. */
static const char *mode_name(const struct cor_scenario *scenario, uint32_t mode)
{
    return scenario->mode[mode].name;
}

static const char *country_name(const struct cor_scenario *scenario,
                                uint32_t country)
{
    return country == COR_NONE ? "??" : scenario->countries->name[country];
}

static bool meet(struct cor_names *names, const char *name)
{
    return cor_names_add(names, cor_text_of(name)) != COR_NONE;
}

static bool meet_modes(struct cor_names *names,
                       const struct cor_compare_column *column)
{
    for (uint32_t i = 0; i < column->route->n_leg; i++) {
        const struct cor_leg *leg = &column->route->leg[i];
        if (leg->kind == COR_LEG_LINK &&
            !meet(names, mode_name(column->scenario, leg->mode)))
            return false;
    }
    return true;
}

static bool meet_groups(struct cor_names *names,
                        const struct cor_compare_column *column)
{
    for (uint32_t i = 0; i < column->scenario->n_group; i++)
        if (column->scenario->group[i].n_member != 0 &&
            column->scenario->group[i].members_of == COR_NONE &&
            !meet(names, column->scenario->group[i].id))
            return false;
    return true;
}

static bool meet_countries(struct cor_names *names,
                           const struct cor_compare_column *column)
{
    for (uint32_t i = 0; i < column->route->n_country; i++)
        if (!meet(names, country_name(column->scenario,
                                      column->route->country[i].country)))
            return false;
    return true;
}

static bool is_name(const struct cor_names *names, uint32_t i, const char *name)
{
    return cor_text_equal(cor_text_of(names->name[i]), cor_text_of(name));
}

static double km_by_mode(const struct cor_compare_column *column,
                         const struct cor_names *names,
                         uint32_t i)
{
    double length_m = 0;
    for (uint32_t j = 0; j < column->route->n_leg; j++) {
        const struct cor_leg *leg = &column->route->leg[j];
        if (leg->kind == COR_LEG_LINK &&
            is_name(names, i, mode_name(column->scenario, leg->mode)))
            length_m += leg->figure[COR_BY_LENGTH].value;
    }
    return length_m / 1000;
}

/* NAN where the scenario has no such group. */
static double km_by_group(const struct cor_compare_column *column,
                          const struct cor_names *names,
                          uint32_t i)
{
    const uint32_t group = cor_scenario_group(column->scenario, names->name[i]);
    return group == COR_NONE
               ? NAN
               : cor_route_in_group_m(column->scenario, column->route,
                                      &column->scenario->group[group]) /
                     1000;
}

static double by_country(const struct cor_compare_column *column,
                         const struct cor_names *names,
                         uint32_t i,
                         enum cor_measure by)
{
    double amount = 0;
    for (uint32_t j = 0; j < column->route->n_country; j++) {
        const struct cor_route_country *part = &column->route->country[j];
        if (is_name(names, i, country_name(column->scenario, part->country)))
            amount += part->amount[by];
    }
    return amount / cor_measures[by].units;
}

static double km_by_country(const struct cor_compare_column *column,
                            const struct cor_names *names,
                            uint32_t i)
{
    return by_country(column, names, i, COR_BY_LENGTH);
}

static double hours_by_country(const struct cor_compare_column *column,
                               const struct cor_names *names,
                               uint32_t i)
{
    return by_country(column, names, i, COR_BY_TIME);
}

/* A comparison in the making. */
struct maker {
    const struct cor_compare_column *column;
    uint32_t n_column;
    struct cor_names modes, countries, groups;
    struct cor_compare_row *row;
    uint32_t n_row;
    struct cor_arena *arena;
};

/* The values of the next row, or NULL for want of memory. */
static double *
begin_row(struct maker *maker, const char *name, const char *unit)
{
    double *value = cor_arena_array(maker->arena, double, maker->n_column);
    if (value == NULL || name == NULL)
        return NULL;
    for (uint32_t i = 0; i < maker->n_column; i++)
        value[i] = NAN;
    maker->row[maker->n_row] =
        (struct cor_compare_row){.name = name, .unit = unit, .value = value};
    return value;
}

static bool end_row(struct maker *maker)
{
    struct cor_compare_row *row = &maker->row[maker->n_row++];
    double *delta = cor_arena_array(maker->arena, double, maker->n_column);
    if (delta == NULL)
        return false;
    for (uint32_t i = 0; i < maker->n_column; i++)
        delta[i] = row->value[i] - row->value[0];
    row->delta = delta;
    return true;
}

static bool add_metric(struct maker *maker,
                       const struct cor_compare_metric *metric)
{
    double *value = begin_row(maker, metric->name, metric->unit);
    if (value == NULL)
        return false;
    for (uint32_t i = 0; i < maker->n_column; i++)
        if (maker->column[i].route != NULL)
            value[i] = metric->of(&maker->column[i], metric->which);
    return end_row(maker);
}

static bool add_split(struct maker *maker,
                      const struct cor_names *names,
                      const char *unit,
                      double (*of)(const struct cor_compare_column *,
                                   const struct cor_names *,
                                   uint32_t))
{
    for (uint32_t i = 0; i < names->n; i++) {
        double *value = begin_row(
            maker, cor_text_print(maker->arena, "%s_%s", unit, names->name[i]),
            unit);
        if (value == NULL)
            return false;
        for (uint32_t j = 0; j < maker->n_column; j++)
            if (maker->column[j].route != NULL)
                value[j] = of(&maker->column[j], names, i);
        if (!end_row(maker))
            return false;
    }
    return true;
}

static bool make(struct maker *maker)
{
    cor_names_init(&maker->modes, maker->arena);
    cor_names_init(&maker->countries, maker->arena);
    cor_names_init(&maker->groups, maker->arena);
    for (uint32_t i = 0; i < maker->n_column; i++)
        if (maker->column[i].route != NULL &&
            (!meet_modes(&maker->modes, &maker->column[i]) ||
             !meet_countries(&maker->countries, &maker->column[i]) ||
             !meet_groups(&maker->groups, &maker->column[i])))
            return false;
    maker->row =
        cor_arena_array(maker->arena, struct cor_compare_row,
                        (size_t)cor_n_compare_metric + maker->modes.n +
                            2 * (size_t)maker->countries.n + maker->groups.n);
    if (maker->row == NULL)
        return false;
    for (uint32_t i = 0; i < cor_n_compare_metric; i++)
        if (!add_metric(maker, &cor_compare_metrics[i]))
            return false;
    return add_split(maker, &maker->modes, "km", km_by_mode) &&
           add_split(maker, &maker->countries, "km", km_by_country) &&
           add_split(maker, &maker->countries, "h", hours_by_country) &&
           add_split(maker, &maker->groups, "km", km_by_group);
}

enum cor_status cor_compare_routes(struct cor_comparison *out,
                                   const struct cor_compare_column *column,
                                   uint32_t n_column,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct maker maker = {
        .column = column, .n_column = n_column, .arena = arena};
    if (!make(&maker)) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = (struct cor_comparison){n_column, maker.n_row, maker.row};
    return COR_OK;
}

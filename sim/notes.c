#include "sim/reason.h"

#include "sim/filter.h"

#include <inttypes.h>
#include <math.h>

struct notes {
    const struct cor_inquiry *inquiry;
    struct cor_note note[7]; /* one of each kind there is below */
    uint32_t n;
};

static bool add(struct notes *notes, const char *code, const char *text)
{
    if (text != NULL)
        notes->note[notes->n++] = (struct cor_note){code, text};
    return text != NULL;
}

static const char *plural(uint32_t n)
{
    return n == 1 ? "" : "s";
}

static bool note_free_changes(struct notes *notes, const struct cor_route *best)
{
    const uint32_t n = best->n_free_change;
    return n == 0 ||
           add(notes, "free-mode-changes",
               cor_text_print(notes->inquiry->arena,
                              "the mode changes %" PRIu32
                              " time%s, free of time and cost, since the "
                              "scenario declares no transfers",
                              n, plural(n)));
}

static bool note_unknown(struct notes *notes, const struct cor_route *best)
{
    const uint32_t n = best->n_unknown[notes->inquiry->by];
    return n == 0 ||
           add(notes, "unknown-counts-as-0",
               cor_text_print(
                   notes->inquiry->arena,
                   "%" PRIu32 " leg%s without a known %s counted as 0 in the "
                   "search",
                   n, plural(n), cor_measures[notes->inquiry->by].spoken));
}

static bool note_unused(struct notes *notes)
{
    const struct cor_inquiry *inquiry = notes->inquiry;
    const struct cor_scenario *scenario = inquiry->scenario;
    uint32_t n = 0;
    for (uint32_t link = 0; link < scenario->links.n; link++)
        n += scenario->links.open[link] &&
             isnan(cor_link_figure(scenario, link, inquiry->by).value) &&
             cor_filter_passes(scenario, inquiry->query, link);
    return n == 0 ||
           add(notes, "unknown-links",
               cor_text_print(inquiry->arena,
                              "%" PRIu32 " open link%s without a known %s were "
                              "not used",
                              n, plural(n), cor_measures[inquiry->by].spoken));
}

/* Borders of railways that say nothing of how the cargo travels. */
static bool note_carriage(struct notes *notes, const struct cor_route *best)
{
    const struct cor_scenario *scenario = notes->inquiry->scenario;
    const enum cor_carriage wanted = scenario->cargo.carriage;
    uint32_t n = 0;
    for (uint32_t i = 0; i < best->n_leg; i++)
        n += best->leg[i].kind == COR_LEG_BORDER &&
             scenario->mode[best->leg[i].mode].has_gauge &&
             scenario->border[best->leg[i].record].carriage != wanted;
    return wanted == COR_CARRIAGE_ANY || n == 0 ||
           add(notes, "other-service",
               cor_text_print(notes->inquiry->arena,
                              "%" PRIu32 " border%s state%s nothing of a %s; "
                              "what they state of others counts",
                              n, plural(n), n == 1 ? "s" : "",
                              cor_carriages[wanted]));
}

static bool note_scopes(struct notes *notes, const struct cor_route *best)
{
    return !cor_scopes_mix(best->n_scope) ||
           add(notes, "mixed-scopes",
               cor_text_print(notes->inquiry->arena,
                              "CO2e is tank-to-wheel on %" PRIu32
                              " and well-to-wheel on %" PRIu32
                              " of the links, which have no common total",
                              best->n_scope[COR_SCOPE_TTW],
                              best->n_scope[COR_SCOPE_WTW]));
}

static bool has_not_open(const struct cor_inquiry *inquiry)
{
    const struct cor_scenario *scenario = inquiry->scenario;
    for (uint32_t link = 0; link < scenario->links.n; link++)
        if (!scenario->links.open[link] &&
            cor_filter_passes(scenario, inquiry->query, link))
            return true;
    return false;
}

/* "312 km": the decimals that a difference of this size is read with. */
static void amount_text(char out[COR_NUMBER_SIZE], double amount)
{
    cor_number_fixed(out, amount, amount < 0.1 ? 6 : amount < 10 ? 2 : 0);
}

static double value_of(const struct cor_plan *plan, const struct cor_way *way)
{
    return ldexp((double)way->key.value, plan->weights.exponent);
}

/* Below this share of a sum, a difference comes from rounding alone. */
static const double least_share = 1e-9;

/* Searches again with some rule waived; `saved` is 0 where that saves nothing.
   The way lives in scratch. */
static enum cor_status try_without(double *saved,
                                   struct cor_way *way,
                                   const struct cor_inquiry *inquiry,
                                   struct cor_waiver waiver,
                                   const struct cor_route *best,
                                   struct cor_error *err)
{
    struct cor_plan plan;
    enum cor_status status =
        cor_plan_make(&plan, inquiry->scenario, inquiry->query, waiver,
                      inquiry->by, inquiry->scratch, err);
    if (status == COR_OK)
        status = cor_plan_next(way, &plan, err);
    if (status != COR_OK)
        return status;
    const double sum = cor_route_known(inquiry->scenario, best, inquiry->by);
    *saved = sum - value_of(&plan, way);
    if (*saved <= sum * least_share)
        *saved = 0;
    return COR_OK;
}

/* "would be 312 km shorter" */
static const char *saving_text(const struct cor_inquiry *inquiry, double saved)
{
    const struct cor_measure_form *form = &cor_measures[inquiry->by];
    char text[COR_NUMBER_SIZE];
    amount_text(text, saved / form->units);
    return cor_text_print(inquiry->arena, "would be %s %s %s", text, form->unit,
                          form->smaller);
}

static bool note_saving(struct notes *notes, double saved, const char *links)
{
    const char *saving = saving_text(notes->inquiry, saved);
    return links != NULL && saving != NULL &&
           add(notes, "not-open",
               cor_text_print(notes->inquiry->arena, "%s with %s", saving,
                              links));
}

static enum cor_status note_not_open(struct notes *notes,
                                     const struct cor_route *best,
                                     struct cor_error *err)
{
    const struct cor_inquiry *inquiry = notes->inquiry;
    const struct cor_waiver waiver = {.not_open = true};
    double saved;
    struct cor_way way;
    if (!has_not_open(inquiry))
        return COR_OK;
    const enum cor_status status =
        try_without(&saved, &way, inquiry, waiver, best, err);
    if (status != COR_OK || saved <= 0)
        return status;
    return note_saving(
               notes, saved,
               cor_reason_not_open(inquiry->scenario, &way, inquiry->arena))
               ? COR_OK
               : COR_FAIL_MEMORY(err);
}

static uint32_t count_withheld(const struct cor_inquiry *inquiry)
{
    uint32_t n = 0;
    for (uint32_t link = 0; link < inquiry->scenario->links.n; link++)
        n += inquiry->scenario->links.open[link] &&
             cor_filter_withholds(inquiry->scenario, inquiry->query, link);
    return n;
}

static bool is_used(const struct cor_inquiry *inquiry,
                    const struct cor_way *way,
                    uint32_t mode)
{
    for (uint32_t i = 0; i < way->n; i++) {
        const uint32_t link = cor_arc_link(way->arc[i]);
        if (inquiry->scenario->links.mode[link] == mode &&
            cor_filter_withholds(inquiry->scenario, inquiry->query, link))
            return true;
    }
    return false;
}

/* "air and pipeline": modes of a way that the cargo may not use. */
static const char *withheld_modes(const struct cor_inquiry *inquiry,
                                  const struct cor_way *way)
{
    const struct cor_scenario *scenario = inquiry->scenario;
    const char *text = "";
    for (uint32_t mode = 0; mode < scenario->n_mode && text != NULL; mode++)
        if (is_used(inquiry, way, mode))
            text = cor_text_print(inquiry->arena, "%s%s%s", text,
                                  text[0] == '\0' ? "" : " and ",
                                  scenario->mode[mode].name);
    return text;
}

/* Nothing is left out in silence: a cargo that may not fly hears what flying
   would have saved. */
static enum cor_status note_cargo(struct notes *notes,
                                  const struct cor_route *best,
                                  struct cor_error *err)
{
    const struct cor_inquiry *inquiry = notes->inquiry;
    const struct cor_waiver waiver = {.cargo = true};
    const uint32_t n = count_withheld(inquiry);
    double saved;
    struct cor_way way;
    if (n == 0)
        return COR_OK;
    const enum cor_status status =
        try_without(&saved, &way, inquiry, waiver, best, err);
    if (status != COR_OK || saved <= 0)
        return status;
    const char *saving = saving_text(inquiry, saved);
    const char *modes = withheld_modes(inquiry, &way);
    return saving != NULL && modes != NULL &&
                   add(notes, "cargo-modes",
                       cor_text_print(inquiry->arena,
                                      "%s by %s, which the cargo may not use; "
                                      "%" PRIu32 " open link%s left out so",
                                      saving, modes, n,
                                      n == 1 ? " is" : "s are"))
               ? COR_OK
               : COR_FAIL_MEMORY(err);
}

enum cor_status cor_reason_note(struct cor_routes *routes,
                                const struct cor_inquiry *inquiry,
                                struct cor_error *err)
{
    struct notes notes = {.inquiry = inquiry};
    const struct cor_route *best = &routes->route[0];
    if (!note_free_changes(&notes, best) || !note_unknown(&notes, best) ||
        !note_unused(&notes) || !note_carriage(&notes, best) ||
        !note_scopes(&notes, best))
        return COR_FAIL_MEMORY(err);
    enum cor_status status = note_not_open(&notes, best, err);
    if (status == COR_OK)
        status = note_cargo(&notes, best, err);
    if (status != COR_OK)
        return status;
    routes->n_note = notes.n;
    routes->note =
        cor_arena_copy(inquiry->arena, notes.note, notes.n, sizeof *notes.note);
    return routes->note != NULL ? COR_OK : COR_FAIL_MEMORY(err);
}

#include "sim/reason.h"

/* More would not be read. */
enum { NAMED_AT_MOST = 3 };

static const char *date_text(struct cor_arena *arena, cor_date date)
{
    char text[COR_DATE_SIZE];
    cor_date_format(text, date);
    return cor_text_copy(arena, cor_text_of(text));
}

static const char *
dated(struct cor_arena *arena, const char *words, cor_date date)
{
    const char *text = date_text(arena, date);
    return text == NULL ? NULL : cor_text_print(arena, "%s %s", words, text);
}

/* A date that has come is no reason; without one it is the link's status. */
static const char *why_not_open(const struct cor_scenario *scenario,
                                uint32_t link,
                                struct cor_arena *arena)
{
    const struct cor_links *links = &scenario->links;
    const cor_date now = scenario->as_of;
    const cor_date opens = links->opens[link], closes = links->closes[link];
    if (opens != COR_NO_DATE && (now == COR_NO_DATE || opens > now))
        return dated(arena, "opens", opens);
    if (closes != COR_NO_DATE && now != COR_NO_DATE && closes <= now)
        return dated(arena, "closed", closes);
    if (links->closed_from[link] != COR_NO_DATE && now != COR_NO_DATE &&
        links->closed_from[link] <= now && now < links->closed_until[link])
        return dated(arena, "is closed until", links->closed_until[link]);
    switch ((enum cor_link_status)links->status[link]) {
    case COR_LINK_CONSTRUCTION:
        return "is under construction";
    case COR_LINK_PLANNED:
        return "is planned";
    default:
        return "is closed";
    }
}

static const char *join(struct cor_arena *arena,
                        const char *list,
                        const struct cor_scenario *scenario,
                        uint32_t link)
{
    const char *why = why_not_open(scenario, link, arena);
    return why == NULL ? NULL
                       : cor_text_print(arena, "%s%s%s, which %s", list,
                                        list[0] == '\0' ? "" : ", and ",
                                        scenario->links.ids->name[link], why);
}

const char *cor_reason_not_open(const struct cor_scenario *scenario,
                                const struct cor_way *way,
                                struct cor_arena *arena)
{
    const char *list = "";
    unsigned n = 0;
    for (uint32_t i = 0; list != NULL && i < way->n; i++) {
        const uint32_t link = cor_arc_link(way->arc[i]);
        if (!scenario->links.open[link] && n++ < NAMED_AT_MOST)
            list = join(arena, list, scenario, link);
    }
    if (list != NULL && n > NAMED_AT_MOST)
        list =
            cor_text_print(arena, "%s, and %u more", list, n - NAMED_AT_MOST);
    return list;
}

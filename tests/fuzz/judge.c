#include "fuzz.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}
#define REQUIRE(WHAT) require((WHAT), #WHAT)

static bool is_shown_safely(const char *text)
{
    return text != NULL && cor_text_valid(cor_text_of(text)) == strlen(text) &&
           strpbrk(text, "\n\r\033") == NULL;
}

static void judge_report(const struct cor_report *report)
{
    for (size_t i = 0; i < report->n; i++) {
        const struct cor_diagnostic *item = &report->item[i];
        REQUIRE(is_shown_safely(item->message) && item->message[0] != '\0');
        REQUIRE(item->suggestion == NULL || is_shown_safely(item->suggestion));
        REQUIRE(item->line == NULL || is_shown_safely(item->line));
        REQUIRE(item->place.file == NULL || item->place.line > 0);
        REQUIRE(item->line == NULL ||
                item->caret <= cor_text_length(cor_text_of(item->line)));
    }
}

static void judge_link(const struct cor_scenario *scenario, uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    REQUIRE(links->from[link] < scenario->places.n);
    REQUIRE(links->to[link] < scenario->places.n);
    REQUIRE(links->mode[link] < scenario->n_mode);
    REQUIRE(isfinite(links->length_m[link]) && links->length_m[link] >= 0);
    REQUIRE(isfinite(links->geodesic_m[link]) && links->geodesic_m[link] >= 0);
    REQUIRE(!(links->time_s[link] < 0) && !isinf(links->time_s[link]));
    REQUIRE(links->first_point[link] + 2 <= links->first_point[link + 1]);
}

static void judge_scenario(const struct cor_scenario *scenario)
{
    REQUIRE(scenario->title != NULL);
    REQUIRE(scenario->network->n_node == scenario->places.n);
    REQUIRE(scenario->network->n_link == scenario->links.n);
    for (uint32_t place = 0; place < scenario->places.n; place++) {
        REQUIRE(cor_point_valid(scenario->places.at[place]));
        REQUIRE(scenario->places.name[place] != NULL);
    }
    for (uint32_t link = 0; link < scenario->links.n; link++)
        judge_link(scenario, link);
}

void fuzz_judge(enum cor_status status,
                enum cor_load_state state,
                const struct cor_scenario *scenario,
                const struct cor_report *report)
{
    judge_report(report);
    REQUIRE((status == COR_OK) == (state == COR_LOAD_GOOD));
    REQUIRE((status == COR_OK) == (scenario != NULL));
    REQUIRE(status != COR_OK || report->n_error == 0);
    REQUIRE(status != COR_BAD_INPUT || report->n_error != 0 ||
            state == COR_LOAD_UNREADABLE);
    REQUIRE(status != COR_INTERNAL);
    if (scenario != NULL)
        judge_scenario(scenario);
}

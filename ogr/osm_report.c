#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ogr/osm_sheets.h"

/* Of what was not used, so many kinds are named. */
enum { MOST_LISTED = 12 };

/* The largest count below that of the kind listed before; ties in the order
   they were met. */
static uint32_t next_most(const struct cor_osm_count *counts, uint32_t before)
{
    uint32_t best = COR_NONE;
    for (uint32_t i = 0; i < counts->name.n; i++) {
        const bool later = before == COR_NONE ||
                           counts->n[i] < counts->n[before] ||
                           (counts->n[i] == counts->n[before] && i > before);
        if (later && (best == COR_NONE || counts->n[i] > counts->n[best]))
            best = i;
    }
    return best;
}

/* "12 highway=residential, 3 railway=tram and 4 more kinds" */
static void
print_counts(char *out, size_t size, const struct cor_osm_count *counts)
{
    uint32_t at = COR_NONE;
    size_t n = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < MOST_LISTED && i < counts->name.n && n < size;
         i++) {
        char name[64];
        at = next_most(counts, at);
        cor_text_escape_into(name, sizeof name,
                             cor_text_of(counts->name.name[at]));
        n += (size_t)snprintf(out + n, size - n, "%s%zu %s", i == 0 ? "" : ", ",
                              counts->n[at], name);
    }
    if (counts->name.n > MOST_LISTED && n < size)
        snprintf(out + n, size - n, " and %u more kinds",
                 counts->name.n - MOST_LISTED);
}

static void report_ways(struct cor_ogr *ogr, const struct cor_osm *osm)
{
    char text[900];
    print_counts(text, sizeof text, &osm->unused);
    if (osm->unused.name.n != 0)
        cor_ogr_say(ogr, COR_NOTE, "unused-ways", "ways that are not used: %s",
                    text);
    print_counts(text, sizeof text, &osm->gauge);
    if (osm->gauge.name.n != 0)
        cor_ogr_say(ogr, COR_WARNING, "unclear-gauge",
                    "ways that trains of any gauge fit, as theirs is not one "
                    "number: %s",
                    text);
}

static void report_stops(struct cor_ogr *ogr,
                         const struct cor_osm_network *network)
{
    if (network->n_moved != 0)
        cor_ogr_say(ogr, COR_NOTE, "moved-places",
                    "stations and terminals that were set on the line beside "
                    "them, at most %.0f m away: %zu",
                    ceil(network->most_moved_m), network->n_moved);
    if (network->n_far != 0)
        cor_ogr_say(ogr, COR_NOTE, "unused-places",
                    "stations and terminals that are not used, as no line of "
                    "theirs is within 500 m: %zu",
                    network->n_far);
    if (network->n_same != 0)
        cor_ogr_say(ogr, COR_NOTE, "unused-places",
                    "stations and terminals that are not used, as the "
                    "nearest point of their line bears another's name: %zu",
                    network->n_same);
}

void cor_osm_report(struct cor_ogr *ogr,
                    const struct cor_osm *osm,
                    const struct cor_osm_network *network)
{
    report_ways(ogr, osm);
    report_stops(ogr, network);
    if (network->n_loop != 0)
        cor_ogr_say(ogr, COR_NOTE, "unused-loops",
                    "lines that are not used, as they end where they begin: "
                    "%zu",
                    network->n_loop);
    if (network->n_link == 0 && ogr->report->n_error == 0)
        cor_ogr_say(ogr, COR_ERROR, "no-network",
                    "there is no railway, main road or ferry in it");
}

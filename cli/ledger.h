/* cli/ledger.h -- a route leg by leg: for people, for scripts, as a table. */
#ifndef CLI_LEDGER_H
#define CLI_LEDGER_H

#include <cli/json.h>

#include <corridor/sim/route.h>

/** Numbers of a route in the units that are shown; what scripts read as totals
 *  is the sum of what they read as legs, in the order of travel. */
struct cli_totals {
    double amount[COR_N_MEASURE]; /* km, h, USD, kg, USD; NAN: not known */
    double geodesic_km;
};
struct cli_totals cli_route_totals(const struct cor_route *route);

/** Write the totals as cells of a table, in the order of the measures. */
void cli_totals_show(struct cli *cli,
                     const char *cell[COR_N_STATED_MEASURE],
                     const struct cor_route *route);

/** A number of a leg in the unit that is shown. */
double cli_leg_amount(const struct cor_leg *leg, enum cor_measure measure);

/** Marks of sources, numbered as they are first met. */
struct cli_marks {
    const struct cor_scenario *scenario;
    uint32_t n;
    uint32_t *mark;   /* [sources.n] from 1; 0: not met */
    uint32_t *source; /* [n] */
    bool disputed;    /* some number shown has rivals */
};
enum cli_exit cli_marks_begin(struct cli *cli,
                              struct cli_marks *marks,
                              const struct cor_scenario *scenario);

/** The mark of a source, "[1]". */
const char *
cli_marks_show(struct cli *cli, struct cli_marks *marks, uint32_t source);

/** Print what a ledger's marks mean: the sources met, a line each. */
void cli_marks_print(struct cli *cli, const struct cli_marks *marks);

/** Print a route as a table of legs with its totals. */
enum cli_exit cli_ledger_print(struct cli *cli,
                               struct cli_marks *marks,
                               const struct cor_route *route);

/** Print what each country has of a route. */
enum cli_exit cli_countries_print(struct cli *cli,
                                  const struct cor_scenario *scenario,
                                  const struct cor_route *route);

/** Print how often numbers were missing or defaults stood in, and the notes. */
void cli_ledger_notes(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_routes *routes,
                      const struct cor_route *route);

/** Set the keys of a CORRIDOR but for its id and title. `route` NULL: there is
 *  none, and `routes` says why. */
void cli_ledger_json(struct cli *cli,
                     json_t *object,
                     const struct cor_scenario *scenario,
                     const struct cor_routes *routes,
                     const struct cor_route *route);

/** The legs of a route as comma-separated values, RFC 4180 but for LF. */
void cli_ledger_csv(FILE *out,
                    const struct cor_scenario *scenario,
                    const struct cor_route *route);

#endif

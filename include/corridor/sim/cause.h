/* corridor/sim/cause.h -- what the time and money of a route go to. */
#ifndef COR_SIM_CAUSE_H
#define COR_SIM_CAUSE_H

#include <corridor/sim/route.h>

/** Why a leg takes time and money. */
enum cor_cause {
    COR_CAUSE_MOVING,   /* it travels a link */
    COR_CAUSE_WAITING,  /* for a service to leave */
    COR_CAUSE_BORDER,   /* a border record is charged */
    COR_CAUSE_GAUGE,    /* a change of gauge within a mode */
    COR_CAUSE_PORT,     /* a change to or from a mode on water */
    COR_CAUSE_TRANSFER, /* any other change of mode */
    COR_CAUSE_REST,     /* crews rest on the way */
    COR_N_CAUSE
};

/** Causes as written in JSON, in the order above. */
extern const char *const cor_causes[COR_N_CAUSE];

/** The cause of a leg: by what the leg does, not by the words its record uses
 *  for it. */
enum cor_cause cor_leg_cause(const struct cor_scenario *scenario,
                             const struct cor_leg *leg);

/** What a cause has of a route; a cause without legs has 0 of everything. */
struct cor_route_cause {
    uint32_t n_leg;
    double amount[COR_N_MEASURE]; /* legs summed in order; NAN: not known */
};

/** Sum the legs of a route by cause, in the units of the library. */
void cor_route_causes(struct cor_route_cause out[COR_N_CAUSE],
                      const struct cor_scenario *scenario,
                      const struct cor_route *route);

#endif

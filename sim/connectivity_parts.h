/* sim/connectivity_parts.h -- the two walks that connectivity is made of. */
#ifndef COR_SIM_CONNECTIVITY_PARTS_H
#define COR_SIM_CONNECTIVITY_PARTS_H

#include <corridor/model/network.h>

/** What one walk along links, whatever their direction, finds. */
struct cor_cuts {
    uint32_t n_component;
    uint32_t *component; /* [n_node] */
    bool *is_bridge;     /* [n_link] */
    bool *is_cut_node;   /* [n_node] */
};

/** Find components, bridges and cut nodes; arrays are owned by `arena`.
 *  `usable` is a mask of links, or NULL. False for want of memory. */
bool cor_cuts_find(struct cor_cuts *out,
                   const struct cor_network *network,
                   const bool *usable,
                   struct cor_arena *arena);

/** What a walk along the direction of links finds. */
struct cor_strong {
    uint32_t n;
    uint32_t *label; /* [n_node] numbered in the order of their first nodes */
};

/** Find strong components, likewise. */
bool cor_strong_find(struct cor_strong *out,
                     const struct cor_network *network,
                     const bool *usable,
                     struct cor_arena *arena);

#endif

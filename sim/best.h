/* sim/best.h -- routes one after another, best first. */
#ifndef COR_SIM_BEST_H
#define COR_SIM_BEST_H

#include "sim/search.h"

/** All routes that begin with the first arcs of a way and then take none of
 *  the links banned. */
struct cor_best_part {
    struct cor_key bound; /* no route of it is better, penalties added */
    bool solved;          /* `way` is its best way; else only begins like it */
    bool is_route;        /* nothing but `way`, which is a route of that key */
    uint32_t n_fixed;     /* arcs they begin with */
    struct cor_way way;   /* from the origin */
    struct cor_ban ban;
    const struct cor_rule *rule; /* which they obey */
};

struct cor_best {
    struct cor_search *search;
    struct cor_best_part *part; /* [n] a heap, the least bound first */
    size_t n, capacity;
    struct cor_front front, other;
    uint32_t *visited;   /* [n_place] the way that came here last */
    uint64_t penalties;  /* of all places */
    struct cor_way last; /* handed out */
    uint32_t n_way;      /* ways looked at */
    uint32_t n_twice;    /* of these, those that visit a place twice */
};

/**
 * Look for penalties on places with which the best way visits none twice, or
 * with which ways that do cost nearly as much as routes.
 *
 * is_hopeless  set: no route can be as bad as every way then is
 * Source       Lagrangean relaxation, subgradients: Held and Karp (1971),
 *              doi:10.1007/BF01584070
 */
COR_CHECKED enum cor_status cor_best_penalise(bool *is_hopeless,
                                              struct cor_best *best,
                                              struct cor_error *err);

/** The best way of all, or of those that pass no dead end; COR_NO_WAY if there
 *  is none. */
COR_CHECKED enum cor_status cor_best_first(struct cor_way *out,
                                           struct cor_best *best,
                                           bool without_dead_ends,
                                           struct cor_error *err);

/** The arc that first comes where a way has been, or its number of arcs. */
uint32_t cor_best_repeat(struct cor_best *best, const struct cor_way *way);

/** Begin with the best; `search` is borrowed, its arena is used. */
COR_CHECKED enum cor_status cor_best_start(struct cor_best *out,
                                           struct cor_search *search,
                                           struct cor_error *err);

/**
 * Find the next best route: ways that visit no place twice, in the order of
 * their keys, then of their links' ids. Its key is COR_NO_WAY when there are no
 * more.
 *
 * Errors  COR_NO_MEMORY; COR_UNSUPPORTED: so many ways visit places twice that
 *         the search was given up
 */
COR_CHECKED enum cor_status cor_best_next(struct cor_way *out,
                                          struct cor_best *best,
                                          struct cor_error *err);

/**
 * Block, in this round, every place that no way from `here` to the end can pass
 * without visiting a place twice, whatever the directions of links.
 *
 * Source  block-cut trees: Hopcroft and Tarjan (1973), doi:10.1145/362248.362272
 */
COR_CHECKED enum cor_status cor_search_block_dead_ends(
    struct cor_search *search, uint32_t here, struct cor_error *err);

#endif

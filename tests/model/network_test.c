#include <corridor/model/network.h>

#include <criterion/criterion.h>

/* A loop at 1, two links from 0 to 1 of which one is one-way, none at 3. */
static const uint32_t from[] = {0, 2, 1, 0, 1}, to[] = {1, 0, 1, 1, 2};
static const bool one_way[] = {false, false, true, true, false};
enum { N_NODE = 4, N_LINK = 5 };

static void expect_star(const char *name,
                        struct cor_star star,
                        const uint32_t *first,
                        const uint32_t *arc,
                        const uint32_t *node)
{
    for (uint32_t v = 0; v <= N_NODE; v++)
        cr_expect_eq(star.first[v], first[v], "%s: node %u", name, v);
    for (uint32_t i = 0; i < first[N_NODE]; i++) {
        cr_expect_eq(star.arc[i], arc[i], "%s: slot %u", name, i);
        cr_expect_eq(star.node[i], node[i], "%s: slot %u", name, i);
    }
}

Test(network, sorts_arcs_by_both_ends)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_network *network;
    cr_assert_eq(cor_network_build(&network, N_NODE, N_LINK, from, to, one_way,
                                   &arena, NULL),
                 COR_OK);
    cr_expect_eq(network->n_arc, 8);
    expect_star("out", network->out, (const uint32_t[]){0, 3, 6, 8, 8},
                (const uint32_t[]){0, 3, 6, 1, 4, 8, 2, 9},
                (const uint32_t[]){1, 2, 1, 0, 1, 2, 0, 1});
    expect_star("in", network->in, (const uint32_t[]){0, 2, 6, 8, 8},
                (const uint32_t[]){1, 2, 0, 4, 6, 9, 3, 8},
                (const uint32_t[]){1, 2, 0, 1, 0, 2, 0, 1});
    cor_arena_finish(&arena);
}

Test(network, tells_the_ends_of_arcs)
{
    const struct cor_network network = {.from = from, .to = to};
    cr_expect_eq(cor_arc_tail(&network, 2), 2);
    cr_expect_eq(cor_arc_head(&network, 2), 0);
    cr_expect_eq(cor_arc_tail(&network, 3), 0);
    cr_expect_eq(cor_arc_head(&network, 3), 2);
}

Test(network, forgets_direction_and_links_that_do_not_count)
{
    static const bool usable[] = {true, false, true, true, true};
    const struct cor_network network = {
        .n_node = N_NODE, .n_link = N_LINK, .from = from, .to = to};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_star star;
    cr_assert_eq(cor_network_undirected(&star, &network, usable, &arena, NULL),
                 COR_OK);
    expect_star("undirected", star, (const uint32_t[]){0, 2, 7, 8, 8},
                (const uint32_t[]){0, 6, 1, 4, 5, 7, 8, 9},
                (const uint32_t[]){1, 1, 0, 1, 1, 0, 2, 1});
    cor_arena_finish(&arena);
}

Test(network, may_be_empty)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_network *network;
    cr_assert_eq(
        cor_network_build(&network, 0, 0, NULL, NULL, NULL, &arena, NULL),
        COR_OK);
    cr_expect_eq(network->out.first[0], 0);
    cor_arena_finish(&arena);
}

Test(network, refuses_an_end_that_is_no_node)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_network *network = NULL;
    struct cor_error err = {0};
    cr_expect_eq(
        cor_network_build(&network, 2, N_LINK, from, to, NULL, &arena, &err),
        COR_BAD_INPUT);
    cr_expect_null(network);
    cr_expect_str_eq(err.text, "link 1 joins nodes 2 and 0 of only 2");
    cor_arena_finish(&arena);
}

Test(network, leaves_the_arena_as_it_was_without_memory)
{
    struct cor_arena arena;
    for (size_t limit = 0;; limit += 16) {
        cor_arena_init(&arena, limit);
        const struct cor_network *network = NULL;
        const enum cor_status status = cor_network_build(
            &network, N_NODE, N_LINK, from, to, one_way, &arena, NULL);
        if (status == COR_OK)
            break;
        cr_expect_eq(status, COR_NO_MEMORY);
        cr_expect_null(network);
        cr_expect_eq(arena.used, 0);
        cor_arena_finish(&arena);
    }
    cor_arena_finish(&arena);
}

/* Where every link has both arcs, the stars share what they can; that must not
   show: loops at 0 and 2, parallel links, and as one-way links say it. */
Test(network, stars_of_two_way_links_are_as_any)
{
    static const uint32_t tail[] = {0, 2, 1, 0, 2, 2, 1};
    static const uint32_t head[] = {0, 0, 2, 2, 2, 2, 0};
    static const bool none[7] = {false};
    enum { NODES = 3, LINKS = 7 };
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_network *network;
    cr_assert_eq(cor_network_build(&network, NODES, LINKS, tail, head, none,
                                   &arena, NULL),
                 COR_OK);
    cr_expect_eq(network->n_arc, 14);
    for (uint32_t v = 0; v < NODES; v++) {
        uint32_t slot = network->in.first[v];
        for (uint32_t arc = 0; arc < 2 * LINKS; arc++) {
            if (cor_arc_head(network, arc) != v)
                continue;
            cr_assert_lt(slot, network->in.first[v + 1]);
            cr_expect_eq(network->in.arc[slot], arc, "node %u", v);
            cr_expect_eq(network->in.node[slot], cor_arc_tail(network, arc));
            slot++;
        }
        cr_expect_eq(slot, network->in.first[v + 1], "node %u", v);
    }
    cor_arena_finish(&arena);
}

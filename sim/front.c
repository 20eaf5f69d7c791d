#include "sim/search.h"

bool cor_front_make(const struct cor_search *search, struct cor_front *front)
{
    front->label = cor_arena_array(search->arena, struct cor_label,
                                   search->ship->n_state_here);
    return front->label != NULL;
}

/* Returns whether it was news. */
static bool add(struct cor_front *front, uint32_t node, uint64_t value)
{
    for (uint32_t i = 0; i < front->n; i++) {
        if (front->label[i].node != node)
            continue;
        if (front->label[i].value <= value)
            return false;
        front->label[i].value = value;
        return true;
    }
    front->label[front->n++] = (struct cor_label){node, value};
    return true;
}

static bool take_moves(const struct cor_search *search,
                       struct cor_label label,
                       struct cor_front *after,
                       uint32_t by,
                       bool transfers)
{
    const struct cor_shipment *ship = search->ship;
    const uint32_t state = label.node % ship->n_state;
    bool news = false;
    for (uint32_t i = ship->first[state]; i < ship->first[state + 1]; i++) {
        const bool wanted = transfers
                                ? cor_move_is_transfer(ship, &ship->move[i])
                                : ship->move[i].by == by;
        if (!wanted || search->weight[i] == COR_NO_WAY)
            continue;
        const uint32_t node = cor_search_after(search, label.node, i);
        if (node != COR_NONE)
            news |=
                add(after, node, label.value + cor_search_weight(search, i));
    }
    return news;
}

/* Transfers may follow one another, and a cheaper chain may be found later:
   until nothing is new. */
static void transfer(const struct cor_search *search, struct cor_front *front)
{
    bool news = search->ship->transfers.first != NULL;
    while (news) {
        news = false;
        for (uint32_t i = 0; i < front->n; i++)
            news |= take_moves(search, front->label[i], front, 0, true);
    }
}

void cor_front_start(const struct cor_search *search, struct cor_front *front)
{
    front->n = 0;
    front->n_link = 0;
    add(front, search->from, 0);
    transfer(search, front);
}

void cor_front_step(const struct cor_search *search,
                    const struct cor_front *before,
                    uint32_t arc,
                    struct cor_front *after)
{
    after->n = 0;
    after->n_link = before->n_link + 1;
    for (uint32_t i = 0; i < before->n; i++)
        take_moves(search, before->label[i], after, arc, false);
    transfer(search, after);
}

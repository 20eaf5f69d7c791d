/* sim/heap.h -- a 4-ary heap of search nodes, written where it is used so that
 * the compiler can inline it. */
#ifndef COR_SIM_HEAP_H
#define COR_SIM_HEAP_H

#include "sim/search.h"

static inline bool cor_heap_push(struct cor_heap *heap,
                                 struct cor_heap_item item,
                                 struct cor_arena *arena)
{
    struct cor_heap_item *at =
        cor_arena_grow(arena, heap->item, heap->n, &heap->capacity, sizeof *at);
    if (at == NULL)
        return false;
    heap->item = at;
    size_t i = heap->n++;
    while (i != 0 && cor_key_compare(item.key, at[(i - 1) / 4].key) < 0) {
        at[i] = at[(i - 1) / 4];
        i = (i - 1) / 4;
    }
    at[i] = item;
    return true;
}

static inline size_t cor_heap_least_child(const struct cor_heap *heap, size_t i)
{
    const size_t end = 4 * i + 5 < heap->n ? 4 * i + 5 : heap->n;
    size_t least = 4 * i + 1;
    for (size_t child = least + 1; child < end; child++)
        if (cor_key_compare(heap->item[child].key, heap->item[least].key) < 0)
            least = child;
    return least;
}

/** Take the least item out; the heap is not empty. */
static inline struct cor_heap_item cor_heap_pop(struct cor_heap *heap)
{
    const struct cor_heap_item least = heap->item[0];
    const struct cor_heap_item last = heap->item[--heap->n];
    size_t i = 0;
    while (4 * i + 1 < heap->n) {
        const size_t child = cor_heap_least_child(heap, i);
        if (cor_key_compare(heap->item[child].key, last.key) >= 0)
            break;
        heap->item[i] = heap->item[child];
        i = child;
    }
    heap->item[i] = last;
    return least;
}

#endif

/* Distances from one node to all of a GMNS folder, and how long they take.
 *
 * usage: bench-shortest FOLDER NODE_ID RUNS DISTANCES
 *
 * Writes the distances in m, eight bytes each, in the order of node.csv, and
 * prints the median seconds of the runs.
 */
#include <corridor/model/load.h>
#include <corridor/sim/shortest.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static const struct cor_scenario *load(const char *path,
                                       struct cor_arena *arena)
{
    const struct cor_load how = {.as_of = COR_NO_DATE};
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    struct cor_report report;
    struct cor_error err = {0};
    cor_report_init(&report, arena);
    if (cor_scenario_load(&scenario, &state, path, &how, &report, arena,
                          &err) != COR_OK)
        fprintf(stderr, "%s: %s\n", path, err.text);
    return scenario;
}

/* The median seconds of the runs, or below 0. */
static double measure(struct cor_shortest *out,
                      const struct cor_scenario *scenario,
                      uint32_t origin,
                      size_t n_run,
                      struct cor_arena *arena)
{
    double *seconds = cor_arena_array(arena, double, n_run);
    if (seconds == NULL || n_run == 0)
        return -1;
    for (size_t i = 0; i < n_run; i++) {
        const struct cor_arena_mark mark = cor_arena_mark(arena);
        const double start = now_s();
        if (cor_shortest_all(out, scenario->network, scenario->links.length_m,
                             NULL, origin, arena, NULL) != COR_OK)
            return -1;
        seconds[i] = now_s() - start;
        if (i + 1 < n_run)
            cor_arena_rewind(arena, mark);
    }
    qsort(seconds, n_run, sizeof *seconds, compare);
    return seconds[n_run / 2];
}

static bool write(const char *path, const double *distance, uint32_t n)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return false;
    const bool is_written = fwrite(distance, sizeof *distance, n, file) == n;
    return fclose(file) == 0 && is_written;
}

int main(int argc, char **argv)
{
    struct cor_arena arena;
    struct cor_shortest found;
    cor_arena_init(&arena, SIZE_MAX);
    if (argc != 5)
        return 2;
    const struct cor_scenario *scenario = load(argv[1], &arena);
    if (scenario == NULL)
        return 3;
    const uint32_t origin = cor_scenario_place(scenario, argv[2]);
    const double median_s =
        measure(&found, scenario, origin, strtoul(argv[3], NULL, 10), &arena);
    if (median_s < 0 || !write(argv[4], found.distance, scenario->places.n))
        return 4;
    printf("%.4f\n", median_s);
    cor_arena_finish(&arena);
    return 0;
}

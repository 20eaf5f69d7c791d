/* Loads a scenario and prints the seconds that it took. */
#include <corridor/model/load.h>

#include <stdio.h>
#include <time.h>

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int main(int n_argument, char **argument)
{
    struct cor_arena arena;
    struct cor_report report;
    struct cor_error err = {0};
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    if (n_argument != 2)
        return 2;
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    const double start_s = now_s();
    const enum cor_status status = cor_scenario_load(
        &scenario, &state, argument[1], &how, &report, &arena, &err);
    const double taken_s = now_s() - start_s;
    if (status != COR_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    printf("%.4f %u %u\n", taken_s, scenario->places.n, scenario->links.n);
    cor_arena_finish(&arena);
    return 0;
}

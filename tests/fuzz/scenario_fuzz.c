/* The bytes are a scenario file. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct cor_arena arena;
    struct cor_report report;
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    cor_arena_init(&arena, (size_t)1 << 30);
    cor_report_init(&report, &arena);
    const enum cor_status status = cor_scenario_load_text(
        &scenario, &state, "fuzz.yaml",
        (struct cor_text){(const char *)bytes, n}, &how, &report, &arena, NULL);
    fuzz_judge(status, state, scenario, &report);
    cor_arena_finish(&arena);
    return 0;
}

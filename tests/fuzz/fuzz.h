/* tests/fuzz/fuzz.h -- what the fuzz targets share. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <corridor/model/load.h>

/** The entry of a target; libFuzzer fixes the name. Gives 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/** Abort unless what loading gave is consistent, whatever the input was. */
void fuzz_judge(enum cor_status status,
                enum cor_load_state state,
                const struct cor_scenario *scenario,
                const struct cor_report *report);

#endif

#include "model/rival.h"

#include <criterion/criterion.h>

/* Which of the claims [n], which are in order, each policy chooses. */
struct choice {
    const char *title;
    uint32_t n;
    struct cor_rival_claim claim[5];
    uint32_t newest, official, median;
};

static const struct choice choices[] = {
    {"one alone", 1, {{5, "a", "", 0}}, 0, 0, 0},
    {"the latest year and the best grade differ",
     3,
     {{454, "a", "C", 2023}, {486, "b", "B", 2025}, {532.53, "c", "A", 2024}},
     1,
     2,
     1},
    {"of two the lower is the middle one",
     2,
     {{454, "a", "B", 2024}, {486, "b", "B", 2025}},
     1,
     1,
     0},
    {"of four the second is the middle one",
     4,
     {{1, "d", "C", 2000},
      {2, "c", "C", 2001},
      {3, "b", "C", 2002},
      {4, "a", "C", 2003}},
     3,
     3,
     1},
    {"years and grades that are not stated come last",
     3,
     {{1, "a", "", 0}, {2, "b", "D", 0}, {3, "c", "", 1990}},
     2,
     1,
     1},
    {"no year and no grade at all: the id decides",
     3,
     {{1, "c", "", 0}, {2, "a", "", 0}, {3, "b", "", 0}},
     1,
     1,
     1},
    {"a tie goes to the id that comes first",
     3,
     {{1, "z", "A", 2020}, {2, "m", "A", 2020}, {3, "n", "A", 2020}},
     1,
     1,
     1},
    {"a tie of one source goes to its lower value",
     2,
     {{1, "a", "B", 2020}, {2, "a", "B", 2020}},
     0,
     0,
     0},
    {"equal values of two sources stay two",
     5,
     {{1, "a", "B", 2020},
      {1, "b", "B", 2021},
      {2, "c", "A", 2019},
      {3, "d", "A", 2018},
      {9, "e", "D", 2017}},
     1,
     2,
     2},
};
enum { N_CHOICE = sizeof choices / sizeof *choices };

Test(rival_policy, policies_choose)
{
    for (size_t i = 0; i < N_CHOICE; i++) {
        const struct choice *c = &choices[i];
        const uint32_t expected[COR_N_POLICY] = {
            [COR_POLICY_NEWEST] = c->newest,
            [COR_POLICY_OFFICIAL] = c->official,
            [COR_POLICY_MEDIAN] = c->median,
            [COR_POLICY_LOW] = 0,
            [COR_POLICY_HIGH] = c->n - 1,
        };
        for (enum cor_policy p = COR_POLICY_NEWEST; p < COR_N_POLICY; p++)
            cr_expect_eq(cor_rival_choose(p, c->claim, c->n), expected[p],
                         "%s: %s", c->title, cor_policies[p]);
    }
}

Test(rival_policy, high_values_of_two_sources_tie_by_id)
{
    const struct cor_rival_claim claim[] = {
        {1, "a", "A", 2020}, {2, "b", "D", 0}, {2, "c", "A", 2020}};
    cr_expect_eq(cor_rival_choose(COR_POLICY_HIGH, claim, 3), 1);
}

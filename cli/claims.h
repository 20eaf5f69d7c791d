/* cli/claims.h -- what was published, and whether it holds. */
#ifndef CLI_CLAIMS_H
#define CLI_CLAIMS_H

#include <cli/json.h>

#include <corridor/sim/claim.h>

/** Judge every claim of a scenario. `out` is owned by the run, [n_claim]. */
enum cli_exit cli_claims_judge(struct cli *cli,
                               struct cor_claim_answer **out,
                               const struct cor_scenario *scenario);

/** Print each claim with its verdict and sentence; nothing without claims. */
void cli_claims_print(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_claim_answer *answer);

/** The list of claims, each with its cases. */
json_t *cli_claims_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_claim_answer *answer);

#endif

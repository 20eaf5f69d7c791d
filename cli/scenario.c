#include <cli/scenario.h>

#include <cli/output.h>

#include <string.h>
#include <unistd.h>

static enum cor_policy policy_of(const char *name)
{
    enum cor_policy policy = COR_N_POLICY;
    while (--policy != COR_POLICY_NONE)
        if (name != NULL && strcmp(name, cor_policies[policy]) == 0)
            break;
    return policy;
}

struct cor_load cli_scenario_how(const struct cli *cli)
{
    return (struct cor_load){
        .root = cli->common.root,
        .as_of = cli->common.as_of,
        .policy = policy_of(cli->common.policy),
    };
}

static bool complain_of(struct cli *cli, const char *path)
{
    cli_complain("%s: the output '%s' is also the input", cli->command->name,
                 cli_shown(cli, path));
    return true;
}

bool cli_scenario_is_input(struct cli *cli,
                           const struct cor_scenario *scenario,
                           const char *path)
{
    for (uint32_t i = 0; i < scenario->n_input; i++)
        if (cli_same_file(scenario->input[i], path))
            return complain_of(cli, path);
    return false;
}

/* The file that the answer is for, or NULL. */
static const char *output_file(const struct cli *cli)
{
    const char *output = cli->common.output;
    return output == NULL || strcmp(output, "-") == 0 ? NULL : output;
}

bool cli_output_is_input(struct cli *cli)
{
    const char *output = output_file(cli);
    for (size_t i = 0; output != NULL && i < cli->n_argument; i++)
        if (cli_same_file(cli->argument[i], output))
            return complain_of(cli, output);
    return false;
}

bool cli_output_is_read(struct cli *cli, const struct cor_scenario *scenario)
{
    const char *output = output_file(cli);
    return output != NULL && cli_scenario_is_input(cli, scenario, output);
}

static void count_warnings(const struct cli *cli,
                           const struct cor_report *report,
                           const char *shown)
{
    if (cli->common.verbose || report->n_warning == 0)
        return;
    cli_note(cli, "%s: %zu warning%s; see 'corridor check %s'", shown,
             report->n_warning, report->n_warning == 1 ? "" : "s", shown);
}

enum cli_exit cli_scenario_load(struct cli *cli,
                                const struct cor_scenario **out,
                                const char *path)
{
    const struct cor_load how = cli_scenario_how(cli);
    return cli_scenario_load_with(cli, out, path, &how);
}

enum cli_exit cli_scenario_load_with(struct cli *cli,
                                     const struct cor_scenario **out,
                                     const char *path,
                                     const struct cor_load *how)
{
    if (cli_output_is_input(cli))
        return CLI_USAGE;
    struct cor_report report;
    cor_report_init(&report, &cli->arena);
    struct cor_error err = {0};
    enum cor_load_state state;
    const enum cor_status status =
        cor_scenario_load(out, &state, path, how, &report, &cli->arena, &err);
    cli_diagnostics_print(
        stderr, &report,
        (struct cli_diagnostics){cli->common.verbose ? COR_NOTE : COR_ERROR,
                                 cli_has_color(cli, STDERR_FILENO)});
    if (status == COR_OK) {
        count_warnings(cli, &report, cli_shown(cli, path));
        return cli_output_is_read(cli, *out) ? CLI_USAGE : CLI_ANSWERED;
    }
    return status == COR_BAD_INPUT && report.n_error != 0 ? CLI_INPUT
                                                          : cli_fail(cli, &err);
}

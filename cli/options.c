#include <cli/options.h>

#include <cli/output.h>

#include <stddef.h>
#include <string.h>

static const char *const colors[] = {"auto", "always", "never", NULL};
static const char *const policies[] = {"newest", "official", "median",
                                       "low",    "high",     NULL};

#define AT(member) offsetof(struct cli_common, member)
static const struct cli_option common_option[] = {
    {"json", 0, CLI_FLAG, AT(json), NULL,
     "Answer with one JSON document; the same as --format json", NULL, 0, 0},
    {"format", 0, CLI_TEXT, AT(format), "FORMAT",
     "Form of the answer, where the output's name does not tell it", NULL, 0,
     0},
    {"output", 'o', CLI_TEXT, AT(output), "FILE",
     "Write the answer there; - is the standard output", NULL, 0, 0},
    {"quiet", 'q', CLI_FLAG, AT(quiet), NULL, "No messages but errors", NULL, 0,
     0},
    {"verbose", 'v', CLI_FLAG, AT(verbose), NULL,
     "Every message, also each warning about the scenario", NULL, 0, 0},
    {"seed", 0, CLI_WHOLE, AT(seed), "N", "Where random numbers begin", NULL, 0,
     0},
    {"threads", 0, CLI_WHOLE, AT(threads), "N",
     "Threads to work with; they never change an answer", NULL, 1, 4096},
    {"color", 0, CLI_CHOICE, AT(color), "WHEN",
     "Colours: auto, always or never; NO_COLOR is respected", colors, 0, 0},
    {"root", 0, CLI_TEXT, AT(root), "DIR",
     "Folder that a scenario's files must stay in", NULL, 0, 0},
    {"as-of", 0, CLI_DATE, AT(as_of), "DATE",
     "Take the network as it is on that day, not on the scenario's", NULL, 0,
     0},
    {"policy", 0, CLI_CHOICE, AT(policy), "NAME",
     "Choose among rival values by it: newest, official, median, low or high",
     policies, 0, 0},
    {"basemap", 0, CLI_TEXT, AT(basemap), "PATH",
     "Base map to draw on, instead of the one installed", NULL, 0, 0},
    {"help", 'h', CLI_FLAG, AT(help), NULL, "Show this help", NULL, 0, 0},
    {"version", 0, CLI_FLAG, AT(version), NULL, "Show the version", NULL, 0, 0},
};
#undef AT

const struct cli_options cli_common_options = CLI_OPTIONS(common_option);
const struct cli_common cli_common_defaults = {
    .color = "auto",
    .threads = 1,
    .as_of = COR_NO_DATE,
};

/* The words of a command line and what is made of them. */
struct parser {
    struct cli *cli;
    char *options; /* the struct that the command's own options fill */
    char *const *word;
    int n, at;
};

static const struct cli_option *
find(struct cli_options table, const char *name, size_t n)
{
    for (size_t i = 0; i < table.n; i++)
        if (strlen(table.option[i].name) == n &&
            memcmp(table.option[i].name, name, n) == 0)
            return &table.option[i];
    return NULL;
}

static const struct cli_option *find_letter(struct cli_options table, char c)
{
    for (size_t i = 0; i < table.n; i++)
        if (table.option[i].letter == c)
            return &table.option[i];
    return NULL;
}

const struct cli_option *
cli_option_find(const struct cli_command *command, const char *name, size_t n)
{
    const struct cli_option *own = find(command->options, name, n);
    return own != NULL ? own : find(cli_common_options, name, n);
}

static void *place_of(struct parser *p, const struct cli_option *option)
{
    const bool common =
        find(cli_common_options, option->name, strlen(option->name)) == option;
    char *base = common ? (char *)&p->cli->common : p->options;
    return base + option->offset;
}

static enum cli_exit refuse(struct parser *p, const char *why)
{
    cli_complain("%s: %s; see 'corridor %s --help'", p->cli->command->name, why,
                 p->cli->command->name);
    return CLI_USAGE;
}

static enum cli_exit refuse_value(struct parser *p,
                                  const struct cli_option *option,
                                  const char *value,
                                  const char *wanted)
{
    return refuse(p, cor_text_print(&p->cli->arena, "--%s takes %s, not '%s'",
                                    option->name, wanted,
                                    cli_shown(p->cli, value)));
}

static enum cli_exit unknown(struct parser *p, struct cor_text name)
{
    const char *names[64];
    size_t n = 0;
    const struct cli_options *const tables[] = {&p->cli->command->options,
                                                &cli_common_options};
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < tables[t]->n && n < CLI_COUNT(names); i++)
            names[n++] = tables[t]->option[i].name;
    const char *near = cor_text_nearest(name, names, n);
    const char *shown = cor_text_escape(&p->cli->arena, name);
    return refuse(
        p,
        near == NULL
            ? cor_text_print(&p->cli->arena, "there is no option --%s", shown)
            : cor_text_print(&p->cli->arena,
                             "there is no option --%s, did you mean --%s?",
                             shown, near));
}

static bool add_words(struct cli *cli, struct cli_list *list, const char *value)
{
    size_t most = 1;
    for (const char *c = value; *c != '\0'; c++)
        most += *c == ',';
    const char **item =
        cor_arena_array(&cli->arena, const char *, list->n + most);
    if (item == NULL)
        return false;
    if (list->n != 0)
        memcpy(item, list->item, list->n * sizeof *item);
    for (const char *end;; value = end + 1) {
        end = strchrnul(value, ',');
        const struct cor_text word =
            cor_text_trim((struct cor_text){value, (size_t)(end - value)});
        if (word.n != 0)
            item[list->n++] = cor_text_copy(&cli->arena, word);
        if (*end == '\0')
            break;
    }
    list->item = item;
    return true;
}

static enum cli_exit
set_whole(struct parser *p, const struct cli_option *option, const char *value)
{
    uint64_t number;
    if (!cor_number_parse_whole(&number, cor_text_of(value)) ||
        number < option->least || (option->most != 0 && number > option->most))
        return refuse_value(p, option, value,
                            option->least == 0 ? "a whole number"
                                               : "a whole number from 1");
    *(uint64_t *)place_of(p, option) = number;
    return CLI_ANSWERED;
}

static const char *among(const char *const *choice, const char *value)
{
    for (; *choice != NULL; choice++)
        if (strcmp(*choice, value) == 0)
            return *choice;
    return NULL;
}

static enum cli_exit refuse_choice(struct parser *p,
                                   const struct cli_option *option,
                                   const char *value,
                                   const char *const *choices)
{
    const char *wanted = choices[0];
    for (const char *const *choice = choices + 1; *choice != NULL; choice++)
        wanted = cor_text_print(&p->cli->arena, "%s%s%s", wanted,
                                choice[1] != NULL ? ", " : " or ", *choice);
    size_t n = 0;
    while (choices[n] != NULL)
        n++;
    const char *near = cor_text_nearest(cor_text_of(value), choices, n);
    if (near == NULL)
        return refuse_value(p, option, value, wanted);
    return refuse(p, cor_text_print(&p->cli->arena,
                                    "--%s takes %s, not '%s'; did you mean %s?",
                                    option->name, wanted,
                                    cli_shown(p->cli, value), near));
}

static enum cli_exit
set_choice(struct parser *p, const struct cli_option *option, const char *value)
{
    const char *choice = among(option->choices, value);
    if (choice == NULL)
        return refuse_choice(p, option, value, option->choices);
    *(const char **)place_of(p, option) = choice;
    return CLI_ANSWERED;
}

static enum cli_exit
set_value(struct parser *p, const struct cli_option *option, const char *value)
{
    void *place = place_of(p, option);
    switch (option->type) {
    case CLI_FLAG:
        *(bool *)place = true;
        return CLI_ANSWERED;
    case CLI_TEXT:
        *(const char **)place = value;
        return CLI_ANSWERED;
    case CLI_WHOLE:
        return set_whole(p, option, value);
    case CLI_CHOICE:
        return set_choice(p, option, value);
    case CLI_NUMBER:
        return cor_number_parse(place, cor_text_of(value))
                   ? CLI_ANSWERED
                   : refuse_value(p, option, value, "a number");
    case CLI_DATE:
        return cor_date_parse(place, cor_text_of(value))
                   ? CLI_ANSWERED
                   : refuse_value(p, option, value, "a date like 2026-11-01");
    case CLI_LIST:
        return add_words(p->cli, place, value) ? CLI_ANSWERED : CLI_FAULT;
    }
    return CLI_FAULT;
}

/* The value stands after '=' or is the next word. */
static enum cli_exit
take(struct parser *p, const struct cli_option *option, const char *value)
{
    if (option->type == CLI_FLAG) {
        if (value != NULL)
            return refuse_value(p, option, value, "no value");
    } else if (value == NULL) {
        if (p->at == p->n)
            return refuse(p, cor_text_print(&p->cli->arena, "--%s needs %s",
                                            option->name, option->argument));
        value = p->word[p->at++];
    }
    return set_value(p, option, value);
}

static enum cli_exit parse_long(struct parser *p, const char *word)
{
    const char *end = strchrnul(word, '=');
    const struct cor_text name = {word, (size_t)(end - word)};
    const struct cli_option *option =
        cli_option_find(p->cli->command, name.at, name.n);
    if (option == NULL)
        return unknown(p, name);
    return take(p, option, *end == '=' ? end + 1 : NULL);
}

/* Flags may be bundled, and a value may follow its letter at once. */
static enum cli_exit parse_letters(struct parser *p, const char *word)
{
    for (; *word != '\0'; word++) {
        const struct cli_option *option =
            find_letter(p->cli->command->options, *word);
        if (option == NULL)
            option = find_letter(cli_common_options, *word);
        if (option == NULL)
            return refuse(p, cor_text_print(&p->cli->arena,
                                            "there is no option -%s",
                                            cli_shown(p->cli, word)));
        const bool flag = option->type == CLI_FLAG;
        const char *rest = !flag && word[1] != '\0' ? word + 1 : NULL;
        const enum cli_exit status = take(p, option, rest);
        if (status != CLI_ANSWERED || !flag)
            return status;
    }
    return CLI_ANSWERED;
}

static enum cli_exit parse_word(struct parser *p, bool *ended)
{
    const char *word = p->word[p->at++];
    if (!*ended && strcmp(word, "--") == 0) {
        *ended = true;
        return CLI_ANSWERED;
    }
    if (!*ended && word[0] == '-' && word[1] == '-')
        return parse_long(p, word + 2);
    if (!*ended && word[0] == '-' && word[1] != '\0')
        return parse_letters(p, word + 1);
    p->cli->argument[p->cli->n_argument++] = word;
    return CLI_ANSWERED;
}

/* --help and --version stand above every other demand. */
static enum cli_exit check_arguments(struct parser *p)
{
    const struct cli *cli = p->cli;
    if (cli->common.help || cli->common.version)
        return CLI_ANSWERED;
    if (cli->n_argument < cli->command->least)
        return refuse(p, cor_text_print(&p->cli->arena, "it needs %s",
                                        cli->command->arguments));
    if (cli->n_argument > cli->command->most)
        return refuse(
            p, cor_text_print(
                   &p->cli->arena, "'%s' is one argument too many",
                   cli_shown(p->cli, cli->argument[cli->command->most])));
    return CLI_ANSWERED;
}

/* A command that writes files may tell what it wrote as JSON. */
static enum cli_exit check_format(struct parser *p)
{
    const struct cli *cli = p->cli;
    const char *format = cli->common.format;
    if (cli->common.json && !cli->command->writes_files)
        format = "json";
    if (format == NULL || among(cli->command->formats, format) != NULL)
        return CLI_ANSWERED;
    return refuse_choice(p, cli_option_find(cli->command, "format", 6), format,
                         cli->command->formats);
}

enum cli_exit
cli_options_parse(struct cli *cli, void *options, int n, char *const *word)
{
    struct parser p = {cli, options, word, n, 0};
    cli->common = cli_common_defaults;
    cli->n_argument = 0;
    cli->argument = cor_arena_array(&cli->arena, const char *, (size_t)n + 1);
    if (cli->argument == NULL)
        return CLI_FAULT;
    bool ended = false;
    while (p.at < p.n) {
        const enum cli_exit status = parse_word(&p, &ended);
        if (status != CLI_ANSWERED)
            return status;
    }
    const enum cli_exit status = check_arguments(&p);
    return status == CLI_ANSWERED ? check_format(&p) : status;
}

const char *cli_format(const struct cli *cli)
{
    if (cli->common.json && !cli->command->writes_files)
        return "json";
    if (cli->common.format != NULL)
        return cli->common.format;
    const char *output = cli->common.output;
    const char *ending = output == NULL ? NULL : strrchr(output, '.');
    const char *known =
        ending == NULL ? NULL : among(cli->command->formats, ending + 1);
    return known != NULL ? known : cli->command->formats[0];
}

bool cli_wants_json(const struct cli *cli)
{
    /* What the output's name tells is then the form of what is written. */
    const char *format =
        cli->command->writes_files ? cli->common.format : cli_format(cli);
    return cli->common.json || (format != NULL && strcmp(format, "json") == 0);
}

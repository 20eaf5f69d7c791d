#include <cli/command_list.h>
#include <cli/options.h>
#include <cli/output.h>

#include <string.h>

/* How a shell is told what may follow what. */
struct shell {
    const char *name;
    void (*write)(FILE *out);
};

static void write_bash_words(FILE *out, struct cli_options table)
{
    for (size_t i = 0; i < table.n; i++) {
        fprintf(out, " --%s", table.option[i].name);
        if (table.option[i].letter != 0)
            fprintf(out, " -%c", table.option[i].letter);
    }
}

static void write_bash_choices(FILE *out, struct cli_options table)
{
    for (size_t i = 0; i < table.n; i++) {
        if (table.option[i].type != CLI_CHOICE)
            continue;
        fprintf(out, "    --%s) words=\"", table.option[i].name);
        for (const char *const *c = table.option[i].choices; *c; c++)
            fprintf(out, "%s%s", c == table.option[i].choices ? "" : " ", *c);
        fputs("\" ;;\n", out);
    }
}

static void write_bash(FILE *out)
{
    fputs("# bash completion for corridor: source it, or put it where bash\n"
          "# looks for completions.\n"
          "_corridor()\n"
          "{\n"
          "    local word=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n"
          "    case \"${COMP_WORDS[COMP_CWORD - 1]}\" in\n",
          out);
    write_bash_choices(out, cli_common_options);
    for (size_t i = 0; cli_commands[i] != NULL; i++)
        write_bash_choices(out, cli_commands[i]->options);
    fputs("    *) case \"$COMP_CWORD:${COMP_WORDS[1]}\" in\n"
          "    1:*) words=\"--help --version",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++)
        fprintf(out, " %s", cli_commands[i]->name);
    fputs("\" ;;\n", out);
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        fprintf(out, "    *:%s) words=\"", cli_commands[i]->name);
        write_bash_words(out, cli_commands[i]->options);
        write_bash_words(out, cli_common_options);
        fputs("\" ;;\n", out);
    }
    fputs("    esac ;;\n"
          "    esac\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
          "}\n"
          "complete -o default -F _corridor corridor\n",
          out);
}

/* A help sentence inside single quotes, which zsh's brackets would end. */
static void write_quoted(FILE *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '\'')
            fputs("'\\''", out);
        else if (strchr("[]:", *text) != NULL)
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
}

static void write_zsh_options(FILE *out, struct cli_options table)
{
    for (size_t i = 0; i < table.n; i++) {
        const struct cli_option *option = &table.option[i];
        fprintf(out, "        '--%s%s[", option->name,
                option->type == CLI_FLAG ? "" : "=");
        write_quoted(out, option->help);
        fputc(']', out);
        if (option->type == CLI_CHOICE) {
            fputs(":value:(", out);
            for (const char *const *c = option->choices; *c; c++)
                fprintf(out, "%s%s", c == option->choices ? "" : " ", *c);
            fputc(')', out);
        } else if (option->type != CLI_FLAG) {
            fputs(":value:_files", out);
        }
        fputs("' \\\n", out);
    }
}

static void write_zsh(FILE *out)
{
    fputs("#compdef corridor\n"
          "_corridor()\n"
          "{\n"
          "    if (( CURRENT == 2 )); then\n"
          "        local -a commands=(\n",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        fprintf(out, "            '%s:", cli_commands[i]->name);
        write_quoted(out, cli_commands[i]->summary);
        fputs("'\n", out);
    }
    fputs("        )\n"
          "        _describe command commands\n"
          "        return\n"
          "    fi\n"
          "    case \"$words[2]\" in\n",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        fprintf(out, "    %s) _arguments \\\n", cli_commands[i]->name);
        write_zsh_options(out, cli_commands[i]->options);
        write_zsh_options(out, cli_common_options);
        fputs("        '*:scenario:_files' ;;\n", out);
    }
    fputs("    esac\n"
          "}\n"
          "_corridor \"$@\"\n",
          out);
}

static void write_fish_text(FILE *out, const char *text)
{
    fputs(" -d '", out);
    for (; *text != '\0'; text++)
        fprintf(out, *text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
    fputc('\'', out);
}

static void
write_fish_options(FILE *out, const char *condition, struct cli_options table)
{
    for (size_t i = 0; i < table.n; i++) {
        const struct cli_option *option = &table.option[i];
        fprintf(out, "complete -c corridor -n '%s' -l %s", condition,
                option->name);
        if (option->letter != 0)
            fprintf(out, " -s %c", option->letter);
        if (option->type == CLI_CHOICE) {
            fputs(" -x -a '", out);
            for (const char *const *c = option->choices; *c; c++)
                fprintf(out, "%s%s", c == option->choices ? "" : " ", *c);
            fputc('\'', out);
        } else if (option->type != CLI_FLAG) {
            fputs(" -r", out);
        }
        write_fish_text(out, option->help);
        fputc('\n', out);
    }
}

static void write_fish(FILE *out)
{
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        fprintf(out, "complete -c corridor -n __fish_use_subcommand -f -a %s",
                cli_commands[i]->name);
        write_fish_text(out, cli_commands[i]->summary);
        fputc('\n', out);
    }
    write_fish_options(out, "not __fish_use_subcommand", cli_common_options);
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        char condition[64];
        snprintf(condition, sizeof condition, "__fish_seen_subcommand_from %s",
                 cli_commands[i]->name);
        write_fish_options(out, condition, cli_commands[i]->options);
    }
}

static const struct shell shells[] = {
    {"bash", write_bash},
    {"fish", write_fish},
    {"zsh", write_zsh},
};

static enum cli_exit run(struct cli *cli, const void *options)
{
    (void)options;
    for (size_t i = 0; i < CLI_COUNT(shells); i++)
        if (strcmp(shells[i].name, cli->argument[0]) == 0) {
            shells[i].write(cli->out);
            return CLI_ANSWERED;
        }
    cli_complain("completions: there is no shell '%s' here; it knows bash, "
                 "fish and zsh",
                 cli_shown(cli, cli->argument[0]));
    return CLI_USAGE;
}

static const char *const examples[] = {
    "corridor completions bash > /etc/bash_completion.d/corridor",
    "corridor completions fish > ~/.config/fish/completions/corridor.fish",
    NULL,
};
static const char *const formats[] = {"text", NULL};

const struct cli_command cli_command_completions = {
    .name = "completions",
    .summary = "Write what a shell needs to complete commands and options",
    .arguments = "SHELL",
    .examples = examples,
    .details = "SHELL is bash, fish or zsh.",
    .formats = formats,
    .least = 1,
    .most = 1,
    .run = run,
};

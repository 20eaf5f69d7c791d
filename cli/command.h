/* cli/command.h -- what a command is: its options as a table, and what it does.
 *
 * Parsing, --help, usage errors and shell completions all read these tables.
 * To add a command, write cmd_<name>.c and its name in cli/meson.build.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <cli/fonts.h>

#include <corridor/base/number.h>

#include <stdio.h>

/** Exit status, as scripts rely on it. */
enum cli_exit {
    CLI_ANSWERED = 0,
    CLI_NO = 1,    /* the answer is no */
    CLI_USAGE = 2, /* wrong usage */
    CLI_INPUT = 3, /* bad input */
    CLI_FILE = 4,  /* cannot read or write */
    CLI_FAULT = 5, /* our fault */
    CLI_INTERRUPTED = 130,
};

/** Words given to an option, in order. */
struct cli_list {
    size_t n;
    const char **item; /* [n] */
};

/** What an option takes, and the type that its value is kept in. */
enum cli_type {
    CLI_FLAG,   /* bool */
    CLI_TEXT,   /* const char * */
    CLI_WHOLE,  /* uint64_t */
    CLI_NUMBER, /* double */
    CLI_DATE,   /* cor_date */
    CLI_LIST,   /* struct cli_list: split at commas, repeated adds */
    CLI_CHOICE, /* const char *: one of `choices` */
};

struct cli_option {
    const char *name; /* without the dashes */
    char letter;      /* 0: none */
    enum cli_type type;
    size_t offset;        /* of the value in the struct that options fill */
    const char *argument; /* as help shows it; NULL for a flag */
    const char *help;     /* one sentence, without a final dot */
    const char *const *choices; /* NULL-ended; of a CLI_CHOICE */
    uint64_t least, most;       /* of a CLI_WHOLE; most 0: no limit */
};

/** A table of options, and the struct that they fill. */
struct cli_options {
    size_t n;
    const struct cli_option *option; /* [n] */
};

/** The options of every command. */
struct cli_common {
    bool help, version, json, quiet, verbose;
    const char *format, *output, *color, *root, *basemap, *policy;
    uint64_t seed, threads;
    cor_date as_of;
};
extern const struct cli_options cli_common_options;
extern const struct cli_common cli_common_defaults;

struct cli;

struct cli_command {
    const char *name;
    const char *summary;         /* one sentence, without a final dot */
    const char *arguments;       /* as help shows them: "SCENARIO FROM TO" */
    const char *const *examples; /* NULL-ended lines */
    const char *details;         /* paragraphs, or NULL */
    const char *const *formats;  /* NULL-ended, the first is the default */
    bool writes_files;  /* --output is its own; the answer goes to stdout */
    size_t least, most; /* arguments */
    struct cli_options options;
    const void *defaults; /* what the options fill, to begin with */
    size_t size;          /* of that */
    enum cli_exit (*run)(struct cli *cli, const void *options);
};

/** Every command, in the order help shows them; the last is NULL. */
extern const struct cli_command *const cli_commands[];

/** The command of that name, or NULL. */
const struct cli_command *cli_command_find(const char *name);

/** A run of the command: what was asked, and where the answer goes. */
struct cli {
    const struct cli_command *command;
    struct cli_common common;
    size_t n_argument;
    const char **argument;        /* [n_argument] */
    struct cor_arena arena;       /* lives as long as the run */
    struct cli_basemap *basemaps; /* read last, the others behind it */
    struct cli_fonts fonts;
    FILE *out; /* the answer, kept until it is whole */
    char *answer;
    size_t answer_n;
};

/** Number of items of an array. */
#define CLI_COUNT(array) (sizeof(array) / sizeof *(array))

/** An option table and its length, for initialisers. */
#define CLI_OPTIONS(table)        \
    {                             \
        CLI_COUNT(table), (table) \
    }

#endif

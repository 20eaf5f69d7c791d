#include <cli/output.h>

#include <cli/basemaps.h>

#include <corridor/base/file.h>

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void interrupted(int signal_number)
{
    (void)signal_number;
    _exit(CLI_INTERRUPTED);
}

/* A closed standard file would be given to the next file opened, and messages
   would end up in it. Opened the wrong way round, its use still fails. */
static bool open_standard_files(void)
{
    static const int ways[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int file = 0; file < 3; file++)
        if (fcntl(file, F_GETFD) == -1 && errno == EBADF &&
            open("/dev/null", ways[file]) != file)
            return false;
    return true;
}

enum cli_exit cli_begin(struct cli *cli)
{
    *cli = (struct cli){.common = cli_common_defaults};
    cor_arena_init(&cli->arena, SIZE_MAX);
    /* Tables are measured and written in UTF-8 whatever the user's locale is;
       numbers stay those of the C locale. */
    setlocale(LC_CTYPE, "C.UTF-8");
    /* A reader that went away and a file that grew too large are failed writes,
       which are told, not deaths. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGINT, interrupted);
    if (!open_standard_files())
        return CLI_FAULT;
    cli->out = open_memstream(&cli->answer, &cli->answer_n);
    return cli->out != NULL ? CLI_ANSWERED : CLI_FAULT;
}

/* A reader that has seen enough is not worth a message. */
static enum cli_exit write_stdout(const struct cli *cli)
{
    if (fwrite(cli->answer, 1, cli->answer_n, stdout) == cli->answer_n &&
        fflush(stdout) == 0)
        return CLI_ANSWERED;
    if (errno != EPIPE)
        cli_complain("cannot write <stdout>: %s", strerror(errno));
    return CLI_FILE;
}

static enum cli_exit write_answer(struct cli *cli)
{
    if (cli->answer_n == 0)
        return CLI_ANSWERED;
    const char *path = cli->common.output;
    const bool own = cli->command != NULL && cli->command->writes_files;
    if (own || path == NULL || strcmp(path, "-") == 0)
        return write_stdout(cli);
    return cli_write_file(cli, path, cli->answer, cli->answer_n);
}

enum cli_exit cli_end(struct cli *cli, enum cli_exit status)
{
    if (cli->out != NULL && fclose(cli->out) != 0)
        status = CLI_FAULT;
    else if (status == CLI_FAULT)
        cli_complain("this is a fault of the program, not of its input");
    else if (write_answer(cli) != CLI_ANSWERED)
        status = CLI_FILE;
    free(cli->answer);
    cli_fonts_end(&cli->fonts);
    cli_basemaps_finish(cli);
    cor_arena_finish(&cli->arena);
    return status;
}

void cli_complain(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fputs("corridor: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
}

void cli_note(const struct cli *cli, const char *format, ...)
{
    if (cli->common.quiet)
        return;
    va_list values;
    va_start(values, format);
    fputs("corridor: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
}

static enum cli_exit exit_of(enum cor_status status)
{
    switch (status) {
    case COR_OK:
        return CLI_ANSWERED;
    case COR_BAD_INPUT:
        return CLI_INPUT;
    case COR_UNKNOWN_NAME:
        return CLI_USAGE;
    case COR_CANNOT_READ:
    case COR_CANNOT_WRITE:
    case COR_UNSUPPORTED:
        return CLI_FILE;
    case COR_NO_MEMORY:
    case COR_INTERNAL:
        return CLI_FAULT;
    }
    return CLI_FAULT;
}

enum cli_exit cli_fail(struct cli *cli, const struct cor_error *err)
{
    const struct cor_place *place = &err->place;
    const char *text = cli_shown(cli, err->text);
    if (place->file != NULL)
        fprintf(stderr, "%s:%u:%u: error: %s\n", cli_shown(cli, place->file),
                place->line, place->column, text);
    else
        cli_complain("%s", text);
    return exit_of(err->code);
}

const char *cli_shown(struct cli *cli, const char *text)
{
    const char *safe = cor_text_escape(&cli->arena, cor_text_of(text));
    return safe != NULL ? safe : "?";
}

bool cli_has_color(const struct cli *cli, int file)
{
    const char *when = cli->common.color;
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    const char *none = getenv("NO_COLOR");
    return (none == NULL || none[0] == '\0') && isatty(file);
}

enum cli_exit
cli_write_file(struct cli *cli, const char *path, const void *bytes, size_t n)
{
    sigset_t held, before;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, &before);
    struct cor_error err = {0};
    const enum cor_status status = cor_file_write(path, bytes, n, &err);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (status == COR_OK)
        return CLI_ANSWERED;
    return cli_fail(cli, &err);
}

bool cli_same_file(const char *a, const char *b)
{
    struct stat about_a, about_b;
    return stat(a, &about_a) == 0 && stat(b, &about_b) == 0 &&
           about_a.st_dev == about_b.st_dev && about_a.st_ino == about_b.st_ino;
}

#include <cli/next.h>

#include <cli/output.h>

#include <string.h>

/* POSIX.1-2017, Shell Command Language, 2.2: nothing else needs quotes. */
static bool is_plain(const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_-./,:@%+=";
    return *text != '\0' && text[strspn(text, plain)] == '\0';
}

/* 'it'\''s': quotes end, a quote follows, quotes begin anew. */
static char *quote(struct cor_arena *arena, const char *text)
{
    static const char single[] = "'\\''";
    char *word = cor_arena_array(arena, char,
                                 strlen(text) * strlen(single) + sizeof "''");
    if (word == NULL)
        return NULL;
    char *end = word;
    *end++ = '\'';
    for (; *text != '\0'; text++)
        if (*text == '\'')
            end = stpcpy(end, single);
        else
            *end++ = *text;
    stpcpy(end, "'");
    return word;
}

static char *escape(struct cor_arena *arena, const char *text)
{
    static const char digit[] = "0123456789abcdef";
    char *word = cor_arena_array(arena, char,
                                 strlen(text) * strlen("\\xNN") + sizeof "$''");
    if (word == NULL)
        return NULL;
    char *end = stpcpy(word, "$'");
    for (; *text != '\0'; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c >= ' ' && c < 0x7F) {
            *end = '\\';
            end += c == '\'' || c == '\\';
            *end++ = *text;
        } else {
            end = stpcpy(end, "\\x");
            *end++ = digit[c >> 4];
            *end++ = digit[c & 0xF];
        }
    }
    stpcpy(end, "'");
    return word;
}

const char *cli_word(struct cli *cli, const char *text)
{
    if (is_plain(text))
        return text;
    const bool can_be_shown = strcmp(cli_shown(cli, text), text) == 0;
    const char *word =
        can_be_shown ? quote(&cli->arena, text) : escape(&cli->arena, text);
    return word != NULL ? word : "?";
}

/* A file's name that begins with a dash is no option. */
static const char *scenario_word(struct cli *cli, const char *path)
{
    if (path[0] != '-' || path[1] == '\0')
        return cli_word(cli, path);
    const char *here = cor_text_print(&cli->arena, "./%s", path);
    return here != NULL ? cli_word(cli, here) : "?";
}

const char *cli_next_scenario(struct cli *cli, size_t i)
{
    const char *words = scenario_word(cli, cli->argument[i]);
    if (cli->common.root != NULL)
        words = cor_text_print(&cli->arena, "%s --root %s", words,
                               cli_word(cli, cli->common.root));
    if (words != NULL && cli->common.as_of != COR_NO_DATE) {
        char as_of[COR_DATE_SIZE];
        cor_date_format(as_of, cli->common.as_of);
        words = cor_text_print(&cli->arena, "%s --as-of %s", words, as_of);
    }
    return words != NULL ? words : "?";
}

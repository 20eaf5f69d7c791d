/* The bytes are the tables of a folder, one after the other, each below a line
   "=== name.csv"; unknown names are passed over. */
#include "fuzz.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {
    "config.csv", "geometry.csv", "source.csv",
    "node.csv",   "link.csv",     "transfer.csv",
    "border.csv", "service.csv",  "measurement.csv",
};
enum { N_NAME = sizeof names / sizeof names[0] };

/* One folder for all runs of the process; made by the first. */
static char folder[] = "/tmp/corridor-fuzz-XXXXXX";

static void remove_tables(void)
{
    char path[128];
    for (size_t i = 0; i < N_NAME; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
}

static void remove_folder(void)
{
    remove_tables();
    rmdir(folder);
}

static void make_folder(void)
{
    static bool made;
    if (made)
        return;
    if (mkdtemp(folder) == NULL || atexit(remove_folder) != 0)
        abort();
    made = true;
}

static void write_table(const char *name, const char *bytes, size_t n)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, bytes, n) != (ssize_t)n)
        abort();
    close(file);
}

static const char mark[] = "=== ";
enum { MARK_SIZE = sizeof mark - 1 };

/* The next mark at the start of a line, or the end. */
static const char *find_mark(const char *at, const char *end)
{
    while (at < end && ((size_t)(end - at) < MARK_SIZE ||
                        memcmp(at, mark, MARK_SIZE) != 0)) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at == NULL ? end : at + 1;
    }
    return at;
}

static void write_section(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));
    if (line == NULL)
        return;
    at += MARK_SIZE;
    for (size_t i = 0; i < N_NAME; i++)
        if (strlen(names[i]) == (size_t)(line - at) &&
            memcmp(at, names[i], (size_t)(line - at)) == 0)
            write_table(names[i], line + 1, (size_t)(end - line - 1));
}

static void write_tables(const char *at, const char *end)
{
    for (at = find_mark(at, end); at < end;) {
        const char *next = find_mark(at + MARK_SIZE, end);
        write_section(at, next);
        at = next;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct cor_arena arena;
    struct cor_report report;
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    make_folder();
    write_tables((const char *)bytes, (const char *)bytes + n);
    cor_arena_init(&arena, (size_t)1 << 30);
    cor_report_init(&report, &arena);
    const enum cor_status status = cor_scenario_load(
        &scenario, &state, folder, &how, &report, &arena, NULL);
    fuzz_judge(status, state, scenario, &report);
    cor_arena_finish(&arena);
    remove_tables();
    return 0;
}

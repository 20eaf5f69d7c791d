/* Bad inputs: each folder of tests/data/bad is loaded, and must be complained
 * of as its file `expected` says: a line "E node.csv:2:3 code" each, errors and
 * warnings in the order of the report, then "unreadable" if what stands there
 * is no scenario at all. With a scenario.yaml that is loaded, else
 * the tables of the folder. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_SIZE = 16384, PATH_SIZE = 512 };

static void join(char out[PATH_SIZE], const char *folder, const char *name)
{
    cr_assert_lt(snprintf(out, PATH_SIZE, "%s/%s", folder, name), PATH_SIZE);
}

static const char *without_folder(const char *file, const char *folder)
{
    const size_t n = strlen(folder);
    return strncmp(file, folder, n) == 0 && file[n] == '/' ? file + n + 1
                                                           : file;
}

static void print_report(char *out,
                         const struct cor_report *report,
                         enum cor_load_state state,
                         const char *folder)
{
    size_t at = 0;
    out[0] = '\0';
    for (size_t i = 0; i < report->n; i++) {
        const struct cor_diagnostic *item = &report->item[i];
        if (item->severity == COR_NOTE)
            continue;
        const char *file = item->place.file == NULL ? "-" : item->place.file;
        at += (size_t)snprintf(out + at, TEXT_SIZE - at, "%c %s:%u:%u %s\n",
                               "EWN"[item->severity],
                               without_folder(file, folder), item -> place.line,
                               item->place.column, item->code);
        cr_assert_lt(at, TEXT_SIZE);
    }
    if (state == COR_LOAD_UNREADABLE)
        snprintf(out + at, TEXT_SIZE - at, "unreadable\n");
}

static void read_expected(char *out, const char *folder)
{
    char path[PATH_SIZE];
    join(path, folder, "expected");
    FILE *file = fopen(path, "rb");
    out[0] = '\0';
    if (file == NULL)
        return;
    out[fread(out, 1, TEXT_SIZE - 1, file)] = '\0';
    fclose(file);
}

static void load(const char *folder, const char *name)
{
    static char got[TEXT_SIZE], wanted[TEXT_SIZE];
    char path[PATH_SIZE];
    struct cor_arena arena;
    struct cor_report report;
    const struct cor_scenario *scenario = NULL;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    enum cor_load_state state;
    join(path, folder, "scenario.yaml");
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    const enum cor_status status = cor_scenario_load(
        &scenario, &state, access(path, F_OK) == 0 ? path : folder, &how,
        &report, &arena, NULL);
    print_report(got, &report, state, folder);
    read_expected(wanted, folder);
    cr_expect_str_eq(got, wanted, "%s: got\n%s\nwanted\n%s", name, got, wanted);
    cr_expect_eq(status == COR_OK, report.n_error == 0, "%s", name);
    cr_expect_eq(status == COR_OK, scenario != NULL, "%s", name);
    cor_arena_finish(&arena);
}

Test(bad, inputs_get_every_complaint_with_its_place)
{
    static const char bad[] = SOURCE_ROOT "/tests/data/bad";
    DIR *folder = opendir(bad);
    size_t n = 0;
    cr_assert_not_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[PATH_SIZE];
        if (entry->d_name[0] == '.')
            continue;
        join(path, bad, entry->d_name);
        load(path, entry->d_name);
        n++;
    }
    closedir(folder);
    cr_expect_gt(n, 20);
}

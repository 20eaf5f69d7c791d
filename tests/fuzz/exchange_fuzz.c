/* The first byte says which reader gets the rest, as one file. */
#include "fuzz.h"

#include <corridor/exchange/import.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const formats[] = {"geojson", "graphml", "csv"};
enum { N_FORMAT = sizeof formats / sizeof formats[0] };

/* One file for all runs of the process; made by the first. */
static char path[] = "/tmp/corridor-fuzz-XXXXXX";

static void remove_file(void)
{
    unlink(path);
}

static void write_file(const uint8_t *bytes, size_t n)
{
    static bool made;
    const int file = made ? open(path, O_WRONLY | O_TRUNC) : mkstemp(path);
    if (file < 0 || (!made && atexit(remove_file) != 0) ||
        write(file, bytes, n) != (ssize_t)n)
        abort();
    made = true;
    close(file);
}

/* Seeds begin as the files they are: their first byte tells the format. */
static const struct cor_format *format_of(uint8_t first)
{
    const char *name = first == '{'   ? formats[0]
                       : first == '<' ? formats[1]
                                      : formats[2 - (first % 2)];
    return cor_format_named(name);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct cor_arena arena;
    struct cor_report report;
    struct cor_import out = {0};
    const struct cor_import_options how = {
        .format = n == 0 ? NULL : format_of(bytes[0]), .mode = "rail"};
    if (how.format == NULL)
        return 0;
    write_file(bytes, n);
    cor_arena_init(&arena, (size_t)1 << 30);
    cor_report_init(&report, &arena);
    const enum cor_status status =
        cor_import_read(&out, path, &how, &report, &arena, NULL);
    fuzz_judge(status,
               status == COR_OK      ? COR_LOAD_GOOD
               : report.n_error == 0 ? COR_LOAD_UNREADABLE
                                     : COR_LOAD_FAULTY,
               out.scenario, &report);
    cor_arena_finish(&arena);
    return 0;
}

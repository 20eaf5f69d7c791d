#include "model/path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* top/in/file, top/in/out -> top, top/other, and the working folder is top. */
static char top[] = "/tmp/corridor-path-XXXXXX";
static char real_top[4096];

static void setup(void)
{
    cr_assert_not_null(mkdtemp(top));
    cr_assert_eq(chdir(top), 0);
    cr_assert_not_null(realpath(".", real_top));
    cr_assert_eq(mkdir("in", 0700), 0);
    FILE *file = fopen("in/file", "w");
    cr_assert_not_null(file);
    fclose(file);
    file = fopen("other", "w");
    cr_assert_not_null(file);
    fclose(file);
    cr_assert_eq(symlink("..", "in/out"), 0);
}

static void teardown(void)
{
    unlink("in/file");
    unlink("in/out");
    unlink("other");
    rmdir("in");
    rmdir(top);
}

TestSuite(path, .init = setup, .fini = teardown);

static enum cor_path_answer find(struct cor_path *out,
                                 struct cor_arena *arena,
                                 const char *written,
                                 bool confined)
{
    char folder[5000];
    snprintf(folder, sizeof folder, "%s/in", real_top);
    return cor_path_find(out, folder, "in", cor_text_of(written),
                         confined ? folder : NULL, arena);
}

Test(path, is_found_beside_the_file_it_stands_in)
{
    struct cor_arena arena;
    struct cor_path path;
    cor_arena_init(&arena, SIZE_MAX);
    cr_assert_eq(find(&path, &arena, "file", true), COR_PATH_FOUND);
    cr_expect_str_eq(path.shown, "in/file");
    cr_expect_eq(path.real[0], '/');
    cr_expect_not(path.is_folder);
    cr_assert_eq(find(&path, &arena, "./../in", true), COR_PATH_FOUND);
    cr_expect_str_eq(path.shown, "in/./../in");
    cr_expect(path.is_folder);
    cor_arena_finish(&arena);
}

Test(path, may_not_leave_the_root)
{
    struct cor_arena arena;
    struct cor_path path;
    char absolute[5000];
    cor_arena_init(&arena, SIZE_MAX);
    snprintf(absolute, sizeof absolute, "%s/other", real_top);
    const char *const outside[] = {"../other", "out/other", "..", "/",
                                   absolute};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        cr_expect_eq(find(&path, &arena, outside[i], true), COR_PATH_OUTSIDE,
                     "%s", outside[i]);
        cr_expect_eq(find(&path, &arena, outside[i], false), COR_PATH_FOUND,
                     "%s", outside[i]);
    }
    cor_arena_finish(&arena);
}

Test(path, may_be_missing)
{
    struct cor_arena arena;
    struct cor_path path;
    cor_arena_init(&arena, SIZE_MAX);
    cr_expect_eq(find(&path, &arena, "nothing", true), COR_PATH_MISSING);
    cr_expect_eq(find(&path, &arena, "file/below", true), COR_PATH_MISSING);
    cor_arena_finish(&arena);
}

Test(path, lies_inside_by_whole_names)
{
    static const struct {
        const char *real, *root;
        bool inside;
    } rows[] = {
        {"/a/b", "/a", true},  {"/a", "/a", true},    {"/ab", "/a", false},
        {"/a/b", "/", true},   {"/", "/", true},      {"/a", "/a/b", false},
        {"/a/b", "/a/", true}, {"/b/a", "/a", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(cor_path_inside(rows[i].real, rows[i].root),
                     rows[i].inside, "%s in %s", rows[i].real, rows[i].root);
}

Test(path, has_a_folder)
{
    static const char *const rows[][2] = {
        {"a/b", "a"}, {"b", ""}, {"/b", "/"}, {"/a/b/c", "/a/b"}};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_str_eq(cor_path_folder(rows[i][0], &arena), rows[i][1]);
    cor_arena_finish(&arena);
}

Test(path, fails_for_want_of_memory)
{
    struct cor_path path;
    struct cor_arena arena;
    enum cor_path_answer answer = COR_PATH_NO_MEMORY;
    for (size_t limit = 0; answer != COR_PATH_FOUND; limit += 16) {
        cor_arena_init(&arena, limit);
        answer = find(&path, &arena, "file", true);
        cr_assert(answer == COR_PATH_FOUND || answer == COR_PATH_NO_MEMORY);
        cor_arena_finish(&arena);
    }
}

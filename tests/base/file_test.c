#include <corridor/base/file.h>

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test works in a folder of its own, which must be empty at the end but
   for what the test put there. */
static struct cor_arena arena;
static char folder[] = "/tmp/cor-file-test-XXXXXX";
static char path[4096];

static const char *path_of(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cr_assert_not_null(mkdtemp(folder));
}

static void each_file(void (*visit)(const char *name))
{
    DIR *listing = opendir(folder);
    cr_assert_not_null(listing);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            visit(entry->d_name);
    closedir(listing);
}

static void drop(const char *name)
{
    remove(path_of(name));
}

static void finish(void)
{
    each_file(drop);
    rmdir(folder);
    cor_arena_finish(&arena);
}

TestSuite(file, .init = begin, .fini = finish);

static size_t n_file;

static void count_one(const char *name)
{
    (void)name;
    n_file++;
}

static size_t count_files(void)
{
    n_file = 0;
    each_file(count_one);
    return n_file;
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "w");
    cr_assert_not_null(file);
    fputs(text, file);
    fclose(file);
}

static void expect_content(const char *name, const char *want)
{
    struct cor_source got;
    cr_assert_eq(
        cor_file_read(&got, path_of(name), NULL, 1 << 20, &arena, NULL),
        COR_OK);
    cr_expect_eq(got.n, strlen(want), "%s", name);
    cr_expect_str_eq(got.bytes, want);
}

Test(file, is_read_whole)
{
    put("a", "one\ntwo");
    expect_content("a", "one\ntwo");
    put("empty", "");
    expect_content("empty", "");
}

Test(file, is_read_up_to_the_limit)
{
    put("five", "12345");
    struct cor_source got = {.n = 99};
    struct cor_error err = {0};
    cr_expect_eq(cor_file_read(&got, path_of("five"), NULL, 4, &arena, &err),
                 COR_BAD_INPUT);
    cr_expect_not_null(strstr(err.text, "is larger than 4 bytes"));
    cr_expect_eq(got.n, 99, "a failure gives nothing");
    cr_expect_eq(cor_file_read(&got, path_of("five"), NULL, 5, &arena, NULL),
                 COR_OK);
    cr_expect_eq(got.n, 5);
}

/* Its size is said to be 0. */
Test(file, that_does_not_tell_its_size_is_read)
{
    struct cor_source got;
    cr_assert_eq(
        cor_file_read(&got, "/proc/self/status", NULL, 1 << 20, &arena, NULL),
        COR_OK);
    cr_expect_eq(strncmp(got.bytes, "Name:", 5), 0);
    cr_expect_eq(strlen(got.bytes), got.n);
}

static void expect_unreadable(const char *name, const char *reason)
{
    struct cor_source got;
    struct cor_error err = {0};
    cr_expect_eq(cor_file_read(&got, name, NULL, 100, &arena, &err),
                 COR_CANNOT_READ, "%s", name);
    cr_expect_not_null(strstr(err.text, reason), "%s", err.text);
}

Test(file, that_is_none_is_not_read)
{
    expect_unreadable(path_of("missing"), "No such file");
    expect_unreadable(folder, "it is a folder");
    expect_unreadable("/dev/zero", "not a regular file");
    put("a", "");
    expect_unreadable(path_of("a/b"), "Not a directory");
    expect_unreadable("", "No such file");
}

/* Opening it in the usual way would wait for someone to write. */
Test(file, that_is_a_pipe_with_a_name_is_not_waited_for, .timeout = 10)
{
    cr_assert_eq(mkfifo(path_of("pipe"), 0600), 0);
    expect_unreadable(path, "not a regular file");
}

Test(file, names_are_escaped_in_what_is_said)
{
    struct cor_source got;
    struct cor_error err = {0};
    put("a\nb", "x");
    cr_assert_eq(cor_file_read(&got, path_of("a\nb"), NULL, 9, &arena, NULL),
                 COR_OK);
    cr_expect_not_null(strstr(got.name, "a\\x0Ab"));
    cr_expect_eq(cor_file_write(path_of("no/c\x1B"), "x", 1, &err),
                 COR_CANNOT_WRITE);
    cr_expect_not_null(strstr(err.text, "no/c\\x1B"), "%s", err.text);
}

/* The standard input is a pipe that hands out more than one block. */
Test(file, standard_input_is_read_to_its_end)
{
    enum { N = 300000 };
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    const pid_t writer = fork();
    if (writer == 0) {
        char line[100];
        memset(line, 'x', sizeof line);
        for (int i = 0; i < N; i += (int)sizeof line)
            if (write(ends[1], line, sizeof line) < 0)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    struct cor_source got;
    cr_assert_eq(cor_file_read(&got, "-", NULL, 1 << 20, &arena, NULL), COR_OK);
    cr_expect_eq(got.n, N);
    cr_expect_str_eq(got.name, "<stdin>");
}

Test(file, reading_fails_for_want_of_memory)
{
    put("a", "some text");
    struct cor_source got = {.n = 99};
    size_t n_failure = 0;
    for (size_t limit = 0; got.n == 99; limit += 16) {
        struct cor_arena small;
        struct cor_error err = {0};
        cor_arena_init(&small, limit);
        if (cor_file_read(&got, path_of("a"), NULL, 100, &small, &err) !=
            COR_OK) {
            n_failure++;
            cr_expect_eq(err.code, COR_NO_MEMORY);
        }
        cor_arena_finish(&small);
    }
    cr_expect_gt(n_failure, 1);
}

Test(file, appears_whole_and_alone)
{
    cr_expect_eq(cor_file_write(path_of("new"), "first", 5, NULL), COR_OK);
    expect_content("new", "first");
    cr_expect_eq(cor_file_write(path_of("new"), "2", 1, NULL), COR_OK);
    expect_content("new", "2");
    cr_expect_eq(cor_file_write(path_of("new"), NULL, 0, NULL), COR_OK);
    expect_content("new", "");
    cr_expect_eq(count_files(), 1, "no temporary file stays");
}

Test(file, has_the_mode_that_the_user_asks_for)
{
    struct stat about;
    umask(027);
    cr_assert_eq(cor_file_write(path_of("a"), "x", 1, NULL), COR_OK);
    cr_assert_eq(stat(path, &about), 0);
    cr_expect_eq(about.st_mode & 0777, 0640, "%o", about.st_mode);
    cr_expect_eq(umask(022), 027, "the mask is left as it was");
    cr_assert_eq(chmod(path_of("a"), 0604), 0);
    cr_assert_eq(cor_file_write(path_of("a"), "y", 1, NULL), COR_OK);
    cr_assert_eq(stat(path, &about), 0);
    cr_expect_eq(about.st_mode & 0777, 0604, "a new one is as the old one");
}

/* A name as long as names may be leaves no room for a longer one. */
Test(file, may_have_the_longest_of_names)
{
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    cr_expect_eq(cor_file_write(path_of(name), "x", 1, NULL), COR_OK);
    expect_content(name, "x");
    cr_expect_eq(count_files(), 1);
}

/* What a killed run left behind is in nobody's way. */
Test(file, finds_a_free_name_beside)
{
    put(".corridor-0", "left");
    cr_expect_eq(cor_file_write(path_of("a"), "x", 1, NULL), COR_OK);
    expect_content("a", "x");
    expect_content(".corridor-0", "left");
    cr_expect_eq(count_files(), 2);
}

/* What a link points to is what the user wants replaced. */
Test(file, behind_a_symbolic_link_is_written)
{
    put("real", "old");
    cr_assert_eq(symlink("real", path_of("link")), 0);
    cr_expect_eq(cor_file_write(path_of("link"), "new", 3, NULL), COR_OK);
    expect_content("real", "new");
    struct stat about;
    cr_assert_eq(lstat(path_of("link"), &about), 0);
    cr_expect(S_ISLNK(about.st_mode));
    cr_expect_eq(count_files(), 2);
}

static void expect_unwritable(const char *name, const char *reason)
{
    struct cor_error err = {0};
    cr_expect_eq(cor_file_write(name, "text", 4, &err), COR_CANNOT_WRITE, "%s",
                 name);
    cr_expect_not_null(strstr(err.text, reason), "%s", err.text);
}

Test(file, that_cannot_be_written_says_why)
{
    put("a", "kept");
    expect_unwritable(path_of("a/b"), "Not a directory");
    expect_unwritable(path_of("no/b"), "No such file");
    expect_unwritable(folder, "Is a directory");
    expect_unwritable("/dev/full", "No space left");
    expect_unwritable("", "No such file");
    expect_content("a", "kept");
    cr_expect_eq(count_files(), 1);
}

/* A disk that is full in the middle: the old file stays, nothing else does. */
Test(file, that_does_not_fit_leaves_the_old_one)
{
    enum { N = 1 << 16 };
    put("a", "old");
    char *bytes = cor_arena_array(&arena, char, N);
    memset(bytes, 'x', N);
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){N / 2, RLIM_INFINITY});
    struct cor_error err = {0};
    const enum cor_status status = cor_file_write(path_of("a"), bytes, N, &err);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    cr_expect_eq(status, COR_CANNOT_WRITE);
    cr_expect_not_null(strstr(err.text, "File too large"), "%s", err.text);
    expect_content("a", "old");
    cr_expect_eq(count_files(), 1);
}

Test(file, standard_output_is_written_directly)
{
    put("out", "");
    const int kept = dup(STDOUT_FILENO);
    const int file = open(path_of("out"), O_WRONLY);
    dup2(file, STDOUT_FILENO);
    const enum cor_status good = cor_file_write("-", "text", 4, NULL);
    close(STDOUT_FILENO);
    struct cor_error err = {0};
    const enum cor_status closed = cor_file_write("-", "text", 4, &err);
    dup2(kept, STDOUT_FILENO);
    cr_expect_eq(good, COR_OK);
    expect_content("out", "text");
    cr_expect_eq(closed, COR_CANNOT_WRITE);
    cr_expect_not_null(strstr(err.text, "<stdout>"), "%s", err.text);
}

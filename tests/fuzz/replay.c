/* Runs a fuzz target without libFuzzer: every file of the folders named, and
 * then `count` changed copies of them, the same for the same seed.
 *
 * usage: replay COUNT SEED FOLDER... */
#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FILES = 4096, MOST_BYTES = 1 << 20, MOST_CHANGES = 8 };

struct input {
    uint8_t *bytes;
    size_t n;
};

static struct input inputs[MOST_FILES];
static size_t n_input;

static void fail(const char *what)
{
    fprintf(stderr, "replay: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void read_input(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct input *input = &inputs[n_input];
    if (file == NULL || (input->bytes = malloc(MOST_BYTES)) == NULL)
        fail(path);
    input->n = fread(input->bytes, 1, MOST_BYTES, file);
    fclose(file);
    n_input++;
}

static void read_folder(const char *path)
{
    struct dirent **entry;
    const int n = scandir(path, &entry, NULL, alphasort);
    if (n < 0)
        fail(path);
    for (int i = 0; i < n; i++) {
        char name[4096];
        const int length =
            snprintf(name, sizeof name, "%s/%s", path, entry[i]->d_name);
        if (entry[i]->d_name[0] != '.' && length < (int)sizeof name &&
            n_input < MOST_FILES)
            read_input(name);
        free(entry[i]);
    }
    free(entry);
}

/* Steele, Lea and Flood (2014), SplitMix64, doi:10.1145/2660193.2660195. */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Bytes that mean something to YAML, CSV or UTF-8. */
static const char odd[] = ",\"\n\r:-{}[]#&*!|>'%@`0.eE+\t =\\\x00\xFF\xC0\xED";

static void remove_some(struct input *input, size_t at, uint64_t random)
{
    size_t n = 1 + random % 16;
    n = n < input->n - at ? n : input->n - at;
    memmove(input->bytes + at, input->bytes + at + n, input->n - at - n);
    input->n -= n;
}

static void insert_some(struct input *input, size_t at, uint64_t *state)
{
    const struct input *other = &inputs[draw(state) % n_input];
    size_t n = draw(state) % 32;
    n = n < other->n ? n : other->n;
    if (input->n + n > MOST_BYTES || n == 0)
        return;
    memmove(input->bytes + at + n, input->bytes + at, input->n - at);
    memcpy(input->bytes + at, other->bytes + draw(state) % (other->n - n + 1),
           n);
    input->n += n;
}

static void change(struct input *input, uint64_t *state)
{
    const uint64_t kind = draw(state) % 5;
    if (input->n == 0)
        return;
    const size_t at = draw(state) % input->n;
    if (kind == 0)
        input->bytes[at] ^= (uint8_t)(1u << draw(state) % 8);
    else if (kind == 1)
        input->bytes[at] = (uint8_t)odd[draw(state) % (sizeof odd - 1)];
    else if (kind == 2)
        remove_some(input, at, draw(state));
    else if (kind == 3)
        insert_some(input, at, state);
    else
        input->n = at;
}

/* An exact piece of the heap, so that a sanitizer sees its end. */
static void run(const struct input *input)
{
    uint8_t *exact = malloc(input->n + (input->n == 0));
    if (exact == NULL)
        fail("memory");
    memcpy(exact, input->bytes, input->n);
    LLVMFuzzerTestOneInput(exact, input->n);
    free(exact);
}

int main(int n_argument, char **argument)
{
    if (n_argument < 4)
        return 2;
    const unsigned long count = strtoul(argument[1], NULL, 10);
    uint64_t state = strtoul(argument[2], NULL, 10);
    for (int i = 3; i < n_argument; i++)
        read_folder(argument[i]);
    static uint8_t bytes[MOST_BYTES];
    for (size_t i = 0; i < n_input; i++)
        run(&inputs[i]);
    for (unsigned long i = 0; i < count && n_input != 0; i++) {
        const struct input *from = &inputs[i % n_input];
        struct input changed = {bytes, from->n};
        memcpy(bytes, from->bytes, from->n);
        for (uint64_t left = 1 + draw(&state) % MOST_CHANGES; left > 0; left--)
            change(&changed, &state);
        run(&changed);
    }
    printf("%zu files, %lu changed copies\n", n_input, count);
    for (size_t i = 0; i < n_input; i++)
        free(inputs[i].bytes);
    return n_input == 0;
}

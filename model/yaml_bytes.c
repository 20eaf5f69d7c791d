#include "model/yaml_tree.h"

#include <string.h>

static const char mark[] = "\xEF\xBB\xBF";
enum { MARK_SIZE = 3 };

static bool refuse(struct cor_report *report,
                   const struct cor_source *source,
                   size_t offset,
                   const char *code,
                   const char *suggestion,
                   const char *message)
{
    cor_report_add(report, COR_ERROR, code,
                   (struct cor_spot){source, (uint32_t)offset}, suggestion,
                   "%s", message);
    return false;
}

static bool
begins_with(const struct cor_source *source, const char *bytes, size_t n)
{
    return source->n >= n && memcmp(source->bytes, bytes, n) == 0;
}

static bool is_wide(const struct cor_source *source)
{
    return begins_with(source, "\xFF\xFE", 2) ||
           begins_with(source, "\xFE\xFF", 2) ||
           (source->n >= 2 &&
            (source->bytes[0] == 0) != (source->bytes[1] == 0));
}

/* YAML 1.2, production 1 (c-printable), of the first 128 characters. */
static size_t first_control(const struct cor_source *source)
{
    for (size_t i = 0; i < source->n; i++) {
        const unsigned char byte = (unsigned char)source->bytes[i];
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') ||
            byte == 0x7F)
            return i;
    }
    return source->n;
}

static size_t second_mark(const struct cor_source *source)
{
    const char *found = source->n <= 1 ? NULL
                                       : memmem(source->bytes + 1,
                                                source->n - 1, mark, MARK_SIZE);
    return found == NULL ? source->n : (size_t)(found - source->bytes);
}

bool cor_yaml_judge_bytes(const struct cor_source *source,
                          struct cor_report *report)
{
    if (is_wide(source))
        return refuse(report, source, 0, "not-utf8", "save the file as UTF-8",
                      "this looks like UTF-16, not UTF-8");
    const size_t n_valid =
        cor_text_valid((struct cor_text){source->bytes, source->n});
    if (n_valid < source->n && source->bytes[n_valid] == '\0')
        return refuse(report, source, n_valid, "zero-byte", NULL,
                      "a zero byte stands here");
    if (n_valid < source->n)
        return refuse(report, source, n_valid, "not-utf8",
                      "save the file as UTF-8", "this is not UTF-8");
    const size_t control = first_control(source);
    if (control < source->n)
        return refuse(report, source, control, "control-character", NULL,
                      "a control character stands here");
    const size_t second = second_mark(source);
    if (second < source->n)
        return refuse(report, source, second, "byte-order-mark",
                      "a byte-order mark may only be the first character",
                      "a byte-order mark stands inside the file");
    return true;
}

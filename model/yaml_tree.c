#include "model/yaml_tree.h"

#include <string.h>
#include <yaml.h>

enum { CHUNK = 4096 };

/* The parser, and the lists and mappings that are open. */
struct reader {
    yaml_parser_t parser;
    struct cor_yaml *yaml;
    struct cor_report *report;
    struct cor_arena *arena;
    uint32_t start; /* the byte that the parser began at */
    size_t index;   /* a character, counted as the parser does, */
    uint32_t byte;  /* and the byte of the source that it begins at */
    uint32_t n_open, n_document;
    struct {
        uint32_t node, last; /* last member so far, or COR_NONE */
        bool is_map, is_key; /* what comes next is a key */
    } open[COR_YAML_DEEPEST];
    bool ended, stop, no_memory;
};

const struct cor_yaml_node *cor_yaml_node(const struct cor_yaml *yaml,
                                          uint32_t number)
{
    return &yaml->chunk[number / CHUNK][number % CHUNK];
}

static struct cor_yaml_node *node_of(struct reader *reader, uint32_t number)
{
    return &reader->yaml->chunk[number / CHUNK][number % CHUNK];
}

/* The parser counts characters; marks mostly move forward. */
static uint32_t byte_of(struct reader *reader, size_t index)
{
    const struct cor_source *source = reader->yaml->source;
    if (index < reader->index) {
        reader->index = 0;
        reader->byte = reader->start;
    }
    while (reader->index < index && reader->byte < source->n) {
        reader->byte++;
        while (reader->byte < source->n &&
               ((unsigned char)source->bytes[reader->byte] & 0xC0) == 0x80)
            reader->byte++;
        reader->index++;
    }
    return reader->byte;
}

static void complain(struct reader *reader,
                     uint32_t offset,
                     const char *code,
                     const char *suggestion,
                     const char *message)
{
    cor_report_add(reader->report, COR_ERROR, code,
                   (struct cor_spot){reader->yaml->source, offset}, suggestion,
                   "%s", message);
}

static void
stop(struct reader *reader, uint32_t offset, const char *code, const char *text)
{
    complain(reader, offset, code, NULL, text);
    reader->stop = true;
}

static uint32_t
new_node(struct reader *reader, enum cor_yaml_type type, uint32_t offset)
{
    struct cor_yaml *yaml = reader->yaml;
    if (yaml->n == COR_YAML_MOST) {
        stop(reader, offset, "too-many-values",
             "a scenario file has 8 million values at most; larger networks "
             "are written as tables");
        return COR_NONE;
    }
    if (yaml->n / CHUNK == yaml->n_chunk) {
        struct cor_yaml_node **chunk =
            cor_arena_grow(reader->arena, yaml->chunk, yaml->n_chunk,
                           &yaml->capacity, sizeof *chunk);
        struct cor_yaml_node *made =
            cor_arena_array(reader->arena, struct cor_yaml_node, CHUNK);
        if (chunk == NULL || made == NULL) {
            reader->no_memory = true;
            return COR_NONE;
        }
        yaml->chunk = chunk;
        chunk[yaml->n_chunk++] = made;
    }
    *node_of(reader, yaml->n) = (struct cor_yaml_node){
        .offset = offset, .first = COR_NONE, .next = COR_NONE, .type = type};
    return yaml->n++;
}

/* Make a node the next member of what is open, or the root. */
static struct cor_yaml_node *
add(struct reader *reader, enum cor_yaml_type type, uint32_t offset)
{
    const uint32_t number = new_node(reader, type, offset);
    if (number == COR_NONE)
        return NULL;
    if (reader->n_open == 0) {
        reader->yaml->root = number;
        return node_of(reader, number);
    }
    const uint32_t top = reader->n_open - 1;
    const uint32_t last = reader->open[top].last;
    if (last == COR_NONE)
        node_of(reader, reader->open[top].node)->first = number;
    else
        node_of(reader, last)->next = number;
    reader->open[top].last = number;
    reader->open[top].is_key =
        reader->open[top].is_map && !reader->open[top].is_key;
    return node_of(reader, number);
}

/* Whether the node that comes next is a key of a mapping. */
static bool at_key(const struct reader *reader)
{
    return reader->n_open != 0 && reader->open[reader->n_open - 1].is_key;
}

static void refuse_properties(struct reader *reader,
                              uint32_t offset,
                              const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor != NULL)
        complain(reader, offset, "anchor", "write the value out",
                 "anchors are not read");
    if (tag != NULL)
        complain(reader, offset, "tag", "leave it out: keys tell the type",
                 "tags are not read");
}

static void
open_node(struct reader *reader, enum cor_yaml_type type, uint32_t offset)
{
    if (reader->n_open == COR_YAML_DEEPEST) {
        stop(reader, offset, "too-deep",
             "values stand more than 32 deep in each other");
        return;
    }
    if (at_key(reader))
        complain(reader, offset, "bad-key", NULL, "a key is a single word");
    const struct cor_yaml_node *node = add(reader, type, offset);
    if (node == NULL)
        return;
    const uint32_t number = reader->yaml->n - 1;
    const uint32_t top = reader->n_open++;
    reader->open[top].node = number;
    reader->open[top].last = COR_NONE;
    reader->open[top].is_map = type == COR_YAML_MAP;
    reader->open[top].is_key = type == COR_YAML_MAP;
}

/* YAML 1.1, the null type of the language-independent types. */
static bool is_null(struct cor_text text)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cor_text_equal(text, cor_text_of(words[i])))
            return true;
    return false;
}

/* The text as it stands in the source if it stands there as it is, so that
   most of it need not be copied. */
static struct cor_text
keep_text(struct reader *reader, struct cor_text text, uint32_t at)
{
    const struct cor_source *source = reader->yaml->source;
    if (at <= source->n && text.n <= source->n - at &&
        memcmp(source->bytes + at, text.at, text.n) == 0)
        return (struct cor_text){source->bytes + at, text.n};
    const char *copy = cor_text_copy(reader->arena, text);
    reader->no_memory = reader->no_memory || copy == NULL;
    return (struct cor_text){copy, copy == NULL ? 0 : text.n};
}

/* Why a scalar is void; NULL: it is not. */
static const char *fault_of(struct cor_text text, bool plain, bool key)
{
    if (text.n > COR_YAML_LONGEST)
        return "too-long";
    if (memchr(text.at, '\0', text.n) != NULL)
        return "zero-byte";
    if (plain && is_null(text))
        return "null-value";
    if (plain && key && cor_text_equal(text, cor_text_of("<<")))
        return "merge-key";
    return NULL;
}

static void
complain_scalar(struct reader *reader, uint32_t offset, const char *code)
{
    static const char *const reasons[][3] = {
        {"too-long", "a value has 64 KB at most", NULL},
        {"zero-byte", "a zero byte stands in this text", NULL},
        {"null-value", "a value is missing here",
         "write it, or leave the key out"},
        {"merge-key", "merge keys are not read", "write the keys out"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (strcmp(reasons[i][0], code) == 0)
            complain(reader, offset, reasons[i][0], reasons[i][2],
                     reasons[i][1]);
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
    const uint32_t offset = byte_of(reader, event->start_mark.index);
    const bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const struct cor_text text = {(const char *)event->data.scalar.value,
                                  event->data.scalar.length};
    refuse_properties(reader, offset, event->data.scalar.anchor,
                      event->data.scalar.tag);
    const char *fault = fault_of(text, plain, at_key(reader));
    if (fault != NULL)
        complain_scalar(reader, offset, fault);
    struct cor_yaml_node *node =
        add(reader, fault == NULL ? COR_YAML_SCALAR : COR_YAML_VOID, offset);
    if (node != NULL && fault == NULL)
        node->text = keep_text(reader, text, plain ? offset : offset + 1);
}

static void take_alias(struct reader *reader, uint32_t offset)
{
    complain(reader, offset, "alias", "write the value out",
             "aliases are not read");
    add(reader, COR_YAML_VOID, offset);
}

static void begin_document(struct reader *reader, uint32_t offset)
{
    reader->ended = reader->n_document++ != 0;
    if (reader->ended)
        complain(reader, offset, "second-document", NULL,
                 "a file has one document; what follows is not read");
}

static void take(struct reader *reader, const yaml_event_t *event)
{
    const uint32_t offset = byte_of(reader, event->start_mark.index);
    switch (event->type) {
    case YAML_STREAM_END_EVENT:
        reader->ended = true;
        break;
    case YAML_DOCUMENT_START_EVENT:
        begin_document(reader, offset);
        break;
    case YAML_ALIAS_EVENT:
        take_alias(reader, offset);
        break;
    case YAML_SCALAR_EVENT:
        take_scalar(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        refuse_properties(reader, offset, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        open_node(reader, COR_YAML_LIST, offset);
        break;
    case YAML_MAPPING_START_EVENT:
        refuse_properties(reader, offset, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
        open_node(reader, COR_YAML_MAP, offset);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reader->n_open--;
        break;
    default:
        break;
    }
}

/* What the parser says of a text that is not YAML, at the place to look at: an
   unfinished text is mended where it begins. */
static void complain_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const struct cor_source *source = reader->yaml->source;
    const bool unfinished =
        parser->context != NULL && parser->problem != NULL &&
        strcmp(parser->problem, "found unexpected end of stream") == 0;
    uint32_t offset = reader->start + (uint32_t)parser->problem_offset;
    if (parser->error != YAML_READER_ERROR)
        offset = byte_of(reader, unfinished ? parser->context_mark.index
                                            : parser->problem_mark.index);
    const bool tab = offset < source->n && source->bytes[offset] == '\t';
    cor_report_add(reader->report, COR_ERROR, "not-yaml",
                   (struct cor_spot){source, offset},
                   tab ? "indent with blanks, not with tabs" : NULL,
                   "this is not YAML: %s%s%s",
                   unfinished ? parser->context : "", unfinished ? ", " : "",
                   parser->problem == NULL ? "it cannot be read"
                                           : parser->problem);
}

static void read_events(struct reader *reader)
{
    while (!reader->ended && !reader->stop && !reader->no_memory) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            reader->no_memory = reader->parser.error == YAML_MEMORY_ERROR;
            if (!reader->no_memory)
                complain_syntax(reader);
            reader->stop = true;
            return;
        }
        take(reader, &event);
        yaml_event_delete(&event);
    }
}

static void read_document(struct reader *reader)
{
    const struct cor_source *source = reader->yaml->source;
    if (!yaml_parser_initialize(&reader->parser)) {
        reader->no_memory = true;
        return;
    }
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &reader->parser, (const unsigned char *)source->bytes + reader->start,
        source->n - reader->start);
    read_events(reader);
    yaml_parser_delete(&reader->parser);
    if (reader->stop)
        reader->yaml->root = COR_NONE;
    else if (reader->yaml->root == COR_NONE && !reader->no_memory)
        complain(reader, 0, "empty-file", "see docs/format.md for an example",
                 "there is nothing in this file");
}

enum cor_status cor_yaml_read(struct cor_yaml *out,
                              const struct cor_source *source,
                              struct cor_report *report,
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    struct cor_yaml yaml = {.source = source, .root = COR_NONE};
    if (!cor_yaml_judge_bytes(source, report)) {
        *out = yaml;
        return COR_OK;
    }
    const bool marked =
        source->n >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0;
    struct reader reader = {
        .yaml = &yaml,
        .report = report,
        .arena = arena,
        .start = marked ? 3 : 0,
        .byte = marked ? 3 : 0,
    };
    read_document(&reader);
    if (reader.no_memory)
        return COR_FAIL_MEMORY(err);
    *out = yaml;
    return COR_OK;
}

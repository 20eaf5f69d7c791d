#include "exchange/graphml_read.h"

#include <corridor/base/file.h>

#include <expat.h>
#include <string.h>

#include "exchange/buffer.h"

enum { DEEPEST = 64, CHUNK = 1 << 20 };

/* What a key is called, and what stands where it is not given. */
struct key {
    struct cor_text name, fallback; /* fallback.at NULL: none */
    bool of_node, of_edge;
};

/* A file that is being read. */
struct reading {
    struct cor_sheets *sheets;
    struct cor_sheet *node, *link, *open; /* open: whose element we are in */
    const struct cor_source *source;
    XML_Parser parser;
    struct cor_names ids; /* of keys */
    struct key *key;      /* [ids.n] */
    size_t key_capacity;
    uint32_t current; /* the key whose text is read, or COR_NONE */
    bool is_default;  /* that text is the key's default */
    bool is_directed; /* edges that do not say themselves */
    unsigned depth;
    size_t n_other; /* hyperedges and ports */
    struct cor_buffer text;
    enum cor_status status;
    struct cor_error *err;
};

static struct cor_spot here(const struct reading *reading)
{
    const XML_Index at = XML_GetCurrentByteIndex(reading->parser);
    const size_t n = reading->source->n;
    return (struct cor_spot){reading->source,
                             (uint32_t)(at < 0           ? 0
                                        : (size_t)at < n ? (size_t)at
                                                         : n)};
}

static void stop(struct reading *reading, enum cor_status status)
{
    reading->status = status;
    XML_StopParser(reading->parser, XML_FALSE);
}

static void refuse(struct reading *reading, const char *code, const char *what)
{
    cor_report_add(reading->sheets->report, COR_ERROR, code, here(reading),
                   NULL, "%s", what);
}

/* The name of an element without its prefix. */
static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

static const char *attribute(const char *const *list, const char *name)
{
    for (; list[0] != NULL; list += 2)
        if (strcmp(local(list[0]), name) == 0)
            return list[1];
    return NULL;
}

static void set(struct reading *reading,
                struct cor_sheet *sheet,
                struct cor_text column,
                struct cor_text text)
{
    uint32_t number;
    enum cor_status status =
        cor_sheet_column(&number, sheet, column, reading->err);
    if (status == COR_OK)
        status = cor_sheet_copy(sheet, number, text, reading->err);
    if (status != COR_OK)
        stop(reading, status);
}

static void
set_attribute(struct reading *reading, const char *column, const char *value)
{
    if (value != NULL)
        set(reading, reading->open, cor_text_of(column), cor_text_of(value));
}

static struct cor_text copy(struct reading *reading, const char *text)
{
    const struct cor_text made = {
        cor_text_copy(reading->sheets->arena, cor_text_of(text)), strlen(text)};
    if (made.at == NULL)
        stop(reading, COR_FAIL_MEMORY(reading->err));
    return made;
}

static bool add_key(struct reading *reading, const char *id)
{
    const uint32_t before = reading->ids.n;
    struct key *list =
        cor_arena_grow(reading->sheets->arena, reading->key, before,
                       &reading->key_capacity, sizeof *list);
    reading->key = list != NULL ? list : reading->key;
    reading->current =
        list == NULL ? COR_NONE : cor_names_add(&reading->ids, cor_text_of(id));
    if (reading->current == COR_NONE)
        stop(reading, COR_FAIL_MEMORY(reading->err));
    return reading->current != COR_NONE && reading->current == before;
}

static void begin_key(struct reading *reading, const char *const *list)
{
    const char *id = attribute(list, "id");
    const char *name = attribute(list, "attr.name");
    const char *of = attribute(list, "for");
    reading->current = COR_NONE;
    if (id == NULL) {
        refuse(reading, "no-id", "a key needs an id");
        return;
    }
    if (!add_key(reading, id)) {
        if (reading->status == COR_OK)
            refuse(reading, "duplicate-id", "this key stands twice");
        reading->current = COR_NONE;
        return;
    }
    const bool all = of == NULL || strcmp(of, "all") == 0;
    reading->key[reading->current] = (struct key){
        .name = copy(reading, name != NULL && name[0] != '\0' ? name : id),
        .of_node = all || strcmp(of, "node") == 0,
        .of_edge = all || strcmp(of, "edge") == 0,
    };
}

static void begin_data(struct reading *reading, const char *const *list)
{
    const char *id = attribute(list, "key");
    reading->text.n = 0;
    reading->is_default = false;
    reading->current =
        id == NULL ? COR_NONE : cor_names_find(&reading->ids, cor_text_of(id));
    if (reading->current == COR_NONE && reading->open != NULL)
        refuse(reading, "unknown-key", "there is no such key");
}

static void put_defaults(struct reading *reading)
{
    for (uint32_t i = 0; i < reading->ids.n && reading->status == COR_OK; i++) {
        const struct key *key = &reading->key[i];
        const bool applies =
            reading->open == reading->node ? key->of_node : key->of_edge;
        if (applies && key->fallback.at != NULL)
            set(reading, reading->open, key->name, key->fallback);
    }
}

static void begin_row(struct reading *reading, struct cor_sheet *sheet)
{
    const enum cor_status status =
        cor_sheet_row(sheet, here(reading).offset, reading->err);
    reading->open = sheet;
    if (status != COR_OK)
        stop(reading, status);
    else
        put_defaults(reading);
}

static void begin_edge(struct reading *reading, const char *const *list)
{
    const char *own = attribute(list, "directed");
    const bool directed =
        own == NULL ? reading->is_directed : strcmp(own, "true") == 0;
    begin_row(reading, reading->link);
    if (reading->status != COR_OK)
        return;
    set_attribute(reading, "link_id", attribute(list, "id"));
    set_attribute(reading, "from_node_id", attribute(list, "source"));
    set_attribute(reading, "to_node_id", attribute(list, "target"));
    set_attribute(reading, "directed", directed ? "1" : "0");
}

static void begin_graph(struct reading *reading, const char *const *list)
{
    const char *mode = attribute(list, "edgedefault");
    reading->is_directed = mode != NULL && strcmp(mode, "directed") == 0;
}

static void begin(void *with, const char *name, const char **list)
{
    struct reading *reading = with;
    const char *const *given = (const char *const *)list;
    name = local(name);
    if (++reading->depth > DEEPEST) {
        refuse(reading, "too-deep", "elements are nested too deep");
        stop(reading, COR_BAD_INPUT);
    } else if (reading->depth == 1 && strcmp(name, "graphml") != 0) {
        refuse(reading, "no-graphml",
               "this is no GraphML: its first element "
               "is another");
        stop(reading, COR_BAD_INPUT);
    } else if (strcmp(name, "key") == 0) {
        begin_key(reading, given);
    } else if (strcmp(name, "default") == 0) {
        reading->text.n = 0;
        reading->is_default = true;
    } else if (strcmp(name, "graph") == 0) {
        begin_graph(reading, given);
    } else if (strcmp(name, "node") == 0) {
        begin_row(reading, reading->node);
        if (reading->status == COR_OK)
            set_attribute(reading, "node_id", attribute(given, "id"));
    } else if (strcmp(name, "edge") == 0) {
        begin_edge(reading, given);
    } else if (strcmp(name, "data") == 0) {
        begin_data(reading, given);
    } else if (strcmp(name, "hyperedge") == 0 || strcmp(name, "port") == 0) {
        reading->n_other++;
    }
}

static void end_default(struct reading *reading)
{
    const struct cor_text text = {reading->text.at, reading->text.n};
    const char *made = cor_text_copy(reading->sheets->arena, text);
    if (made == NULL)
        stop(reading, COR_FAIL_MEMORY(reading->err));
    else if (reading->current != COR_NONE)
        reading->key[reading->current].fallback =
            (struct cor_text){made, text.n};
    reading->text.n = 0;
}

static void end_data(struct reading *reading)
{
    const struct cor_text text =
        cor_text_trim((struct cor_text){reading->text.at, reading->text.n});
    if (reading->current != COR_NONE && reading->open != NULL && text.n != 0)
        set(reading, reading->open, reading->key[reading->current].name, text);
    reading->current = COR_NONE;
    reading->text.n = 0;
}

static void end(void *with, const char *name)
{
    struct reading *reading = with;
    name = local(name);
    reading->depth--;
    if (reading->text.failed)
        stop(reading, COR_FAIL_MEMORY(reading->err));
    else if (strcmp(name, "default") == 0)
        end_default(reading);
    else if (strcmp(name, "data") == 0)
        end_data(reading);
    else if (strcmp(name, "node") == 0 || strcmp(name, "edge") == 0)
        reading->open = NULL;
}

static void take_text(void *with, const char *text, int n)
{
    struct reading *reading = with;
    if (reading->current != COR_NONE)
        cor_buffer_add(&reading->text, text, (size_t)n);
}

static void refuse_entity(void *with,
                          const char *name,
                          int is_parameter,
                          const char *value,
                          int n,
                          const char *base,
                          const char *system_id,
                          const char *public_id,
                          const char *notation)
{
    struct reading *reading = with;
    (void)name, (void)is_parameter, (void)value, (void)n, (void)base;
    (void)system_id, (void)public_id, (void)notation;
    refuse(reading, "xml-entity", "entities are not read: write the text");
    stop(reading, COR_BAD_INPUT);
}

static void complain_xml(struct reading *reading)
{
    const enum XML_Error code = XML_GetErrorCode(reading->parser);
    if (code == XML_ERROR_NO_MEMORY)
        reading->status = COR_FAIL_MEMORY(reading->err);
    else if (reading->status == COR_OK)
        refuse(reading, "bad-xml", XML_ErrorString(code));
}

static void parse(struct reading *reading)
{
    XML_SetUserData(reading->parser, reading);
    XML_SetElementHandler(reading->parser, begin, end);
    XML_SetCharacterDataHandler(reading->parser, take_text);
    XML_SetEntityDeclHandler(reading->parser, refuse_entity);
    for (size_t at = 0;;) {
        const size_t left = reading->source->n - at;
        const size_t n = left < CHUNK ? left : CHUNK;
        if (XML_Parse(reading->parser, reading->source->bytes + at, (int)n,
                      n == left) != XML_STATUS_OK) {
            complain_xml(reading);
            return;
        }
        if (n == left)
            return;
        at += n;
    }
}

static void note_other(const struct reading *reading)
{
    if (reading->n_other != 0)
        cor_report_add(reading->sheets->report, COR_WARNING, "not-read",
                       (struct cor_spot){reading->source, 0}, NULL,
                       "hyperedges and ports are not read: %zu of them",
                       reading->n_other);
}

static enum cor_status begin_sheets(struct reading *reading,
                                    const struct cor_source *source,
                                    struct cor_error *err)
{
    struct cor_arena *arena = reading->sheets->arena;
    reading->source = cor_arena_copy(arena, source, 1, sizeof *source);
    cor_names_init(&reading->ids, arena);
    if (reading->source == NULL)
        return COR_FAIL_MEMORY(err);
    reading->node = cor_sheet_add(reading->sheets, "node", reading->source);
    reading->link = cor_sheet_add(reading->sheets, "link", reading->source);
    reading->parser = XML_ParserCreate(NULL);
    return reading->node == NULL || reading->link == NULL ||
                   reading->parser == NULL
               ? COR_FAIL_MEMORY(err)
               : COR_OK;
}

enum cor_status cor_graphml_read(struct cor_sheets *sheets,
                                 const char *path,
                                 struct cor_error *err)
{
    struct cor_source source;
    struct cor_arena scratch;
    enum cor_status status = cor_file_read(
        &source, path, NULL, COR_FORMAT_LARGEST, sheets->arena, err);
    if (status != COR_OK)
        return status;
    struct reading reading = {
        .sheets = sheets, .current = COR_NONE, .err = err};
    status = begin_sheets(&reading, &source, err);
    if (status == COR_OK) {
        cor_arena_init(&scratch, SIZE_MAX);
        reading.text.arena = &scratch;
        parse(&reading);
        note_other(&reading);
        status = reading.status;
        reading.node->geometry = cor_sheet_find(reading.node, "geometry");
        reading.link->geometry = cor_sheet_find(reading.link, "geometry");
        cor_arena_finish(&scratch);
    }
    if (reading.parser != NULL)
        XML_ParserFree(reading.parser);
    return status;
}

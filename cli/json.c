#include <cli/json.h>

#include <cli/output.h>

#include <math.h>

json_t *cli_json_number(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

json_t *cli_json_whole(uint64_t value)
{
    return json_integer((json_int_t)value);
}

json_t *cli_json_text(struct cli *cli, const char *text)
{
    if (text == NULL)
        return json_null();
    json_t *string = json_string(text);
    return string != NULL ? string : json_string(cli_shown(cli, text));
}

void cli_json_add_titles(struct cli *cli,
                         json_t *object,
                         const char *key,
                         const struct cor_titles *titles)
{
    json_t *by_language = json_object();
    for (enum cor_language l = 0; titles != NULL && l < COR_N_LANGUAGE; l++)
        if (titles->in[l] != NULL)
            json_object_set_new(by_language, cor_languages[l],
                                cli_json_text(cli, titles->in[l]));
    if (json_object_size(by_language) != 0)
        json_object_set(object, key, by_language);
    json_decref(by_language);
}

json_t *cli_json_document(struct cli *cli, const char *name)
{
    const char *schema = cor_text_print(&cli->arena, "corridor/%s/1", name);
    return schema == NULL ? NULL : json_pack("{s:s}", "schema", schema);
}

enum cli_exit cli_json_print(struct cli *cli, json_t *document)
{
    if (document == NULL)
        return CLI_FAULT;
    const int failed = json_dumpf(document, cli->out, JSON_INDENT(2));
    fputc('\n', cli->out);
    json_decref(document);
    return failed == 0 ? CLI_ANSWERED : CLI_FAULT;
}

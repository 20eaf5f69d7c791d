/* cli/json.h -- JSON documents, on jansson.
 *
 * Keys stand in the order they are set. A document that ran out of memory is
 * NULL all the way up, so that only its printing needs to be looked at.
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <cli/command.h>

#include <corridor/model/title.h>

#include <jansson.h>

/** A number; null when it is not known. */
json_t *cli_json_number(double value);

/** A whole number. */
json_t *cli_json_whole(uint64_t value);

/** A text, escaped where it is not UTF-8; null for NULL. */
json_t *cli_json_text(struct cli *cli, const char *text);

/** Add a text by language as `key`, where it was given so; `titles` may be
 *  NULL. */
void cli_json_add_titles(struct cli *cli,
                         json_t *object,
                         const char *key,
                         const struct cor_titles *titles);

/** An object with its schema as the first key: "corridor/NAME/1". */
json_t *cli_json_document(struct cli *cli, const char *name);

/** Write a document to the answer, and give it back. */
enum cli_exit cli_json_print(struct cli *cli, json_t *document);

#endif

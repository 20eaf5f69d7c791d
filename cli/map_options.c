#include <cli/map_options.h>

#include <cli/names.h>
#include <cli/output.h>

#include <corridor/base/text.h>
#include <corridor/geo/projection.h>

#include <math.h>
#include <string.h>

const char *const cli_map_borders[] = {"defacto", "none", NULL};
const char *const cli_map_svg_texts[] = {"text", "paths", NULL};
const char *const cli_map_labels[] = {[COR_LABELS_AUTO] = "auto",
                                      [COR_LABELS_ALL] = "all",
                                      [COR_LABELS_NONE] = "none",
                                      NULL};

/* What cor_map_options and cor_scene_write take. */
static const double least_mm = 80, most_mm = 2000, least_dpi = 10,
                    most_dpi = 2400;

enum cli_exit cli_map_check_dpi(const struct cli_map_options *options)
{
    if (options->dpi >= least_dpi && options->dpi <= most_dpi)
        return CLI_ANSWERED;
    cli_complain("map: --dpi must be from %.0f to %.0f", least_dpi, most_dpi);
    return CLI_USAGE;
}

/* "297mm", "11.7 in", "297": a length, in mm without a unit. */
static bool parse_length(double *out, const char *text)
{
    static const struct {
        const char *unit;
        double mm;
    } units[] = {
        {"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}, {"", 1}};
    const size_t n = strlen(text);
    for (size_t i = 0; i < CLI_COUNT(units); i++) {
        const size_t m = strlen(units[i].unit);
        if (n <= m || strcmp(text + n - m, units[i].unit) != 0)
            continue;
        const bool good = cor_number_parse(
            out, cor_text_trim((struct cor_text){text, n - m}));
        *out *= units[i].mm;
        return good;
    }
    return false;
}

static enum cli_exit
set_length(struct cli *cli, double *out, const char *option, const char *text)
{
    double mm;
    if (text == NULL)
        return CLI_ANSWERED;
    if (!parse_length(&mm, text) || !(mm >= least_mm / 5 && mm <= most_mm) ||
        (mm < least_mm && strcmp(option, "width") == 0)) {
        cli_complain("map: --%s takes a length such as 297mm, 29.7cm or "
                     "11.7in, from %.0f to %.0f mm, not '%s'",
                     option,
                     strcmp(option, "width") == 0 ? least_mm : least_mm / 5,
                     most_mm, cli_shown(cli, text));
        return CLI_USAGE;
    }
    *out = mm;
    return CLI_ANSWERED;
}

/* "16:9" or "1.78": width over height. */
static enum cli_exit
set_aspect(struct cli *cli, struct cor_map_options *how, const char *text)
{
    if (text == NULL)
        return CLI_ANSWERED;
    const char *colon = strchrnul(text, ':');
    double over, under = 1;
    const bool good =
        cor_number_parse(&over,
                         (struct cor_text){text, (size_t)(colon - text)}) &&
        (*colon == '\0' || cor_number_parse(&under, cor_text_of(colon + 1)));
    if (!good || !(under > 0) || !(over / under >= 0.2) ||
        !(over / under <= 5)) {
        cli_complain("map: --aspect takes width:height from 1:5 to 5:1, such "
                     "as 16:9, not '%s'",
                     cli_shown(cli, text));
        return CLI_USAGE;
    }
    how->height_mm = how->width_mm * under / over;
    return CLI_ANSWERED;
}

/* A height stands by itself or follows from the aspect, and suits the width. */
static enum cli_exit set_size(struct cli *cli,
                              struct cor_map_options *how,
                              const struct cli_map_options *o)
{
    enum cli_exit status = set_length(cli, &how->width_mm, "width", o->width);
    if (status == CLI_ANSWERED)
        status = set_length(cli, &how->height_mm, "height", o->height);
    if (status != CLI_ANSWERED)
        return status;
    if (o->height != NULL && o->aspect != NULL) {
        cli_complain("map: --height and --aspect both tell the height; leave "
                     "one of them out");
        return CLI_USAGE;
    }
    const double ratio = 1.0 / 5;
    if (o->height != NULL && how->height_mm < ratio * how->width_mm) {
        cli_complain("map: --height must be at least a fifth of the width, "
                     "%.0f mm, not '%s'",
                     ceil(ratio * how->width_mm), cli_shown(cli, o->height));
        return CLI_USAGE;
    }
    status = set_aspect(cli, how, o->aspect);
    if (status == CLI_ANSWERED && how->height_mm > most_mm) {
        cli_complain("map: --aspect '%s' makes a page higher than %.0f mm",
                     cli_shown(cli, o->aspect), most_mm);
        return CLI_USAGE;
    }
    return status;
}

static enum cli_exit set_extent(struct cor_map_options *how,
                                struct cli_list bbox)
{
    double *const edge[] = {&how->west, &how->south, &how->east, &how->north};
    bool good = bbox.n == CLI_COUNT(edge);
    if (bbox.n == 0)
        return CLI_ANSWERED;
    for (size_t i = 0; good && i < CLI_COUNT(edge); i++)
        good = cor_number_parse(edge[i], cor_text_of(bbox.item[i]));
    const struct cor_point corners[] = {{how->west, how->south},
                                        {how->east, how->north}};
    how->has_extent = true;
    if (good && cor_point_valid(corners[0]) && cor_point_valid(corners[1]) &&
        how->south < how->north && how->west != how->east)
        return CLI_ANSWERED;
    const bool is_turned = good && how->south >= how->north;
    cli_complain("map: --bbox takes W,S,E,N in degrees, such as 40,35,75,50%s",
                 is_turned ? "; the second is south of the fourth" : "");
    return CLI_USAGE;
}

/* Projections that maps are often drawn in; PROJ has more. */
static const char *const projections[] = {
    "lcc",   "aea",   "eqdc",    "merc",  "tmerc", "utm",    "laea",     "aeqd",
    "stere", "ortho", "eqearth", "robin", "moll",  "wintri", "natearth", "mill",
    "eqc",   "gnom",  "nsper",   "bonne", "poly",  "cea",    "vandg"};

/* The word after "+proj=", else the whole. */
static struct cor_text projection_word(const char *text)
{
    const char *word = strncmp(text, "+proj=", 6) == 0 ? text + 6 : text;
    return (struct cor_text){word, strcspn(word, " ")};
}

static enum cli_exit
set_projection(struct cli *cli, struct cor_map_options *how, const char *text)
{
    struct cor_projection *projection = NULL;
    struct cor_error err = {0};
    how->projection = text != NULL ? text : how->projection;
    if (text == NULL || strcmp(text, "auto") == 0)
        return CLI_ANSWERED;
    if (cor_projection_open(&projection, text, &err) == COR_OK) {
        cor_projection_close(projection);
        return CLI_ANSWERED;
    }
    if (err.code != COR_BAD_INPUT)
        return cli_fail(cli, &err);
    const char *near = cor_text_nearest(projection_word(text), projections,
                                        CLI_COUNT(projections));
    cli_complain("map: --proj takes auto or what PROJ understands, not '%s'; "
                 "%s+proj=%s +lat_1=37 +lat_2=46 +lon_0=68",
                 cli_shown(cli, text),
                 near != NULL ? "did you mean " : "such as ",
                 near != NULL ? near : "lcc");
    return CLI_USAGE;
}

static enum cli_exit set_languages(struct cli *cli,
                                   struct cor_map_options *how,
                                   const struct cor_scenario *scenario,
                                   struct cli_list list)
{
    static const char *const known[] = {"en", "ru", "zh", "local"};
    for (size_t i = 0; i < list.n; i++) {
        size_t k = 0;
        while (k < CLI_COUNT(known) && strcmp(list.item[i], known[k]) != 0)
            k++;
        if (k < CLI_COUNT(known))
            continue;
        const char *near = cor_text_nearest(cor_text_of(list.item[i]), known,
                                            CLI_COUNT(known));
        cli_complain("map: --lang takes en, ru, zh and local, not '%s'%s%s%s",
                     cli_shown(cli, list.item[i]),
                     near != NULL ? "; did you mean " : "",
                     near != NULL ? near : "", near != NULL ? "?" : "");
        return CLI_USAGE;
    }
    if (list.n != 0)
        cor_map_options_speak(how, scenario, list.item, (uint32_t)list.n);
    return CLI_ANSWERED;
}

/* Bytes that are no text would make no XML. */
static const char *readable(struct cli *cli, const char *text)
{
    return cor_text_valid(cor_text_of(text)) == strlen(text)
               ? text
               : cli_shown(cli, text);
}

static void set_texts(struct cli *cli,
                      struct cor_map_options *how,
                      const struct cli_map_options *o)
{
    how->theme = o->theme != NULL ? o->theme : how->theme;
    how->title = o->title != NULL ? readable(cli, o->title) : how->title;
    how->subtitle =
        o->subtitle != NULL ? readable(cli, o->subtitle) : how->subtitle;
    for (int i = 0; o->labels != NULL && cli_map_labels[i] != NULL; i++)
        if (strcmp(o->labels, cli_map_labels[i]) == 0)
            how->labels = (enum cor_map_labels)i;
    if (o->borders != NULL && strcmp(o->borders, "none") == 0)
        how->borders = COR_BORDERS_NONE;
}

/* The word for how much of the network, and the modes beside it. */
static enum cli_exit part_ground(struct cor_map_ground *out,
                                 struct cli_list *modes,
                                 const struct cli_map_options *o)
{
    uint32_t n_word = o->network;
    out->network = o->network ? COR_NETWORK_ALL : COR_NETWORK_NONE;
    for (size_t i = 0; i < o->background.n; i++) {
        const char *word = o->background.item[i];
        const enum cor_map_network network =
            cor_map_network_named(cor_text_of(word));
        if (network == COR_N_NETWORK) {
            modes->item[modes->n++] = word;
            continue;
        }
        out->network = network;
        if (++n_word > 1) {
            cli_complain("map: --background and --network together take one "
                         "of auto, all and none");
            return CLI_USAGE;
        }
    }
    return CLI_ANSWERED;
}

/* "auto", "all" or "none", modes, or both: "auto,pipeline". */
static enum cli_exit set_ground(struct cli *cli,
                                struct cor_map_options *how,
                                const struct cor_scenario *scenario,
                                const struct cli_map_options *o)
{
    struct cor_map_ground ground = {0};
    struct cli_list modes = {
        .item = cor_arena_array(&cli->arena, const char *, o->background.n)};
    if (!o->network && o->background.n == 0)
        return CLI_ANSWERED;
    if (modes.item == NULL)
        return CLI_FAULT;
    enum cli_exit status = part_ground(&ground, &modes, o);
    if (status == CLI_ANSWERED)
        status = cli_modes_find(cli, &ground.mode, scenario, modes);
    ground.n_mode = (uint32_t)modes.n;
    how->ground = ground;
    return status;
}

enum cli_exit cli_map_look(struct cli *cli,
                           struct cor_map_options *out,
                           const struct cor_scenario *scenario,
                           const struct cli_map_options *o)
{
    struct cor_map_options how;
    cor_map_options_init(&how, scenario);
    enum cli_exit status = set_languages(cli, &how, scenario, o->languages);
    set_texts(cli, &how, o);
    if (status == CLI_ANSWERED)
        status = set_size(cli, &how, o);
    if (status == CLI_ANSWERED)
        status = set_extent(&how, o->bbox);
    if (status == CLI_ANSWERED)
        status = set_projection(cli, &how, o->proj);
    if (status == CLI_ANSWERED)
        status = set_ground(cli, &how, scenario, o);
    *out = how;
    return status;
}

/* What stands around the frame: title, subtitle, credit. */
#include "render/layers.h"
#include "render/say.h"

#include <stdio.h>
#include <string.h>

static const struct cor_font title_font = {.size_pt = COR_SIZE_TITLE,
                                           .bold = true};
static const struct cor_font subtitle_font = {.size_pt = COR_SIZE_SUBTITLE};
static const struct cor_font credit_font = {.size_pt = COR_SIZE_CREDIT};

/* From baseline to baseline, in sizes of type. */
static const double leading = 1.36;

static const char boundary_note[] =
    "Boundaries show who controls the ground, contested ones are dashed; they "
    "do not imply any judgement on the status of any territory.";

/* What the credit says of boundaries; NULL without a base map. */
static const char *note_on_boundaries(const struct cor_draft *draft)
{
    if (draft->basemap == NULL)
        return NULL;
    return cor_draft_say(draft, draft->how->borders == COR_BORDERS_NONE
                                    ? "Boundaries are not drawn."
                                    : boundary_note);
}

static double line_mm(const struct cor_draft *draft, struct cor_font font)
{
    return font.size_pt * leading * COR_MM_PER_PT * draft->scale;
}

static const char *
join(struct cor_draft *draft, const char *a, const char *b, const char *c)
{
    const char *parts[] = {a, b, c};
    const char *all = "";
    for (size_t i = 0; i < 3; i++) {
        if (parts[i] == NULL || parts[i][0] == '\0')
            continue;
        const char *more = cor_text_print(
            draft->arena, "%s%s%s", all, all[0] != '\0' ? " · " : "", parts[i]);
        if (more == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            break;
        }
        all = more;
    }
    return all;
}

/* A title of more than two lines is set smaller, on as many as there are. */
static void set_title(struct cor_draft *draft, double width_mm)
{
    static const double smaller = 0.75;
    draft->title_font = title_font;
    draft->title = cor_draft_wrap(draft, draft->how->title, title_font,
                                  width_mm, COR_MOST_LINES);
    if (draft->title.n <= 2)
        return;
    draft->title_font.size_pt *= smaller;
    draft->title = cor_draft_wrap(draft, draft->how->title, draft->title_font,
                                  width_mm, COR_MOST_LINES);
}

/* Lines that the sources of one kind of number may take. */
enum { SOURCE_LINES = 2 };

/* "Capacities: UIC 2013, Trend 2018 and 12 more; 3 from memory": with the first
   `n` of the sources. */
static const char *print_sources(struct cor_draft *draft,
                                 const struct cor_map_credit *credit,
                                 uint32_t n)
{
    const char *list = NULL;
    for (uint32_t i = 0; i < n; i++)
        list = i == 0 ? credit->source[0]
                      : cor_text_print(
                            draft->arena, "%s%s%s", list != NULL ? list : "",
                            cor_draft_say(draft, ", "), credit->source[i]);
    if (n < credit->n) {
        const char *left =
            cor_text_print(draft->arena, "%u", (unsigned)(credit->n - n));
        list = cor_draft_say_with(
            draft, "{1} and {2} more",
            (const char *[COR_WORDS_VALUES]){list != NULL ? list : "",
                                             left != NULL ? left : ""});
    }
    if (list == NULL || credit->tail == NULL)
        list = list != NULL ? list : credit->tail;
    else
        list = cor_text_print(draft->arena, "%s; %s", list, credit->tail);
    return cor_draft_say_with(draft, "{1}: {2}",
                              (const char *[COR_WORDS_VALUES]){
                                  credit->what, list != NULL ? list : ""});
}

static bool has_room(struct cor_draft *draft, const char *text, double width_mm)
{
    return cor_draft_wrap(draft, text, credit_font, width_mm, SOURCE_LINES + 1)
               .n <= SOURCE_LINES;
}

/* As many sources by name as there is room for. */
static const char *say_sources(struct cor_draft *draft,
                               const struct cor_map_credit *credit,
                               double width_mm)
{
    uint32_t least = credit->n < 1 ? 0 : 1, most = credit->n;
    while (least < most) {
        const uint32_t middle = least + (most - least + 1) / 2;
        if (has_room(draft, print_sources(draft, credit, middle), width_mm))
            least = middle;
        else
            most = middle - 1;
    }
    return print_sources(draft, credit, least);
}

static const char *say_credits(struct cor_draft *draft, double width_mm)
{
    const char *all = draft->how->credit;
    for (uint32_t i = 0; i < draft->how->n_source; i++)
        all = join(draft, all,
                   say_sources(draft, &draft->how->source[i], width_mm), NULL);
    return all;
}

void cor_margin_lay_out(struct cor_draft *draft,
                        double width_mm,
                        double *above_mm,
                        double *below_mm)
{
    const bool has_base = draft->basemap != NULL;
    const char *subtitle =
        join(draft, draft->how->subtitle, cor_draft_projection(draft), NULL);
    const char *credit =
        join(draft, say_credits(draft, width_mm),
             cor_draft_say(draft, has_base ? draft->basemap->credit
                                           : "Drawn without a base map"),
             note_on_boundaries(draft));
    set_title(draft, width_mm);
    draft->subtitle =
        cor_draft_wrap(draft, subtitle, subtitle_font, width_mm, 2);
    draft->credit =
        cor_draft_wrap(draft, credit, credit_font, width_mm, COR_MOST_LINES);
    *above_mm = draft->title.n * line_mm(draft, draft->title_font) +
                draft->subtitle.n * line_mm(draft, subtitle_font);
    *below_mm = draft->credit.n * line_mm(draft, credit_font);
}

static double write_lines(struct cor_draft *draft,
                          const struct cor_lines *lines,
                          struct cor_font font,
                          struct cor_colour colour,
                          double top)
{
    for (uint32_t i = 0; i < lines->n; i++) {
        struct cor_scene_text text =
            cor_draft_text(draft, lines->line[i], font, colour);
        top += line_mm(draft, font);
        cor_draft_move(&text, draft->view.frame.left,
                       top - 0.3 * line_mm(draft, font));
        cor_pen_text(&draft->pen, &text);
    }
    return top;
}

void cor_margin_draw(struct cor_draft *draft)
{
    const double margin = 7 * draft->scale;
    const double credit_mm = draft->credit.n * line_mm(draft, credit_font);
    cor_pen_group(&draft->pen, "margin", NULL);
    const double top = write_lines(draft, &draft->title, draft->title_font,
                                   draft->theme->text, margin);
    write_lines(draft, &draft->subtitle, subtitle_font, draft->theme->muted,
                top);
    cor_pen_group(&draft->pen, "credit", NULL);
    write_lines(draft, &draft->credit, credit_font, draft->theme->muted,
                draft->page_height - 0.7 * margin - credit_mm);
    cor_pen_group_end(&draft->pen);
    cor_pen_group_end(&draft->pen);
}

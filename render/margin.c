/* What stands around the frame: title, subtitle, credit. */
#include "render/draft.h"

#include <math.h>
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

static bool fits(struct cor_draft *draft,
                 const char *text,
                 size_t n,
                 struct cor_font font,
                 double width_mm)
{
    char line[1024];
    if (n >= sizeof line)
        return false;
    memcpy(line, text, n);
    line[n] = '\0';
    font.size_pt *= draft->scale;
    return cor_type_measure(draft->type, line, font).width <= width_mm;
}

/* The next end of a word, from byte `n` on. */
static size_t word_end(const char *text, size_t n)
{
    while (text[n] != ' ' && text[n] != '\0')
        n++;
    return n;
}

/* The end of the word before byte `n`; 0 if there is none. */
static size_t word_end_before(const char *text, size_t n)
{
    do
        n -= n != 0;
    while (n != 0 && text[n] != ' ');
    return n;
}

/* The bytes of a text that fit on a line, to the end of a word; 0 if not even
   one word does. It is searched for from where letters of half an em would
   end, as those of Noto Sans nearly do. */
static size_t take_line(struct cor_draft *draft,
                        const char *text,
                        struct cor_font font,
                        double width_mm)
{
    const double letter_mm = 0.5 * font.size_pt * COR_MM_PER_PT * draft->scale;
    const size_t n_letter = (size_t)fmax(width_mm / letter_mm, 1);
    size_t n = word_end(text, strnlen(text, n_letter));
    if (!fits(draft, text, n, font, width_mm)) {
        do
            n = word_end_before(text, n);
        while (n != 0 && !fits(draft, text, n, font, width_mm));
        return n;
    }
    for (size_t more = n; text[n] != '\0'; n = more) {
        more = word_end(text, n + 1);
        if (!fits(draft, text, more, font, width_mm))
            break;
    }
    return n;
}

struct cor_lines cor_draft_wrap(struct cor_draft *draft,
                                const char *text,
                                struct cor_font font,
                                double width_mm,
                                uint32_t most)
{
    struct cor_lines lines = {0};
    while (text != NULL && *text != '\0' && lines.n < most) {
        const size_t n = take_line(draft, text, font, width_mm);
        if (n == 0 || lines.n + 1 == most) {
            lines.line[lines.n++] =
                cor_draft_shorten(draft, text, font, width_mm);
            break;
        }
        const char *line =
            cor_text_copy(draft->arena, (struct cor_text){text, n});
        if (line == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            break;
        }
        lines.line[lines.n++] = line;
        for (text += n; *text == ' '; text++)
            ;
    }
    return lines;
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

void cor_margin_lay_out(struct cor_draft *draft,
                        double width_mm,
                        double *above_mm,
                        double *below_mm)
{
    const bool has_base = draft->basemap != NULL;
    const char *subtitle =
        join(draft, draft->how->subtitle, cor_draft_projection(draft), NULL);
    const char *credit =
        join(draft, draft->how->credit,
             cor_draft_say(draft, has_base ? draft->basemap->credit
                                           : "Drawn without a base map"),
             note_on_boundaries(draft));
    draft->title =
        cor_draft_wrap(draft, draft->how->title, title_font, width_mm, 2);
    draft->subtitle =
        cor_draft_wrap(draft, subtitle, subtitle_font, width_mm, 2);
    draft->credit = cor_draft_wrap(draft, credit, credit_font, width_mm, 4);
    *above_mm = draft->title.n * line_mm(draft, title_font) +
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
    const double top = write_lines(draft, &draft->title, title_font,
                                   draft->theme->text, margin);
    write_lines(draft, &draft->subtitle, subtitle_font, draft->theme->muted,
                top);
    write_lines(draft, &draft->credit, credit_font, draft->theme->muted,
                draft->page_height - 0.7 * margin - credit_mm);
    cor_pen_group_end(&draft->pen);
}

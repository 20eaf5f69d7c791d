#include <cli/ledger.h>

#include <cli/names.h>

#include <math.h>
#include <string.h>

static void write_text(FILE *out, const char *text)
{
    if (text == NULL)
        return;
    if (strpbrk(text, ",\"\r\n") == NULL) {
        fputs(text, out);
        return;
    }
    fputc('"', out);
    for (; *text != '\0'; text++)
        fprintf(out, *text == '"' ? "\"\"" : "%c", *text);
    fputc('"', out);
}

static void write_number(FILE *out, double value)
{
    char text[COR_NUMBER_SIZE] = "";
    if (isfinite(value))
        cor_number_format(text, value);
    fprintf(out, ",%s", text);
}

static void write_leg(FILE *out,
                      const struct cor_scenario *s,
                      uint32_t number,
                      const struct cor_leg *leg)
{
    fprintf(out, "%u,%s,", number, cor_leg_kinds[leg->kind]);
    if (leg->kind == COR_LEG_LINK)
        write_text(out, cli_link_id(s, leg->record));
    const char *const texts[] = {cli_place_id(s, leg->from),
                                 cli_place_id(s, leg->to),
                                 cli_mode_name(s, leg->mode)};
    for (size_t i = 0; i < CLI_COUNT(texts); i++) {
        fputc(',', out);
        write_text(out, texts[i]);
    }
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        write_number(out, cli_leg_amount(leg, m));
    write_number(out, leg->geodesic_m / cor_measures[COR_BY_LENGTH].units);
    fputc(',', out);
    for (uint32_t i = 0; i < leg->n_source; i++) {
        fputs(i == 0 ? "" : " ", out);
        write_text(out, cli_source_id(s, leg->source[i]));
    }
    fputc('\n', out);
}

void cli_ledger_csv(FILE *out,
                    const struct cor_scenario *scenario,
                    const struct cor_route *route)
{
    fputs("leg,kind,link,from,to,mode", out);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        fprintf(out, ",%s", cor_measures[m].key);
    fputs(",geodesic_km,sources\n", out);
    for (uint32_t i = 0; i < route->n_leg; i++)
        write_leg(out, scenario, i + 1, &route->leg[i]);
}

#include <corridor/model/provenance.h>

#include <math.h>
#include <string.h>

struct counter {
    const struct cor_scenario *scenario;
    struct cor_provenance counted;
};

static enum cor_origin of_grade(const char *grade)
{
    static const char grades[] = "ABCD";
    const char *found =
        grade == NULL || strlen(grade) != 1 ? NULL : strchr(grades, grade[0]);
    return found == NULL ? COR_ORIGIN_UNGRADED
                         : (enum cor_origin)(found - grades);
}

/* Three sources are no publication, whatever their grade. */
static enum cor_origin origin_of(const struct cor_sources *sources,
                                 uint32_t source)
{
    static const struct {
        const char *id;
        enum cor_origin origin;
    } rows[] = {
        {"derived", COR_ORIGIN_DERIVED},
        {"memory", COR_ORIGIN_REMEMBERED},
        {"assumed", COR_ORIGIN_ASSUMED},
    };
    if (source == COR_NONE)
        return COR_ORIGIN_UNSOURCED;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(sources->ids->name[source], rows[i].id) == 0)
            return rows[i].origin;
    return of_grade(sources->grade[source]);
}

static void count_as(struct counter *counter, enum cor_origin origin)
{
    counter->counted.n[origin]++;
    counter->counted.n_value++;
    counter->counted.n_sourced += origin <= COR_ORIGIN_UNGRADED;
}

static void count(struct counter *counter,
                  double number,
                  uint32_t source,
                  uint32_t of_record)
{
    if (!isnan(number))
        count_as(counter, origin_of(&counter->scenario->sources,
                                    source != COR_NONE ? source : of_record));
}

static void
count_value(struct counter *counter, struct cor_value value, uint32_t of_record)
{
    count(counter, value.number, value.source, of_record);
}

static void count_length(struct counter *counter, uint32_t link)
{
    const struct cor_links *links = &counter->scenario->links;
    if (isnan(links->published_m[link]))
        counter->counted.n_length_unstated++;
    else if (links->is_share != NULL && links->is_share[link])
        count_as(counter, COR_ORIGIN_SHARED);
    else
        count(counter, links->published_m[link], links->length_source[link],
              links->source[link]);
}

static void count_link(struct counter *counter, uint32_t link)
{
    const struct cor_links *links = &counter->scenario->links;
    const struct {
        const double *number;
        const uint32_t *source;
    } rows[] = {
        {links->time_s, links->time_source},
        {links->cost_usd, links->cost_source},
        {links->co2e_kg, links->co2e_source},
        {links->speed_m_s, links->speed_source},
        {links->capacity, links->capacity_source},
    };
    count_length(counter, link);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        count(counter, rows[i].number[link], rows[i].source[link],
              links->source[link]);
}

static void count_transfer(struct counter *counter,
                           const struct cor_transfer *transfer)
{
    if (transfer->is_way_back)
        return;
    count_value(counter, transfer->time_s, transfer->source);
    count_value(counter, transfer->cost_usd, transfer->source);
    count_value(counter, transfer->capacity, transfer->source);
}

static void count_service(struct counter *counter,
                          const struct cor_service *service)
{
    count_value(counter, service->headway_s, service->source);
    count_value(counter, service->vessels, service->source);
    count_value(counter, service->capacity, service->source);
    count_value(counter, service->payload_t, service->source);
}

struct cor_provenance cor_provenance_count(const struct cor_scenario *scenario)
{
    struct counter counter = {.scenario = scenario};
    for (uint32_t i = 0; i < scenario->links.n; i++)
        count_link(&counter, i);
    for (uint32_t i = 0; i < scenario->n_transfer; i++)
        count_transfer(&counter, &scenario->transfer[i]);
    for (uint32_t i = 0; i < scenario->n_border; i++) {
        const struct cor_border *border = &scenario->border[i];
        count_value(&counter, border->time_s, border->source);
        count_value(&counter, border->cost_usd, border->source);
    }
    for (uint32_t i = 0; i < scenario->n_service; i++)
        count_service(&counter, &scenario->service[i]);
    return counter.counted;
}

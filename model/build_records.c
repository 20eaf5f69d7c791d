#include "model/build.h"

/* VALUE(building, KIND, FIELD, record): a value of a record, in short. */
#define VALUE(BUILDING, KIND, FIELD, RECORD) \
    cor_build_value((BUILDING), COR_KIND_##KIND, COR_##KIND##_##FIELD, (RECORD))
#define TARGET(BUILDING, KIND, FIELD, RECORD)                           \
    cor_build_target((BUILDING), COR_KIND_##KIND, COR_##KIND##_##FIELD, \
                     (RECORD))

static bool build_transfer(struct cor_transfer *out,
                           struct cor_building *building,
                           uint32_t record)
{
    *out = (struct cor_transfer){
        .place = TARGET(building, TRANSFER, AT, record),
        .from_mode = TARGET(building, TRANSFER, FROM_MODE, record),
        .to_mode = TARGET(building, TRANSFER, TO_MODE, record),
        .from_gauge_mm = cor_draft_gauge_mm(building->draft, COR_KIND_TRANSFER,
                                            COR_TRANSFER_FROM_GAUGE, record),
        .to_gauge_mm = cor_draft_gauge_mm(building->draft, COR_KIND_TRANSFER,
                                          COR_TRANSFER_TO_GAUGE, record),
        .time_s = VALUE(building, TRANSFER, TIME, record),
        .cost_usd = VALUE(building, TRANSFER, COST, record),
        .capacity = VALUE(building, TRANSFER, CAPACITY, record),
        .capacity_dimension = cor_build_dimension(
            building, COR_KIND_TRANSFER, COR_TRANSFER_CAPACITY, record),
        .source = TARGET(building, TRANSFER, SOURCE, record),
    };
    return cor_build_text(&out->kind, building, COR_KIND_TRANSFER,
                          COR_TRANSFER_KIND, record);
}

static struct cor_transfer turned(struct cor_transfer transfer)
{
    struct cor_transfer back = transfer;
    back.from_mode = transfer.to_mode;
    back.to_mode = transfer.from_mode;
    back.from_gauge_mm = transfer.to_gauge_mm;
    back.to_gauge_mm = transfer.from_gauge_mm;
    back.is_way_back = true;
    return back;
}

bool cor_build_transfers(struct cor_building *building)
{
    struct cor_transfer *list =
        cor_arena_array(building->arena, struct cor_transfer,
                        2 * (size_t)building->n[COR_KIND_TRANSFER]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_TRANSFER, record)
    {
        if (!build_transfer(&list[n++], building, record))
            return false;
        if (cor_draft_index(building->draft, COR_KIND_TRANSFER,
                            COR_TRANSFER_BOTH_WAYS, record) != 0) {
            list[n] = turned(list[n - 1]);
            n++;
        }
    }
    building->scenario->transfer = list;
    building->scenario->n_transfer = n;
    return true;
}

bool cor_build_borders(struct cor_building *building)
{
    struct cor_border *list = cor_arena_array(
        building->arena, struct cor_border, building->n[COR_KIND_BORDER]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_BORDER, record)
    list[n++] = (struct cor_border){
        .place = TARGET(building, BORDER, AT, record),
        .country = TARGET(building, BORDER, INTO, record),
        .mode = TARGET(building, BORDER, MODE, record),
        .carriage = cor_draft_index(building->draft, COR_KIND_BORDER,
                                    COR_BORDER_SERVICE, record),
        .time_s = VALUE(building, BORDER, TIME, record),
        .cost_usd = VALUE(building, BORDER, COST, record),
        .source = TARGET(building, BORDER, SOURCE, record),
    };
    building->scenario->border = list;
    building->scenario->n_border = n;
    return true;
}

static struct cor_value scaled(struct cor_value value, double factor)
{
    value.number *= factor;
    return value;
}

/* Sailings that are evenly spaced are a headway apart. */
static struct cor_value headway_of(struct cor_building *building,
                                   uint32_t record)
{
    static const double day_s = 86400;
    const struct cor_value stated = VALUE(building, SERVICE, HEADWAY, record);
    struct cor_value sailings = VALUE(building, SERVICE, SAILINGS, record);
    if (!isnan(stated.number) || isnan(sailings.number))
        return stated;
    sailings.number = day_s / sailings.number;
    return sailings;
}

static bool build_service(struct cor_service *out,
                          struct cor_building *building,
                          uint32_t record)
{
    const char *id = cor_draft_id(building->draft, COR_KIND_SERVICE, record);
    *out = (struct cor_service){
        .id = cor_text_copy(building->arena, cor_text_of(id)),
        .headway_s = headway_of(building, record),
        .vessels = VALUE(building, SERVICE, VESSELS, record),
        .capacity = VALUE(building, SERVICE, CAPACITY, record),
        .payload_t = scaled(VALUE(building, SERVICE, PAYLOAD, record), 0.001),
        .capacity_dimension = cor_build_dimension(building, COR_KIND_SERVICE,
                                                  COR_SERVICE_CAPACITY, record),
        .source = TARGET(building, SERVICE, SOURCE, record),
    };
    return out->id != NULL &&
           cor_build_text(&out->title, building, COR_KIND_SERVICE,
                          COR_SERVICE_TITLE, record) &&
           cor_build_list(&out->link, &out->n_link, building, COR_KIND_SERVICE,
                          COR_SERVICE_LINKS, record);
}

bool cor_build_services(struct cor_building *building)
{
    struct cor_service *list = cor_arena_array(
        building->arena, struct cor_service, building->n[COR_KIND_SERVICE]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_SERVICE, record)
    if (!build_service(&list[n++], building, record))
        return false;
    building->scenario->service = list;
    building->scenario->n_service = n;
    return true;
}

static bool build_query(struct cor_query *out,
                        struct cor_building *building,
                        uint32_t record)
{
    static const struct cor_journey_fields fields = {
        COR_KIND_CORRIDOR, COR_CORRIDOR_VIA, COR_CORRIDOR_MODES,
        COR_CORRIDOR_AVOID};
    out->from = TARGET(building, CORRIDOR, FROM, record);
    out->to = TARGET(building, CORRIDOR, TO, record);
    return cor_build_query(out, building, fields, record);
}

static bool build_corridor(struct cor_corridor *out,
                           struct cor_building *building,
                           uint32_t record)
{
    const char *id = cor_draft_id(building->draft, COR_KIND_CORRIDOR, record);
    *out = (struct cor_corridor){
        .id = cor_text_copy(building->arena, cor_text_of(id))};
    if (out->id == NULL ||
        !cor_build_title(&out->title, &out->titles, building, COR_KIND_CORRIDOR,
                         COR_CORRIDOR_TITLE, record))
        return false;
    if (out->title == NULL)
        out->title = out->id;
    return build_query(&out->query, building, record);
}

bool cor_build_corridors(struct cor_building *building)
{
    struct cor_corridor *list = cor_arena_array(
        building->arena, struct cor_corridor, building->n[COR_KIND_CORRIDOR]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_CORRIDOR, record)
    if (!build_corridor(&list[n++], building, record))
        return false;
    building->scenario->corridor = list;
    building->scenario->n_corridor = n;
    return true;
}

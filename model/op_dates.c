#include "model/op.h"

#include <corridor/model/scenario.h>

#include "model/check.h"

#include <math.h>

/* The dates of a link. */
struct dates {
    cor_date opens, closes, from, until;
    uint8_t status;
};

static const uint32_t date_fields[] = {COR_LINK_OPENS, COR_LINK_CLOSES,
                                       COR_LINK_CLOSED_FROM,
                                       COR_LINK_CLOSED_UNTIL};

static struct dates dates_of(const struct cor_draft *draft, uint32_t link)
{
    cor_date date[4];
    for (int i = 0; i < 4; i++)
        date[i] = cor_draft_date(draft, COR_KIND_LINK, date_fields[i], link);
    return (struct dates){
        date[0], date[1], date[2], date[3],
        (uint8_t)cor_draft_index(draft, COR_KIND_LINK, COR_LINK_STATUS, link)};
}

static bool keep_dates(struct cor_op *op, struct dates dates)
{
    const cor_date date[] = {dates.opens, dates.closes, dates.from,
                             dates.until};
    const uint32_t link = op->target[0];
    const struct dates before = dates_of(op->draft, link);
    const cor_date old[] = {before.opens, before.closes, before.from,
                            before.until};
    for (int i = 0; i < 4; i++)
        if (date[i] != old[i] &&
            !cor_edit_date(op->draft, COR_KIND_LINK, link, date_fields[i],
                           date[i], op->spot))
            return false;
    return dates.status == before.status ||
           cor_edit_index(op->draft, COR_KIND_LINK, link, COR_LINK_STATUS,
                          dates.status, op->spot);
}

static void contradict(const struct cor_op *op, const char *what, cor_date date)
{
    char text[COR_DATE_SIZE] = "";
    if (date != COR_NO_DATE)
        cor_date_format(text, date);
    COR_OP_REFUSE(op, op->map, "contradictory-dates", NULL, "the %s %s%s%s",
                  cor_op_name(op->draft, COR_KIND_LINK, op->target[0]), what,
                  date == COR_NO_DATE ? "" : " ", text);
}

/* A day that the op states; whether it is a good one or not stated. */
static bool
read_day(const struct cor_op *op, enum cor_op_key key, cor_date *out)
{
    const struct cor_yaml_node *day = op->at[key];
    *out = COR_NO_DATE;
    if (day == NULL)
        return true;
    if (!cor_read_expect(op->reader, day, COR_YAML_SCALAR, "a day"))
        return false;
    if (cor_date_parse(out, day->text))
        return true;
    COR_OP_REFUSE(op, day, "bad-date", "dates are written YYYY-MM-DD",
                  "'%s' is not a date", cor_draft_quote(op->draft, day->text));
    return false;
}

/* Without a day a closing is taken back; what was not closed is open at
   once. */
static struct dates open_at_once(struct dates dates)
{
    const bool was_closed = dates.status == COR_LINK_CLOSED ||
                            dates.closes != COR_NO_DATE ||
                            dates.from != COR_NO_DATE;
    if (!was_closed || dates.status == COR_LINK_CONSTRUCTION ||
        dates.status == COR_LINK_PLANNED)
        dates.opens = COR_NO_DATE;
    dates.closes = dates.from = dates.until = COR_NO_DATE;
    dates.status = COR_LINK_OPEN;
    return dates;
}

/* The end of a closure that has none, or is moved; false: it is none. */
static bool reopen(struct dates *dates, cor_date on)
{
    if (dates->closes != COR_NO_DATE && on >= dates->closes &&
        dates->from == COR_NO_DATE) {
        dates->from = on == dates->closes ? COR_NO_DATE : dates->closes;
        dates->until = on == dates->closes ? COR_NO_DATE : on;
        dates->closes = COR_NO_DATE;
        if (dates->status == COR_LINK_CLOSED)
            dates->status = COR_LINK_OPEN;
        return true;
    }
    if (dates->from == COR_NO_DATE || on < dates->from || on > dates->until)
        return false;
    dates->until = on;
    if (on == dates->from)
        dates->from = dates->until = COR_NO_DATE;
    return true;
}

static const char *
fault_of_opening(const struct dates *dates, cor_date on, cor_date *when)
{
    *when = dates->closes;
    if (dates->closes != COR_NO_DATE && on >= dates->closes)
        return "would open after it closes for good on";
    *when = dates->until;
    if (dates->until != COR_NO_DATE && on > dates->until)
        return "is open again already on";
    return NULL;
}

bool cor_op_open(struct cor_op *op)
{
    struct dates dates = dates_of(op->draft, op->target[0]);
    cor_date on, when;
    if (!read_day(op, COR_OP_ON, &on))
        return true;
    if (on == COR_NO_DATE)
        return keep_dates(op, open_at_once(dates));
    if (reopen(&dates, on))
        return keep_dates(op, dates);
    const char *fault = fault_of_opening(&dates, on, &when);
    if (fault != NULL) {
        contradict(op, fault, when);
        return true;
    }
    dates.opens = on;
    if (dates.status == COR_LINK_CLOSED && dates.closes == COR_NO_DATE)
        dates.status = COR_LINK_OPEN;
    return keep_dates(op, dates);
}

/* The day a closure of a duration is over; false with a complaint. */
static bool add_duration(const struct cor_op *op, cor_date from, cor_date *out)
{
    static const double day_s = 86400, most_days = 1e6;
    const struct cor_yaml_node *node = op->at[COR_OP_FOR];
    struct cor_quantity duration;
    if (!cor_read_expect(op->reader, node, COR_YAML_SCALAR, "for"))
        return false;
    const bool is_time =
        cor_quantity_parse(&duration, node->text, COR_DIM_SET(COR_DIM_TIME)) ==
        COR_QUANTITY_GOOD;
    const double days = is_time ? duration.value / day_s : 0;
    if (days >= 1 && days <= most_days && days == floor(days)) {
        *out = from + (cor_date)days;
        return true;
    }
    COR_OP_REFUSE(op, node, "bad-duration", "write '30 d'",
                  "for: '%s' is not a number of whole days",
                  cor_draft_quote(op->draft, node->text));
    return false;
}

/* The days of a closing: its first, and that of opening again. */
static bool
read_closing(const struct cor_op *op, cor_date *from, cor_date *until)
{
    if (!read_day(op, COR_OP_FROM, from) || !read_day(op, COR_OP_TO, until))
        return false;
    const struct cor_yaml_node *end =
        op->at[COR_OP_FOR] != NULL ? op->at[COR_OP_FOR] : op->at[COR_OP_TO];
    if (end != NULL && *from == COR_NO_DATE) {
        COR_OP_REFUSE(op, end, "missing-key", "say 'from: ' and the first day",
                      "a closing that ends needs its beginning");
        return false;
    }
    if (op->at[COR_OP_FOR] != NULL && op->at[COR_OP_TO] != NULL) {
        COR_OP_REFUSE(op, end, "two-ends", "leave 'to' or 'for' out",
                      "this closing states its end twice");
        return false;
    }
    return op->at[COR_OP_FOR] == NULL || add_duration(op, *from, until);
}

static const char *fault_of_closing(const struct dates *dates,
                                    cor_date from,
                                    cor_date until,
                                    cor_date *when)
{
    *when = until;
    if (until != COR_NO_DATE && until <= from)
        return "would open again before it closes, on";
    *when = dates->opens;
    if (dates->opens != COR_NO_DATE &&
        (from < dates->opens || (until == COR_NO_DATE && from == dates->opens)))
        return "would close before it opens on";
    *when = dates->closes;
    if (dates->closes != COR_NO_DATE &&
        (until == COR_NO_DATE ? from > dates->closes : until > dates->closes))
        return "closes for good already on";
    *when = dates->from;
    if (dates->from != COR_NO_DATE &&
        (until != COR_NO_DATE || from < dates->until))
        return "has a closure already, from";
    *when = COR_NO_DATE;
    return dates->status == COR_LINK_CLOSED && dates->closes == COR_NO_DATE
               ? "is closed already"
               : NULL;
}

static void warn_never_open(const struct cor_op *op, const struct dates *dates)
{
    if ((dates->status == COR_LINK_CONSTRUCTION ||
         dates->status == COR_LINK_PLANNED) &&
        dates->opens == COR_NO_DATE)
        COR_OP_WARN(op, op->map, "no-effect", "open it first",
                    "the %s never opens: nothing changes",
                    cor_op_name(op->draft, COR_KIND_LINK, op->target[0]));
}

bool cor_op_close(struct cor_op *op)
{
    struct dates dates = dates_of(op->draft, op->target[0]);
    cor_date from, until, when;
    if (!read_closing(op, &from, &until))
        return true;
    warn_never_open(op, &dates);
    if (from == COR_NO_DATE) {
        dates.status = COR_LINK_CLOSED;
        dates.closes = dates.from = dates.until = COR_NO_DATE;
        return keep_dates(op, dates);
    }
    const char *fault = fault_of_closing(&dates, from, until, &when);
    if (fault != NULL) {
        contradict(op, fault, when);
        return true;
    }
    if (until == COR_NO_DATE) {
        dates.closes = from;
    } else {
        dates.from = from;
        dates.until = until;
    }
    return keep_dates(op, dates);
}

#include <corridor/render/words.h>

#include <corridor/model/title.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In Russian a number does not part from its unit, nor one half of an
   abbreviation from the other: U+00A0. */
const struct cor_phrase cor_phrases[] = {
    /* Modes, and what is not built yet. */
    {"Rail", "Железная дорога", "铁路"},
    {"Rail, planned or under construction",
     "Железная дорога, строится или планируется", "在建或规划铁路"},
    {"Road", "Автодорога", "公路"},
    {"Road, planned or under construction",
     "Автодорога, строится или планируется", "在建或规划公路"},
    {"Ferry or ship", "Паром или судно", "轮渡或海运"},
    {"Air", "Авиалиния", "航空"},
    {"Pipeline", "Трубопровод", "管道"},
    {"Other", "Прочее", "其他"},
    /* The legend. */
    {"Legend", "Условные обозначения", "图例"},
    {"Routes", "Маршруты", "路线"},
    {"More than ten routes", "Более десяти маршрутов", "十条以上路线"},
    {"Lines", "Линии", "线路与边界"},
    {"Countries", "Страны", "国家"},
    {"Places", "Пункты", "地点"},
    {"Network", "Сеть", "网络"},
    {"Link", "Линия", "线路"},
    {"Other links of the network", "Прочие линии сети", "网络其他线路"},
    {"and more", "и другие", "等"},
    {"Contested boundary", "Спорная граница", "争议边界"},
    {"Place", "Пункт", "地点"},
    {"Place on the route", "Пункт на маршруте", "途经地点"},
    {"Change of mode or gauge", "Смена вида транспорта или колеи",
     "换装或换轨"},
    {"Port", "Порт", "港口"},
    {"Border crossing", "Пограничный переход", "口岸"},
    {"Border crossing with change of gauge",
     "Пограничный переход со сменой колеи", "换轨口岸"},
    /* The scale bar. */
    {"Scale bar", "Масштабная линейка", "比例尺"},
    {"{1} km at {2}", "{1}\u00A0км на {2}", "{1} 公里（{2}）"},
    {"{1} m at {2}", "{1}\u00A0м на {2}", "{1} 米（{2}）"},
    {"{1} km in the middle", "{1}\u00A0км в середине", "{1} 公里（图中央）"},
    {"{1} m in the middle", "{1}\u00A0м в середине", "{1} 米（图中央）"},
    /* Degrees, in sentences and at the frame. */
    {"{1}° N", "{1}°\u00A0с.\u00A0ш.", "北纬{1}°"},
    {"{1}° S", "{1}°\u00A0ю.\u00A0ш.", "南纬{1}°"},
    {"{1}° E", "{1}°\u00A0в.\u00A0д.", "东经{1}°"},
    {"{1}° W", "{1}°\u00A0з.\u00A0д.", "西经{1}°"},
    {"{1}°N", "{1}°\u00A0с.\u00A0ш.", "{1}°N"},
    {"{1}°S", "{1}°\u00A0ю.\u00A0ш.", "{1}°S"},
    {"{1}°E", "{1}°\u00A0в.\u00A0д.", "{1}°E"},
    {"{1}°W", "{1}°\u00A0з.\u00A0д.", "{1}°W"},
    /* Projections. */
    {"Lambert conformal conic, standard parallel {1}, central meridian {3}",
     "Равноугольная коническая проекция Ламберта, стандартная параллель {1}, "
     "средний меридиан {3}",
     "兰伯特等角圆锥投影，标准纬线{1}，中央经线{3}"},
    {"Lambert conformal conic, standard parallels {1} and {2}, central "
     "meridian {3}",
     "Равноугольная коническая проекция Ламберта, стандартные параллели {1} и "
     "{2}, средний меридиан {3}",
     "兰伯特等角圆锥投影，标准纬线{1}和{2}，中央经线{3}"},
    {"Mercator, true to scale at {4}° N and S, central meridian {3}",
     "Проекция Меркатора, главный масштаб на {4}°\u00A0с. и ю.\u00A0ш., "
     "средний меридиан "
     "{3}",
     "墨卡托投影，标准纬线南北纬{4}°，中央经线{3}"},
    {"Mercator, true to scale at the equator, central meridian {3}",
     "Проекция Меркатора, главный масштаб на экваторе, средний меридиан {3}",
     "墨卡托投影，标准纬线为赤道，中央经线{3}"},
    {"Lambert azimuthal equal-area, centred on {1} {3}",
     "Равновеликая азимутальная проекция Ламберта, центр {1} {3}",
     "兰伯特等积方位投影，中心{1}、{3}"},
    {"Equal Earth, central meridian {3}",
     "Проекция Equal Earth, средний меридиан {3}", "等地球投影，中央经线{3}"},
    /* Around the frame, and for those who cannot see the map. */
    {"The network as of {1}", "Сеть по состоянию на {1}", "截至{1}的网络"},
    {"{1} and {2} more", "{1} и ещё {2}", "{1}等，另有{2}个来源"},
    {"{1} from memory, assumed or without a source",
     "{1} по памяти, приняты или без источника", "{1}条凭记忆、假定或无来源"},
    {"{1} derived from others", "{1} выведены из других",
     "{1}条由其他数据推算"},
    {"{1} derived from others, {2} from memory, assumed or without a source",
     "{1} выведены из других, {2} по памяти, приняты или без источника",
     "{1}条由其他数据推算，{2}条凭记忆、假定或无来源"},
    {"Link lengths", "Длины линий", "线路里程"},
    {"Capacities", "Пропускная способность", "运力"},
    {"Flows", "Грузопотоки", "货流"},
    {"Membership", "Членство", "成员身份"},
    {"Made with Natural Earth", "Основа: Natural Earth",
     "底图数据：Natural Earth"},
    {"Drawn without a base map", "Без картографической основы", "未使用底图"},
    {"Boundaries show who controls the ground, contested ones are dashed; they "
     "do not imply any judgement on the status of any territory.",
     "Границы показаны по фактическому контролю, спорные — пунктиром; они не "
     "выражают суждения о статусе какой-либо территории.",
     "边界按实际控制线绘制，争议边界以虚线表示，不代表对任何领土地位的立场。"},
    {"Boundaries are not drawn.", "Границы не показаны.", "未绘制边界。"},
    {"Enlarged part", "Увеличенный фрагмент", "局部放大图"},
    {"Where the map lies", "Положение карты", "位置示意图"},
    {"Map", "Карта", "地图"},
    {"Map of {1} routes and {2} places; {3}",
     "Карта: маршрутов — {1}, пунктов — {2}; {3}",
     "地图：{1}条路线、{2}个地点；{3}"},
    /* Kinds of map. */
    {"{1} km", "{1}\u00A0км", "{1} 公里"},
    {"{1} h", "{1}\u00A0ч", "{1} 小时"},
    {"Capacity, million tonnes a year",
     "Пропускная способность, млн\u00A0т в год", "运力，百万吨/年"},
    {"Capacity, billion cubic metres a year",
     "Пропускная способность, млрд\u00A0м³ в год", "运力，十亿立方米/年"},
    {"Capacity, thousand TEU a year",
     "Пропускная способность, тыс.\u00A0TEU в год", "运力，千标准箱/年"},
    {"Capacity, trains a day", "Пропускная способность, поездов в сутки",
     "运力，列/日"},
    {"Capacity, vehicles a day", "Пропускная способность, машин в сутки",
     "运力，辆/日"},
    {"Capacity, {1}", "Пропускная способность, {1}", "运力，{1}"},
    {"Carried, million tonnes a year", "Перевезено, млн\u00A0т в год",
     "货运量，百万吨/年"},
    {"Carried, billion cubic metres a year", "Перекачано, млрд\u00A0м³ в год",
     "输送量，十亿立方米/年"},
    {"Carried, thousand TEU a year", "Перевезено, тыс.\u00A0TEU в год",
     "货运量，千标准箱/年"},
    {"Carried, trains a day", "Поездов в сутки", "列车，列/日"},
    {"Carried, vehicles a day", "Машин в сутки", "车辆，辆/日"},
    {"Carried, {1}", "Перевезено, {1}", "货运量，{1}"},
    {"years not stated", "год не указан", "年份未给出"},
    {"in {1}", "{1}\u00A0г.", "{1}年"},
    {"in {1}, or year not stated", "{1}\u00A0г. или год не указан",
     "{1}年，或年份未给出"},
    {"in the newest year from {1} to {2}",
     "за последний известный год, {1}–{2}", "{1}–{2}年中最新一年"},
    {"in the newest year from {1} to {2}, or not stated",
     "за последний известный год, {1}–{2}, или год не указан",
     "{1}–{2}年中最新一年，或未给出"},
    {"directions: each on the right of its way",
     "направления: каждое справа по ходу", "双向：各在行进方向右侧"},
    {"links that state none: {1}", "не указана: линий — {1}",
     "未给出：{1}条线路"},
    {"links that state none: {1}; in other units: {2}",
     "не указана: линий — {1}; в других единицах: {2}",
     "未给出：{1}条线路；其他单位：{2}条"},
    {"If a link closes", "Если линия закроется", "若线路中断"},
    {"no way is left (links: {2})", "пути не остаётся (линий: {2})",
     "无路可走（{2}条线路）"},
    {"more than {1} km longer (links: {2})",
     "длиннее более чем на {1}\u00A0км (линий: {2})",
     "绕行超过{1}公里（{2}条线路）"},
    {"more than {1} h longer (links: {2})",
     "дольше более чем на {1}\u00A0ч (линий: {2})",
     "延误超过{1}小时（{2}条线路）"},
    {"at most {1} km longer (links: {2})",
     "длиннее не более чем на {1}\u00A0км (линий: {2})",
     "绕行不超过{1}公里（{2}条线路）"},
    {"at most {1} h longer (links: {2})",
     "дольше не более чем на {1}\u00A0ч (линий: {2})",
     "延误不超过{1}小时（{2}条线路）"},
    {"no way is left", "пути не остаётся", "无路可走"},
    {"more than {1} km longer", "длиннее более чем на {1} км",
     "绕行超过{1}公里"},
    {"more than {1} h longer", "дольше более чем на {1} ч", "延误超过{1}小时"},
    {"at most {1} km longer", "длиннее не более чем на {1} км",
     "绕行不超过{1}公里"},
    {"at most {1} h longer", "дольше не более чем на {1} ч",
     "延误不超过{1}小时"},
    {"stops the corridor", "останавливает коридор", "使走廊中断"},
    {"stops {1} of {2} corridors", "останавливает {1} из {2} коридоров",
     "使{2}条走廊中的{1}条中断"},
    {"and {1} more without which no way is left",
     "и ещё {1}, без которых пути не остаётся", "另有{1}条，中断后无路可走"},
    {"links without a number that leave no way: {1}",
     "линий без номера, без которых пути не остаётся: {1}",
     "未编号、中断后无路可走的线路：{1}条"},
    {"{1} h: 5 % of the fastest corridor’s {2} h, rounded down",
     "{1}\u00A0ч: 5\u00A0% от {2}\u00A0ч самого быстрого коридора, с "
     "округлением вниз",
     "{1}小时：最快走廊{2}小时的5%，向下取整"},
    {"{1} km: 5 % of the shortest corridor’s {2} km, rounded down",
     "{1}\u00A0км: 5\u00A0% от {2}\u00A0км самого короткого коридора, с "
     "округлением вниз",
     "{1}公里：最短走廊{2}公里的5%，向下取整"},
    {"What stops it: each link closed in turn",
     "Что останавливает маршрут: линии закрываются по одной",
     "哪些中断会阻断路线：逐一关闭各条线路"},
    {"{1}; the network as of {2}", "{1}; сеть по состоянию на {2}",
     "{1}；{2}的网络"},
    {"No route: {1}", "Нет маршрута: {1}", "无路线：{1}"},
    {"Corridors and what differs", "Коридоры и отличия", "走廊与差异"},
    {"Before: {1}; after: {2}", "До: {1}; после: {2}", "之前：{1}；之后：{2}"},
    {"before: {1}", "до: {1}", "之前：{1}"},
    {"after: {1}", "после: {1}", "之后：{1}"},
    {"each shares at most {1} % of its length with the others",
     "общая часть любых двух — не более {1}\u00A0% длины",
     "任意两条路线的共用里程不超过{1}%"},
    {"each shares at most {1} % of its length with the others; there may be "
     "better ones",
     "общая часть любых двух — не более {1}\u00A0% длины; возможны лучшие",
     "任意两条路线的共用里程不超过{1}%；可能有更优路线"},
    {"The fastest routes that differ", "Самые быстрые из различных маршрутов",
     "最快的不同路线"},
    {"The fastest routes", "Самые быстрые маршруты", "最快路线"},
    {"The shortest routes that differ", "Самые короткие из различных маршрутов",
     "最短的不同路线"},
    {"The shortest routes", "Самые короткие маршруты", "最短路线"},
    {"{1}; no route before", "{1}; до — нет маршрута", "{1}；之前无路线"},
    {"{1}; no route after", "{1}; после — нет маршрута", "{1}；之后无路线"},
    {"{1} ({2})", "{1} ({2})", "{1}（{2}）"},
    {"{1} ({2}) on the same way", "{1} ({2}) тем же путём",
     "{1}（{2}），路径不变"},
    {"links opened on these corridors: {1}",
     "открыто линий на этих коридорах: {1}", "这些走廊上开通：{1}条线路"},
    {"links closed on these corridors: {1}",
     "закрыто линий на этих коридорах: {1}", "这些走廊上关闭：{1}条线路"},
    {"links changed on these corridors: {1}",
     "изменено линий на этих коридорах: {1}", "这些走廊上变化：{1}条线路"},
    {"links opened elsewhere: {1}", "открыто прочих линий: {1}",
     "其他地方开通：{1}条线路"},
    {"links closed elsewhere: {1}", "закрыто прочих линий: {1}",
     "其他地方关闭：{1}条线路"},
    {"links changed elsewhere: {1}", "изменено прочих линий: {1}",
     "其他地方变化：{1}条线路"},
    {", ", ", ", "、"}, /* between names of a list */
    {"{1}, {2}", "{1}, {2}", "{1}，{2}"},
    {"{1}: {2}", "{1}: {2}", "{1}：{2}"},
    {"{1}–{2}", "{1} — {2}", "{1}—{2}"},
    {"{1}.{2}", "{1},{2}", "{1}.{2}"},
    /* Days. */
    {"{1} January {2}", "{1}\u00A0января {2}\u00A0г.", "{2}年1月{1}日"},
    {"{1} February {2}", "{1}\u00A0февраля {2}\u00A0г.", "{2}年2月{1}日"},
    {"{1} March {2}", "{1}\u00A0марта {2}\u00A0г.", "{2}年3月{1}日"},
    {"{1} April {2}", "{1}\u00A0апреля {2}\u00A0г.", "{2}年4月{1}日"},
    {"{1} May {2}", "{1}\u00A0мая {2}\u00A0г.", "{2}年5月{1}日"},
    {"{1} June {2}", "{1}\u00A0июня {2}\u00A0г.", "{2}年6月{1}日"},
    {"{1} July {2}", "{1}\u00A0июля {2}\u00A0г.", "{2}年7月{1}日"},
    {"{1} August {2}", "{1}\u00A0августа {2}\u00A0г.", "{2}年8月{1}日"},
    {"{1} September {2}", "{1}\u00A0сентября {2}\u00A0г.", "{2}年9月{1}日"},
    {"{1} October {2}", "{1}\u00A0октября {2}\u00A0г.", "{2}年10月{1}日"},
    {"{1} November {2}", "{1}\u00A0ноября {2}\u00A0г.", "{2}年11月{1}日"},
    {"{1} December {2}", "{1}\u00A0декабря {2}\u00A0г.", "{2}年12月{1}日"},
    {NULL, NULL, NULL},
};

bool cor_words_known(const char *language)
{
    for (enum cor_language l = 0; l < COR_N_LANGUAGE; l++)
        if (strcmp(language, cor_languages[l]) == 0)
            return true;
    return false;
}

const char *cor_words_say(const char *language, const char *english)
{
    if (strcmp(language, "en") == 0 || !cor_words_known(language))
        return english;
    const struct cor_phrase *phrase = cor_phrases;
    while (phrase->english != NULL && strcmp(phrase->english, english) != 0)
        phrase++;
    if (phrase->english == NULL)
        return english;
    return strcmp(language, "ru") == 0 ? phrase->russian : phrase->chinese;
}

/* The value whose mark a phrase has at `at`; NULL: there is no mark. */
static const char *value_at(const char *at,
                            const char *const value[COR_WORDS_VALUES])
{
    const bool is_mark = at[0] == '{' && at[1] >= '1' &&
                         at[1] < '1' + COR_WORDS_VALUES && at[2] == '}';
    return is_mark ? value[at[1] - '1'] : NULL;
}

const char *cor_words_fill(struct cor_arena *arena,
                           const char *language,
                           const char *english,
                           const char *const value[COR_WORDS_VALUES])
{
    const char *phrase = cor_words_say(language, english);
    size_t n = 1;
    for (const char *at = phrase; *at != '\0'; at++)
        n += value_at(at, value) != NULL ? strlen(value_at(at, value)) : 1;
    char *text = cor_arena_array(arena, char, n);
    char *end = text;
    for (const char *at = phrase; text != NULL && *at != '\0'; at++) {
        const char *filled = value_at(at, value);
        if (filled == NULL)
            *end++ = *at;
        else {
            end = stpcpy(end, filled);
            at += 2;
        }
    }
    if (text != NULL)
        *end = '\0';
    return text;
}

const char *
cor_words_date(struct cor_arena *arena, const char *language, cor_date day)
{
    static const char *const phrase[12] = {
        "{1} January {2}", "{1} February {2}", "{1} March {2}",
        "{1} April {2}",   "{1} May {2}",      "{1} June {2}",
        "{1} July {2}",    "{1} August {2}",   "{1} September {2}",
        "{1} October {2}", "{1} November {2}", "{1} December {2}",
    };
    char text[COR_DATE_SIZE], number[COR_DATE_SIZE];
    cor_date_format(text, day);
    char *month = strchr(text + 1, '-');
    *month++ = '\0';
    const long m = strtol(month, &month, 10);
    snprintf(number, sizeof number, "%ld", strtol(month + 1, NULL, 10));
    return cor_words_fill(arena, language, phrase[m - 1],
                          (const char *[COR_WORDS_VALUES]){number, text});
}

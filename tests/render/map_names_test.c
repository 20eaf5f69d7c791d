/* Names in the languages of the map, and what is said of those that are not. */
#include "tests/render/map_fixture.h"

static const struct place_row place[] = {
    {"Almaty", 76.9, 43.3, COR_PLACE_CITY},
    {"Nowhere", 74, 42, COR_PLACE_CITY},
    {"Xi'an", 108.9, 34.3, COR_PLACE_CITY},
};
static const struct link_row link[] = {
    {0, 1, COR_MODE_RAIL, 0, false},
    {1, 2, COR_MODE_RAIL, 0, false},
};

static const struct cor_basemap *basemap(struct world *world)
{
    const struct cor_basemap *map = NULL;
    cr_assert_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  SOURCE_ROOT "/maps/labels.csv", &world->arena,
                                  NULL),
                 COR_OK);
    return map;
}

static bool is_written(const struct cor_scene *scene, const char *text)
{
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_TEXT &&
            strstr(scene->item[i].text.text, text) != NULL)
            return true;
    return false;
}

static const char *note(const struct world *world, const char *code)
{
    for (size_t i = 0; i < world->report.n; i++)
        if (strcmp(world->report.item[i].code, code) == 0)
            return world->report.item[i].message;
    return "";
}

/* A map of the places with their local names, in languages. */
static const struct cor_scene *draw(struct world *world,
                                    const char *const *language,
                                    uint32_t n,
                                    const char *const *local)
{
    struct cor_map_options how;
    world_init(world, place, 3, link, 2);
    world->scenario.places.name_local = local;
    cor_map_options_init(&how, &world->scenario);
    how.language = language;
    how.n_language = n;
    return compose(world, basemap(world), NULL, 0, &how);
}

static const char *const local_names[] = {"Алматы қаласы", NULL, "西安"};

Test(map_names, are_in_the_language_asked_for)
{
    static const char *const russian[] = {"ru"};
    struct world world;
    const struct cor_scene *scene = draw(&world, russian, 1, local_names);
    cr_expect(is_written(scene, "Алматы"));
    cr_expect_not(is_written(scene, "қаласы"));
    cr_expect(is_written(scene, "Сиань"));
    cr_expect(is_written(scene, "КИТАЙ"));
    cr_expect(is_written(scene, "Равноугольная коническая"));
    cr_expect(is_written(scene, "Железная дорога") ||
              is_written(scene, "Линия"));
    cr_expect_str_eq(note(&world, "name-not-translated"),
                     "1 name is not in the language asked for first: Nowhere");
    world_finish(&world);
}

Test(map_names, are_in_both_languages_where_there_is_room)
{
    static const char *const both[] = {"en", "local"};
    struct world world;
    const struct cor_scene *scene = draw(&world, both, 2, local_names);
    cr_expect(is_written(scene, "Almaty · Алматы қаласы"));
    cr_expect(is_written(scene, "Xi'an · 西安"));
    cr_expect(is_written(scene, "Nowhere"));
    cr_expect_str_eq(note(&world, "name-not-translated"), "");
    world_finish(&world);
}

Test(map_names, fall_back_in_the_order_of_preference)
{
    static const char *const chinese[] = {"zh", "ru"};
    static const char *const none[] = {NULL, NULL, NULL};
    struct world world;
    const struct cor_scene *scene = draw(&world, chinese, 2, none);
    cr_expect(is_written(scene, "阿拉木图"));
    cr_expect(is_written(scene, "西安"));
    cr_expect(is_written(scene, "公里"));
    world_finish(&world);
}

Test(map_names, lose_control_characters)
{
    static const struct place_row odd[] = {{"A\x01"
                                            "B\nC",
                                            60, 40, COR_PLACE_CITY},
                                           {"D\xc2\x85"
                                            "E\xe2\x80\xa8"
                                            "F",
                                            62, 41, COR_PLACE_CITY}};
    struct world world;
    world_init(&world, odd, 2, NULL, 0);
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, NULL);
    cr_expect(is_written(scene, "A B C"));
    cr_expect(is_written(scene, "D E F"));
    world_finish(&world);
}

Test(map_names, too_long_are_cut_and_told)
{
    char name[201];
    memset(name, 'm', 200);
    name[200] = '\0';
    const struct place_row one[] = {{name, 60, 40, COR_PLACE_CITY}};
    struct world world;
    world_init(&world, one, 1, NULL, 0);
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, NULL);
    cr_expect(is_written(scene, "mmm…"));
    cr_expect_not_null(strstr(note(&world, "name-shortened"), "mmm…"));
    world_finish(&world);
}

Test(map_names, with_letters_no_font_has_are_told)
{
    /* Linear A, U+10600, is in none of the families that maps are set in. */
    static const struct place_row one[] = {
        {"\xf0\x90\x98\x80", 60, 40, COR_PLACE_CITY}};
    struct world world;
    world_init(&world, one, 1, NULL, 0);
    use_fonts("latin_fonts.conf");
    compose(&world, NULL, NULL, 0, NULL);
    cr_expect_str_neq(note(&world, "missing-glyphs"), "");
    world_finish(&world);
}

static uint32_t count_names(enum cor_map_labels labels)
{
    struct world world;
    struct cor_map_options how;
    uint32_t n = 0;
    world_init(&world, place, 3, link, 2);
    cor_map_options_init(&how, &world.scenario);
    how.labels = labels;
    const struct cor_scene *scene =
        compose(&world, basemap(&world), NULL, 0, &how);
    for (uint32_t i = 0, inside = 0; i < scene->n; i++) {
        const struct cor_scene_item *item = &scene->item[i];
        if (item->kind == COR_SCENE_GROUP)
            inside = strstr(item->group.name, "labels") != NULL &&
                     strcmp(item->group.name, "graticule-labels") != 0;
        n += inside && item->kind == COR_SCENE_TEXT;
    }
    world_finish(&world);
    return n;
}

Test(map_names, are_left_out_where_none_are_wanted)
{
    cr_expect_gt(count_names(COR_LABELS_AUTO), 5u);
    cr_expect_geq(count_names(COR_LABELS_ALL), count_names(COR_LABELS_AUTO));
    cr_expect_eq(count_names(COR_LABELS_NONE), 0u);
}

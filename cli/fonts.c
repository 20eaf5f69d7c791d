#include <cli/fonts.h>

#include <stddef.h>

static void *load(void *data)
{
    (void)data;
    cor_fonts_confine();
    return cor_fonts_load();
}

void cli_fonts_begin(struct cli_fonts *fonts)
{
    if (fonts->is_begun)
        return;
    fonts->is_begun = true;
    fonts->has_thread = pthread_create(&fonts->thread, NULL, load, NULL) == 0;
    if (!fonts->has_thread)
        cor_fonts_confine();
}

void cli_fonts_end(struct cli_fonts *fonts)
{
    void *loaded = NULL;
    if (fonts->has_thread && pthread_join(fonts->thread, &loaded) == 0)
        cor_fonts_use(loaded);
    fonts->has_thread = false;
}

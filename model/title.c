#include <corridor/model/title.h>

#include <stddef.h>
#include <string.h>

const char *const cor_languages[COR_N_LANGUAGE] = {"en", "ru", "zh"};

const char *cor_title_in(const char *plain,
                         const struct cor_titles *titles,
                         const char *const *language,
                         uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        for (enum cor_language l = 0; l < COR_N_LANGUAGE; l++)
            if (titles->in[l] != NULL &&
                strcmp(language[i], cor_languages[l]) == 0)
                return titles->in[l];
    return plain;
}

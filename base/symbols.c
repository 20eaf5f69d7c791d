#include <corridor/base/symbols.h>

#include <dlfcn.h>
#include <string.h>

static const char *
first_absent(void *library, const char *const *name, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (dlsym(library, name[i]) == NULL)
            return name[i];
    return NULL;
}

enum cor_status cor_symbols_load(void *out,
                                 const char *what,
                                 const char *file,
                                 const char *const *name,
                                 size_t n,
                                 struct cor_error *err)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == NULL)
        return COR_FAIL(err, COR_UNSUPPORTED, "this needs %s: %s", what,
                        dlerror());
    const char *absent = first_absent(library, name, n);
    for (size_t i = 0; absent == NULL && i < n; i++) {
        void *address = dlsym(library, name[i]);
        memcpy((char *)out + i * sizeof address, &address, sizeof address);
    }
    dlclose(library); /* which does not unload it */
    return absent == NULL
               ? COR_OK
               : COR_FAIL(err, COR_UNSUPPORTED, "this needs %s: %s has no %s",
                          what, file, absent);
}

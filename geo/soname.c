/* Prints the name by which the loader found the library that has a function.
   Run when a build is set up; part of no library. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    Dl_info about;
    void *function = dlsym(RTLD_DEFAULT, FUNCTION);
    if (function == NULL || dladdr(function, &about) == 0)
        return 1;
    const char *slash = strrchr(about.dli_fname, '/');
    return puts(slash != NULL ? slash + 1 : about.dli_fname) < 0;
}

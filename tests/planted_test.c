/* Faults made on purpose: in a sanitized build each must turn its test red, or
   the gate that watches over all other tests is broken. Each is its own run. */
#include <criterion/criterion.h>
#include <limits.h>
#include <stdlib.h>

static void *volatile lost;
static volatile int largest = INT_MAX, beyond = 1;

Test(planted, nothing)
{
    lost = malloc(1);
    free(lost);
}

Test(planted, leak)
{
    lost = malloc(1);
    lost = NULL;
}

Test(planted, overflow)
{
    largest = largest + 1;
}

Test(planted, overrun)
{
    char *byte = malloc(1);
    byte[beyond] = 0;
    lost = byte;
    free(byte);
}

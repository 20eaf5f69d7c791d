#!/bin/sh
# Run a program of a sanitized build and fail when a sanitizer complains.
#
# usage: san-run.sh PROGRAM [ARGUMENT...]
#
# DETECT_LEAKS=0 in the environment leaves leaks alone.
#
# A leak is found when a process ends. By then Criterion has reported its tests
# as passed (Snaipe/Criterion issue 220), and a command may have children whose
# status nobody looks at. So complaints are written to files, and any file that
# is there in the end is a failure, whatever the program said. What gcc finds
# as undefined behaviour is written to stderr all the same; there the process
# is made to stop.
set -u

here=$(cd "$(dirname "$0")" && pwd) || exit 99
complaints=$(mktemp -d) || exit 99
trap 'rm -rf "$complaints"' EXIT
trap 'exit 130' INT TERM

# Joins what the caller has set with what is needed here, which wins.
join()
{
    printf '%s' "${1:+$1:}$2"
}

ASAN_OPTIONS=$(join "${ASAN_OPTIONS-}" "log_path=$complaints/asan:\
detect_leaks=${DETECT_LEAKS-1}:detect_stack_use_after_return=1:strict_string_checks=1:\
check_initialization_order=1")
UBSAN_OPTIONS=$(join "${UBSAN_OPTIONS-}" "log_path=$complaints/ubsan:\
halt_on_error=1:print_stacktrace=1")
LSAN_OPTIONS=$(join "${LSAN_OPTIONS-}" "print_suppressions=0:\
suppressions=$here/lsan.supp")
export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS

status=0
"$@" || status=$?

for file in "$complaints"/*; do
    [ -f "$file" ] || continue
    cat "$file" >&2
    [ "$status" -ne 0 ] || status=1
done
exit "$status"

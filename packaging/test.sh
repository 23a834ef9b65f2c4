#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
source "$root/packaging/lib/common.sh"
source "$root/packaging/lib/packages.sh"
source "$root/packaging/lib/changed.sh"
source "$root/packaging/lib/gates.sh"

usage() {
    cat <<'HELP'
Installs what is missing, then holds Gemmary to every quality gate and tests it.

  packaging/test.sh [OPTION…]

  --quick                  only the dev build with its unit, contract and integration tests
  --only GATE              only this gate; may be given several times
  --all-files              clang-tidy and clazy on everything, not only on what changed
  --long-chaos MINUTES     after its minutes, the chaos gate goes on for so long
  --list                   name the gates
  --help                   this text

What changed is what differs from the commit where this branch left origin/main (GEMMARY_BASE names
another), else from the last commit. A failed gate does not stop the others. What each said is in
build/logs. Ends with 0 when all passed; the last line is "N passed, N failed", gates and tests together.
HELP
}

gate_names() { packages_of "$gates"; }

is_gate() { gate_names | grep -qxF -- "$1"; }

chosen=()
all_files=''
chaos_minutes=''
while (($#)); do
    case $1 in
    -h | --help)
        usage
        exit 0
        ;;
    --list)
        sed '/^$/d' <<<"$gates"
        exit 0
        ;;
    --quick) chosen+=(quick) ;;
    --only)
        is_gate "${2:-}" || die "There is no gate \"${2:-}\"; --list names them."
        chosen+=("$2")
        shift
        ;;
    --all-files) all_files=yes ;;
    --long-chaos)
        [[ ${2:-} =~ ^[1-9][0-9]{0,4}$ ]] || die "--long-chaos takes a number of minutes."
        chaos_minutes=$2
        shift
        ;;
    *) die "Unknown: $1; --help names what there is." ;;
    esac
    shift
done
((${#chosen[@]})) || mapfile -t chosen < <(gate_names)

# The caller's own settings must not reach the tests, nor its language their texts.
unset DATABASE_URL API_URL API_TOKEN GEMINI_API_KEY TEST_WORKER_DELAY_SECONDS TEST_WORKER_FORCE_FAILURE
unset "${!GEMMARY_HOME@}" "${!GEMMARY_SUMMARIZER@}" "${!GEMMARY_MODEL@}" "${!GEMMARY_LOG@}" "${!GEMMARY_PROFILE@}"
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
# A checkout may belong to another account than the one that tests it.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$root

install_packages "$build_packages" "$test_packages"
use_compiler_cache
mkdir -p "$logs"

passed=0
failed=0
summary=()

# run_gate NAME
run_gate() {
    local name=$1 log=$logs/gate-$1.log counts=$logs/gate-$1.counts start=$SECONDS code=0 verdict tests
    : >"$counts"
    printf '%-9s ' "$name"
    set +e # a subshell inside a condition would ignore errors
    (
        set -e
        "gate_$name"
    ) >"$log" 2>&1 </dev/null
    code=$?
    set -e
    tests=$(awk '{ good += $1; bad += $2 } END { print good + 0, bad + 0 }' "$counts")
    passed=$((passed + ${tests% *}))
    failed=$((failed + ${tests#* }))
    case $code in
    0) verdict=passed passed=$((passed + 1)) ;;
    "$skipped") verdict="skipped: $(tail -n 1 "$log")" ;;
    *) verdict=FAILED failed=$((failed + 1)) ;;
    esac
    [[ $tests == '0 0' ]] || verdict="$verdict, tests: ${tests% *} passed, ${tests#* } failed"
    printf '%4d s  %s\n' $((SECONDS - start)) "$verdict"
    summary+=("$(printf '%-9s %4d s  %s' "$name" $((SECONDS - start)) "$verdict")")
    if ((code != 0 && code != skipped)); then
        grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | tail -n 100 | cut -c 1-400 | sed 's/^/    /'
        printf '    (all of it: %s)\n' "$log"
    fi
}

for gate in "${chosen[@]}"; do
    run_gate "$gate"
done

printf '\n'
printf '%s\n' "${summary[@]}"
printf 'all       %4d s\n\n' "$SECONDS"
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))

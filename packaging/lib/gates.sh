# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2016,SC2034,SC2154
# The quality gates: one function each, run by test.sh in a subshell with `set -e`. A gate adds its tests
# to $counts ("passed failed" a line); it leaves with 0, with $skipped, or with anything else: failed.

skipped=77

# name | what it holds
gates='
checks   | the checks of tests/lint find what they are there to find
format   | C++ is laid out by clang-format
layers   | rooms include only what the design lets them
sizes    | files and functions have a readable size
text     | licences, no place of one machine, nothing left for later, no text without its Spanish, a cluster of what is there
sql      | SQL means the same in every database
shell    | shell scripts pass shellcheck
dev      | builds with clang without a warning; all tests
desktop  | the window on a screen of its own, used as people use it
headless | the command line builds alone and links no GUI
asan     | all tests under AddressSanitizer and UndefinedBehaviorSanitizer
tsan     | pipeline, store and what the threads of providers share under ThreadSanitizer, without suppressions
gcc      | builds with g++ without a warning; unit tests
tidy     | clang-tidy on what changed
clazy    | clazy on what changed
providers | official clients take our test provider for one, and a real llama.cpp server is one; npm fetches both
chaos    | processes are killed for a minute and nothing is lost
'

# run_ctest FOLDER OPTION…
run_ctest() {
    local folder=$root/build/$1 code=0
    shift
    ctest --test-dir "$folder" --parallel "$(parallel_jobs)" --output-on-failure --no-tests=error "$@" || code=$?
    count_tests "$code" "$folder/Testing/Temporary/LastTest.log" >>"$counts"
    return "$code"
}

# Test functions, as Qt Test adds them up; a program that says nothing about its own counts as one.
count_tests() {
    awk -v code="$1" '
        function finish() {
            if (!open) return
            passed += totals ? good : ok
            failed += totals && bad ? bad : !ok
            open = 0
        }
        /^[0-9]+\/[0-9]+ Test: / { finish(); open = 1; totals = good = bad = ok = 0 }
        /^Totals: [0-9]+ passed, [0-9]+ failed/ { totals = 1; good += $2; bad += $4 }
        /^Test Passed\.$/ { ok = 1 }
        END { finish(); if (code && !failed) failed = 1; print passed + 0, failed + 0 }' "$2"
}

# test_names FOLDER LABEL
test_names() { ctest --test-dir "$root/build/$1" -N -L "^$2\$" | awk '$1 == "Test" && $2 ~ /^#/ { print $NF }'; }

sources() {
    local places=() place
    for place in engine report app ui tests; do
        [[ -d $root/$place ]] && places+=("$root/$place")
    done
    find "${places[@]}" \( -name '*.h' -o -name '*.cpp' \) -not -path "$root/tests/data/*" "$@"
}

gate_checks() {
    local log
    log=$(python3 "$root/tests/lint/test_lint.py" 2>&1) || { printf '%s\n' "$log"; return 1; }
    printf '%s\n' "$log"
    awk '/^Ran [0-9]+ test/ { print $2, 0 }' <<<"$log" >>"$counts"
}

gate_format() {
    local offenders
    offenders=$(sources -print0 | xargs -0 -P "$(parallel_jobs)" -n 16 bash -c '
        for file; do
            clang-format --dry-run -Werror "$file" 2>/dev/null || printf "%s\n" "${file#"$0"/}"
        done' "$root" | sort)
    [[ -z $offenders ]] && return 0
    printf 'Not laid out by clang-format. This does it:\n\n  clang-format -i %s\n' "$(tr '\n' ' ' <<<"$offenders")"
    return 1
}

gate_layers() { python3 "$root/tests/lint/check_layers"; }
gate_sizes() { python3 "$root/tests/lint/check_sizes"; }
gate_text() {
    python3 "$root/tests/lint/check_text"
    python3 "$root/tests/lint/check_translations"
    desktop-file-validate "$root"/packaging/desktop/*.desktop
    appstreamcli validate --no-net "$root"/packaging/desktop/*.metainfo.xml
    python3 "$root/tests/lint/check_cluster"
}
gate_sql() {
    python3 "$root/tests/lint/check_sql"
    python3 "$root/tests/lint/check_cockroach"
}

gate_shell() {
    cd "$root" || return
    git ls-files -z --cached --others --exclude-standard |
        xargs -0 grep -lIE '^#!.*\b(ba)?sh\b|^# shellcheck shell=' -- | sort -u | xargs -d '\n' shellcheck
}

gate_dev() {
    configure dev
    build dev
    run_ctest dev -LE '^(long|chaos|desktop|providers)$'
}

gate_desktop() {
    configure dev
    build dev
    # Mouse and keys go by the clock: on a busy machine a test may have another try.
    ctest --test-dir "$root/build/dev" -L '^desktop$' --repeat until-pass:3 --output-on-failure --no-tests=error
    printf '%d 0\n' "$(test_names dev desktop | wc -l)" >>"$counts"
}

gate_quick() {
    configure dev
    build dev
    run_ctest dev -L '^(unit|contract|integration|ui)$' -LE '^(long|chaos)$'
}

gate_headless() {
    local program=$root/build/headless/bin/gemmary-cli linked
    # How fast it is does not matter here, how long it takes to build does.
    configure headless headless -DCMAKE_CXX_FLAGS_RELEASE='-O0 -DNDEBUG'
    build headless gemmary-cli
    linked=$(ldd "$program")
    printf '%s\n' "$linked"
    if grep -E 'not found|libQt6(Gui|Widgets|Charts|Svg|OpenGL|PrintSupport|Quick|Qml)' <<<"$linked"; then
        say "gemmary-cli must link none of these."
        return 1
    fi
    "$program" --help >/dev/null
}

gate_asan() {
    configure asan
    build asan
    ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1 \
        UBSAN_OPTIONS=print_stacktrace=1 run_ctest asan -LE '^(long|chaos|desktop|providers)$'
}

gate_tsan() {
    local names
    configure tsan
    mapfile -t names < <(test_names tsan tsan)
    if ((${#names[@]} == 0)); then
        say "No test has the label tsan; those of pipeline and store must."
        return 1
    fi
    build tsan "${names[@]}"
    TSAN_OPTIONS=second_deadlock_stack=1:history_size=4 run_ctest tsan -L '^tsan$' -LE '^(long|chaos)$'
}

gate_gcc() {
    local names
    configure gcc
    mapfile -t names < <(test_names gcc unit)
    build gcc gemmary gemmary-cli "${names[@]}"
    run_ctest gcc -L '^unit$' -LE '^(long|chaos)$'
}

# Analysers read no precompiled headers of another program, and need the .moc files that tests include;
# those are made here without the libraries that their targets wait for.
prepare_analysis() {
    configure dev analysis -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
    # New files since then: what ninja would do before it builds.
    cmake "$root/build/analysis" >/dev/null
    find "$root/build/analysis" -name AutogenInfo.json -print0 |
        xargs -0 -P "$(parallel_jobs)" -I INFO cmake -E cmake_autogen INFO ''
}

# analyse LIMIT COMMAND…: runs COMMAND on each unit that shows a changed file, at most LIMIT of them.
analyse() {
    local limit=$1 base='' units
    shift
    [[ -n $all_files ]] || base=$(base_commit)
    units=$(changed_sources "$base" | units_showing analysis)
    if [[ -z $units ]]; then
        say "No source changed since ${base:0:12}."
        return 0
    fi
    mapfile -t units <<<"$units"
    if [[ -n $base ]]; then
        say "${#units[@]} files to analyse, changed since ${base:0:12}"
    else
        say "${#units[@]} files to analyse, the whole project"
    fi
    if [[ -z $all_files ]] && ((${#units[@]} > limit)); then
        say "Only $limit of them, others with the next commit; --all-files takes all."
        mapfile -t units < <(printf '%s\n' "${units[@]}" |
            shuf -n "$limit" --random-source=<(yes "$(git -C "$root" rev-parse HEAD)"))
    fi
    cd "$root" || return
    # Each file's findings stay together; "warnings generated" of system headers are no findings.
    printf '%s\0' "${units[@]}" | xargs -0 -P "$(parallel_jobs)" -I FILE bash -c '
        file=$1
        shift
        output=$("$@" "$file" 2>&1) && exit 0
        grep -vE "^[0-9]+ (warnings?|errors?)( and [0-9]+ errors?)? (generated|treated as errors?)" <<<"$output"
        exit 1' analyse FILE "$@"
}

gate_tidy() {
    prepare_analysis
    analyse 50 clang-tidy --quiet -p "$root/build/analysis"
}

# level1, but for: qhash-namespace asks for qHash outside of the namespace in which it is looked up.
gate_clazy() {
    prepare_analysis
    analyse 1000 clazy-standalone --checks=level1,no-qhash-namespace -p "$root/build/analysis" \
        --header-filter="^$root/(engine|report|app|ui|tests)/" --ignore-dirs='/(usr|build)/'
}

gate_providers() {
    if ! command -v npm >/dev/null; then
        say "npm is not there."
        return "$skipped"
    fi
    configure dev
    build dev gemmary-cli tst_realprovider
    run_ctest dev -L '^providers$'
}

gate_chaos() {
    configure dev
    if [[ -z $(test_names dev chaos) ]]; then
        say "No test has the label chaos."
        return "$skipped"
    fi
    build dev
    run_ctest dev -L '^chaos$'
    [[ -n $chaos_minutes ]] || return 0
    # ctest would stop it at its time limit. The seed that it names repeats the run.
    GEMMARY_CLI=$root/build/dev/bin/gemmary-cli GEMMARY_CHAOS_WORKER=$root/build/dev/bin/chaosworker \
        python3 "$root/tests/chaos/chaos.py" --seconds $((chaos_minutes * 60))
    printf '1 0\n' >>"$counts"
}

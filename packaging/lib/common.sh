# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# What run.sh and test.sh share: where things are, talk, logs, compiler cache, configure and build.
# Sourced by them; needs `root`, the repository's folder.

logs=$root/build/logs

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# Runs a command quietly into build/logs/NAME.log; shows the end of the log when it fails.
logged() {
    local log=$logs/$1.log
    shift
    mkdir -p "$logs"
    "$@" >"$log" 2>&1 </dev/null && return 0
    local code=$?
    say "This failed (everything it said is in $log):"
    tail -n 40 "$log" >&2
    return "$code"
}

# Objects are shared by all build folders and survive a deleted build folder.
use_compiler_cache() {
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    local folder=${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/ccache}
    # A build account may have no home: ccache would then fail every compilation.
    if ! mkdir -p "$folder" 2>/dev/null || [[ ! -w $folder ]]; then
        export CCACHE_DIR=$root/build/ccache
    fi
}

# One compiler a core, but no more than the free memory carries: one needs up to 700 MB.
parallel_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ {print int($2 / 716800)}' /proc/meminfo 2>/dev/null)
    if [[ -n $memory ]] && ((memory < cores)); then
        cores=$((memory > 0 ? memory : 1))
    fi
    printf '%s\n' "${CMAKE_BUILD_PARALLEL_LEVEL:-$cores}"
}

# configure PRESET [FOLDER [OPTION…]]: does nothing when it is done; ninja itself sees changed CMakeLists.
configure() {
    local preset=$1 folder=$root/build/${2:-$1} fresh=()
    shift $(($# > 1 ? 2 : 1))
    if [[ -f $folder/build.ninja ]] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        [[ $folder/build.ninja -nt $root/CMakePresets.json ]] && return 0
    elif [[ -e $folder/CMakeCache.txt ]]; then
        fresh=(--fresh) # left half done, or copied along with the sources from another place
    fi
    cmake -S "$root" -B "$folder" --preset "$preset" "${fresh[@]}" "$@"
}

# build FOLDER [TARGET…]
build() {
    local folder=$root/build/$1
    shift
    cmake --build "$folder" --parallel "$(parallel_jobs)" ${1:+--target "$@"}
}

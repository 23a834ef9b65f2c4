# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Which files changed, and which translation units show them to an analyser. Sourced by test.sh.

# The commit that this work is compared with; nothing when the history holds none (a clone of depth 1).
base_commit() {
    local head branch base
    if [[ -n ${GEMMARY_BASE:-} ]]; then
        git -C "$root" rev-parse --verify --quiet "$GEMMARY_BASE^{commit}" || die "GEMMARY_BASE is no commit here."
        return 0
    fi
    head=$(git -C "$root" rev-parse --verify --quiet HEAD) || return 0
    for branch in origin/HEAD origin/main; do
        base=$(git -C "$root" merge-base "$branch" HEAD 2>/dev/null) || continue
        [[ $base == "$head" ]] && continue # already merged: the last commit is what changed
        printf '%s\n' "$base"
        return 0
    done
    git -C "$root" rev-parse --verify --quiet HEAD~1 || true
}

# Sources of the program and its tests, one a line: all with an empty base, else what differs from it,
# changes that are not committed yet included.
changed_sources() {
    local base=$1
    {
        if [[ -n $base ]]; then
            git -C "$root" diff --name-only --diff-filter=d "$base" --
        else
            git -C "$root" ls-files
        fi
        git -C "$root" ls-files --others --exclude-standard
    } | awk '/^(engine|report|app|ui|tests)\/.*\.(h|cpp)$/' | sort -u
}

# What the build in a folder compiles, below the repository, one a line.
compiled_units() {
    sed -n "s|^ *\"file\": \"$root/\(.*\)\",\{0,1\}$|\1|p" "$root/build/$1/compile_commands.json" |
        awk '/^(engine|report|app|ui|tests)\/.*\.cpp$/' | sort -u
}

# units_showing FOLDER: reads sources, writes the units to analyse. A header is seen through the .cpp of
# its name, else through one that includes it.
units_showing() {
    local units source unit
    units=$(compiled_units "$1")
    while read -r source; do
        if [[ $source == *.h ]]; then
            unit=${source%.h}.cpp
            if ! grep -qxF -- "$unit" <<<"$units"; then
                # shellcheck disable=SC2086 # names of sources hold no blanks
                unit=$(cd "$root" && grep -lE "#include \".*\b$(basename "$source")\"" $units | head -n 1) || true
            fi
        else
            unit=$source
        fi
        if grep -qxF -- "$unit" <<<"$units"; then
            printf '%s\n' "$unit"
        else
            say "No program is built from $source: not analysed."
        fi
    done | sort -u
}

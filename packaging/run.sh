#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)
source "$root/packaging/lib/common.sh"
source "$root/packaging/lib/packages.sh"

usage() {
    cat <<'HELP'
Installs what is missing, builds Gemmary and processes folders with it.

  packaging/run.sh --window [PATH…]     in its window
  packaging/run.sh [PATH…] [OPTION…]    in the terminal

  PATH      folders and files to process; without one, the samples in resources/samples
  OPTION    anything that `gemmary-cli run` takes, such as --json or --top 10; it is passed on
  --        everything after this is passed on, even --help
  --help    this text

Packages come from Debian 12 by apt, with sudo where you are not root. The first build takes a few
minutes; later runs start at once and need no network. Results go to standard output, everything
else to standard error. The exit code is the program's (0 done, 3 done but some documents could not
be read, 2 wrong usage; the rest: build/release/bin/gemmary-cli help exit-codes).
HELP
}

# names_a_path ARGUMENT…: whether one is a path. What follows an option is its value unless it exists.
names_a_path() {
    local argument previous=''
    for argument in "$@"; do
        case $argument in
        --) previous='' ;;
        -?*) previous=$argument ;;
        *)
            [[ $previous == '' || -e $argument ]] && return 0
            previous=''
            ;;
        esac
    done
    return 1
}

arguments=()
window=''
while (($#)); do
    case $1 in
    --window)
        window=yes
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    --)
        shift
        arguments+=("$@")
        break
        ;;
    *)
        arguments+=("$1")
        shift
        ;;
    esac
done
[[ -n $window ]] || names_a_path "${arguments[@]}" || arguments=("$root/resources/samples" "${arguments[@]}")

install_packages "$build_packages"
use_compiler_cache
name=gemmary-cli
[[ -z $window ]] || name=gemmary
program=$root/build/release/bin/$name
if [[ -x $program ]]; then
    say "Building what changed…"
else
    say "Building… (the first time takes a few minutes)"
fi
logged configure-release configure release || die "The build could not be set up."
logged build-release build release "$name" || die "The build failed."

[[ -z $window ]] || exec "$program" "${arguments[@]}"
exec "$program" run "${arguments[@]}"

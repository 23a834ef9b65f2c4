#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds llama.cpp's server from the sources that npm's package node-llama-cpp carries, once for each version, and says
# where the program is. About six minutes on two cores; needs git, cmake, ninja, a C++ compiler, and npm with its registry.
#
#   tests/providers/llamaserver.sh
set -euo pipefail

version=3.22.1
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/gemmary/llama-$version
program=$cache/llama-server

fail() {
    echo "llama-server could not be built: $1" >&2
    exit 1
}

[[ -x $program ]] && echo "$program" && exit 0
for tool in npm git cmake ninja; do
    command -v "$tool" >/dev/null || fail "$tool is not there."
done
mkdir -p "$cache"
folder=$(mktemp -d "$cache/build.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm pack --silent "node-llama-cpp@$version" >/dev/null || fail "npm could not fetch its sources; is its registry reachable?"
tar -xzf ./node-llama-cpp-*.tgz package/llama/gitRelease.bundle
git clone --quiet package/llama/gitRelease.bundle source || fail "the sources are not as expected."
{
    cmake -S source -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DLLAMA_CURL=OFF \
        -DLLAMA_OPENSSL=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_UI=OFF \
        -DLLAMA_BUILD_MTMD=OFF -DLLAMA_BUILD_SERVER=ON &&
        ninja -C build -j "$(nproc)" llama-server
} >"$cache/build.log" 2>&1 || {
    tail -n 30 "$cache/build.log" >&2
    fail "see above, and all of it in $cache/build.log."
}
mv build/bin/llama-server "$program"
echo "$program"

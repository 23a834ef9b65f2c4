#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the providers' own clients into FOLDER, as the lock file says, and holds the fake provider to them.
#
#   tests/providers/run.sh FOLDER PYTHON
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
folder=$1
python=$2

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "This needs node 20 and npm; they are not there." >&2
    exit 1
fi
mkdir -p "$folder"
cp "$here"/{package.json,package-lock.json,clients.mjs} "$folder"
cd "$folder"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || {
    echo "npm could not install the providers' clients; is its registry reachable?" >&2
    exit 1
}
exec node clients.mjs "$python" "$here/../support/fakeprovider.py"

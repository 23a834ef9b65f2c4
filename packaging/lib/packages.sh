# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# The one list of Debian 12 packages that Gemmary is built and tested with, and how missing ones get installed.
# Sourced by run.sh and test.sh, after common.sh.

# package | why
build_packages='
cmake              | configures the build
ninja-build        | runs the build
ccache             | makes the second build quick
clang              | the compiler
lld                | links many test programs quickly
pkgconf            | finds the libraries that have no CMake file
qt6-base-dev       | QtCore, QtConcurrent, QtTest; the window: QtWidgets, QtNetwork, QtDBus, QtPrintSupport
qt6-charts-dev     | the live charts
libqt6opengl6-dev  | QtCharts'\'' CMake file asks for it
libgl-dev          | and so does that of QtGui
qt6-svg-dev        | icons in the palette'\''s colours, charts as SVG
qt6-tools-dev      | CMake'\''s side of translations
qt6-tools-dev-tools | lupdate
qt6-l10n-tools     | lrelease
qt6-translations-l10n | Qt'\''s own texts in Spanish
libsqlite3-dev     | the local store
libpq-dev          | the shared store, whose time limits and pipelines QPSQL does not offer
libicu-dev         | Unicode data, converters, word and sentence boundaries
libuchardet-dev    | guesses encodings
libsimdjson-dev    | checks UTF-8 and reads uploads at memory speed
libzstd-dev        | compresses word tables and stored content
libssl-dev         | SHA-256 with the processor'\''s own instructions
libexpected-dev    | errors as values
libboost1.81-dev   | Beast, whose parser reads HTTP requests; headers only
qtkeychain-qt6-dev | keys in the keyring of the system
libsecret-1-0      | what QtKeychain asks the Secret Service with, loaded when the program runs
libcli11-dev       | command lines with help and suggestions
'

test_packages='
g++                | the second compiler
libclang-rt-14-dev | run-time of AddressSanitizer, UndefinedBehaviorSanitizer, ThreadSanitizer
llvm               | turns the addresses in their reports into lines of source
clang-format       | layout check
clang-tidy         | static analysis
clazy              | static analysis that knows Qt
xvfb               | the screen that the window is tested on
xauth              | and its key
openbox            | a window manager: focus, activation, minimising
xdotool            | mouse and keyboard for it
x11-utils          | what windows there are
imagemagick        | screenshots
dbus-x11           | a session bus of its own for notifications and accessibility
mandoc             | reads the manual pages
zsh                | one of the shells that complete commands
fish               | another
gnome-keyring      | a keyring of its own for the tests of keys
at-spi2-core       | the accessibility bus
postgresql         | the server that stands in for CockroachDB
python3-psycopg2   | looks into a database on a server past the code under test
curl               | the client of the REST listener that is not ours
python3-jsonschema | holds the REST listener'\''s answers to its OpenAPI document
openssl            | certificates for its tests
faketime           | machines whose clock is wrong, in the chaos test
python3-dbusmock   | stands in for a desktop'\''s notifications and sleep in tests
python3-pyatspi    | walks what a screen reader would hear
fonts-inter        | the font of the screenshots
fonts-droid-fallback | Chinese, Japanese, Korean in them
poppler-utils      | reads the PDF reports back
desktop-file-utils | checks the desktop entry
appstream          | checks the metainfo
shellcheck         | static analysis of shell scripts
python3            | the checks in tests/lint and the tests that are written in it
python3-yaml       | reads the manifests of the cluster for check_cluster
python3-icu        | dictionary words in the independent reference of the counters
'

# Names of a list, one a line.
packages_of() { awk -F'|' 'NF > 1 { gsub(/[ \t]/, "", $1); print $1 }' <<<"$1"; }

# missing_packages NAME…: those that are not installed, one a line.
missing_packages() {
    local installed name
    # dpkg-query fails when it knows nothing of one of them: that is what is asked here.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        grep -qxF -- "$name installed" <<<"$installed" || printf '%s\n' "$name"
    done
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@"; }

apt_install() { apt_get update && apt_get install --no-install-recommends "$@"; }

# install_packages LIST…: installs what is missing of these lists; touches neither network nor root when nothing is.
install_packages() {
    local names advice missing
    mapfile -t names < <(packages_of "$*")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian system; these must be there under their names here: ${names[*]}"
        return 0
    fi
    missing=$(missing_packages "${names[@]}")
    [[ -n $missing ]] || return 0
    mapfile -t missing <<<"$missing"

    say "Installing ${#missing[@]} packages: ${missing[*]}"
    advice="As root, run:
  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        die "That needs root, and there is no sudo here. $advice"
    fi
    if ((EUID != 0)) && ! sudo -n true 2>/dev/null; then
        say "sudo asks for your password to install them."
        sudo -v || die "Without it nothing can be installed. $advice"
    fi
    logged packages apt_install "${missing[@]}" || die "The packages could not be installed."
}

# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of gemmary-cli for bash: the program itself says what may come next.
_gemmary_cli() {
    local answer line
    COMPREPLY=()
    # Its last line says whether names of files may come, too.
    answer=$("$1" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return 0
    while IFS= read -r line; do
        case $line in
        :files) compopt -o default ;;
        :*) ;;
        *) COMPREPLY+=("$(printf '%q' "${line%%$'\t'*}")") ;;
        esac
    done <<<"$answer"
}
complete -F _gemmary_cli gemmary-cli

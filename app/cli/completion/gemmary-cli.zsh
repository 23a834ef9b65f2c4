#compdef gemmary-cli
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of gemmary-cli for zsh: the program itself says what may come next.
_gemmary_cli() {
    local line word files=
    local -a found
    # Its last line says whether names of files may come, too.
    while IFS= read -r line; do
        case $line in
        :files) files=yes ;;
        :*) ;;
        *)
            word=${line%%$'\t'*}
            if [[ $line == *$'\t'* ]]; then
                found+=("${word//:/\\:}:${line#*$'\t'}")
            else
                found+=("${word//:/\\:}")
            fi
            ;;
        esac
    done < <("${words[1]}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    (($#found)) && _describe -V gemmary-cli found
    [[ -n $files ]] && _files
    return 0
}
if [[ $funcstack[1] == _gemmary* ]]; then
    _gemmary_cli "$@"
else
    compdef _gemmary_cli gemmary-cli
fi

# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of gemmary-cli for fish: the program itself says what may come next.
function __gemmary_cli_complete
    set -l typed (commandline -opc) (commandline -ct)
    # Its last line says whether names of files may come, too.
    for line in ($typed[1] __complete -- $typed[2..] 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c gemmary-cli -f -a '(__gemmary_cli_complete)'

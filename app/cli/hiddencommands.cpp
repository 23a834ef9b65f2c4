// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hiddencommands.h"

#include "cli/commandtable.h"
#include "cli/exitcodes.h"
#include "cli/manpages.h"

namespace Gemmary {

namespace {

int complete(const std::vector<std::string> &arguments, const CLI::App &app, const Terminal &terminal,
             const ProcessNames &processes)
{
    QStringList words;
    for (std::size_t i = 2; i < arguments.size(); ++i) // behind "--"
        words.append(QString::fromStdString(arguments[i]));
    const Candidates candidates = completed(commandTable(app), words, processes);
    for (const Candidate &one : candidates.words)
        terminal.print(one.help.isEmpty() ? printable(one.word)
                                          : printable(one.word) + QLatin1Char('\t') + printable(one.help));
    terminal.print(candidates.files ? QStringLiteral(":files") : QStringLiteral(":"));
    return ExitOk;
}

int printPage(const std::string &name, const CLI::App &app, const Terminal &terminal)
{
    if (name == "gemmary-cli.1")
        terminal.text(commandLinePage(commandTable(app)));
    else if (name == "gemmary.1")
        terminal.text(windowPage());
    else if (name == "gemmary.conf.5")
        terminal.text(settingsPage());
    else
        return ExitUsage;
    return ExitOk;
}

} // namespace

std::optional<int> runHidden(const std::vector<std::string> &arguments, const CLI::App &app,
                             const Terminal &terminal, const ProcessNames &processes)
{
    if (arguments.size() >= 2 && arguments[0] == "__complete")
        return complete(arguments, app, terminal, processes);
    if (arguments.size() == 2 && arguments[0] == "__man")
        return printPage(arguments[1], app, terminal);
    return std::nullopt;
}

} // namespace Gemmary

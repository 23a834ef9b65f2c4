// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manpages.h"

#include "cli/helptexts.h"
#include "cli/roff.h"
#include "settings/settingstable.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ManPages)
};

QString valueText(const OptionRow &row)
{
    return row.choices.isEmpty() ? row.value : row.choices.join(QLatin1Char('|'));
}

QString operandText(const OptionRow &row)
{
    const QString text = row.value + (row.isRepeatable ? QStringLiteral("…") : QString());
    return row.isRequired ? text : QLatin1Char('[') + text + QLatin1Char(']');
}

QString optionText(const OptionRow &row)
{
    const QString names = row.names.join(QStringLiteral(", "));
    return row.takesValue() ? names + QLatin1Char(' ') + valueText(row) : names;
}

// Whether every command but help has the option: it is explained once, for all.
bool isCommon(const std::vector<CommandRow> &table, const OptionRow &option)
{
    return std::ranges::all_of(table, [&](const CommandRow &command) {
        return command.name == QLatin1StringView("help") ||
               std::ranges::any_of(command.options,
                                   [&](const OptionRow &row) { return row.name == option.name; });
    });
}

void addCommand(Roff &roff, const std::vector<CommandRow> &table, const CommandRow &command)
{
    QString title = command.name;
    for (const OptionRow &operand : command.operands)
        title += QLatin1Char(' ') + operandText(operand);
    roff.subsection(title);
    roff.paragraph(command.summary + QLatin1Char('.'));
    for (const OptionRow &operand : command.operands)
        roff.entry(valueText(operand), operand.help);
    for (const OptionRow &option : command.options) {
        if (!isCommon(table, option))
            roff.entry(optionText(option), option.help);
    }
}

void addFiles(Roff &roff)
{
    roff.section(Tr::tr("FILES"));
    roff.entry(QStringLiteral("~/.local/share/gemmary/gemmary.db"),
               Tr::tr("Every process and its results. GEMMARY_HOME or --store puts it elsewhere."));
    roff.entry(QStringLiteral("~/.local/share/gemmary/gemmary.log"),
               Tr::tr("The log, one JSON object a line; see gemmary-cli log."));
    roff.entry(QStringLiteral("~/.config/gemmary/gemmary.conf"), Tr::tr("Settings; see gemmary.conf(5)."));
}

} // namespace

QString commandLinePage(const std::vector<CommandRow> &table)
{
    Roff roff(QStringLiteral("gemmary-cli"), 1, Tr::tr("count, analyse and summarise documents"));
    roff.section(Tr::tr("SYNOPSIS"));
    roff.synopsis(QStringLiteral("gemmary-cli"), Tr::tr("COMMAND [OPTION…] [OPERAND…]"));
    roff.section(Tr::tr("DESCRIPTION"));
    roff.verbatim(introductionText());
    roff.paragraph(footerText());
    roff.section(Tr::tr("COMMANDS"));
    for (const CommandRow &command : table)
        addCommand(roff, table, command);
    roff.section(Tr::tr("OPTIONS OF EVERY COMMAND"));
    for (const OptionRow &option : table.front().options) {
        if (isCommon(table, option))
            roff.entry(optionText(option), option.help);
    }
    roff.section(Tr::tr("EXIT STATUS"));
    roff.verbatim(exitCodesText());
    roff.section(Tr::tr("ENVIRONMENT"));
    roff.verbatim(environmentText());
    addFiles(roff);
    roff.section(Tr::tr("SEE ALSO"));
    roff.paragraph(QStringLiteral("gemmary(1), gemmary.conf(5)"));
    return roff.page();
}

QString windowPage()
{
    Roff roff(QStringLiteral("gemmary"), 1, Tr::tr("a window on counted and summarised documents"));
    roff.section(Tr::tr("SYNOPSIS"));
    roff.synopsis(QStringLiteral("gemmary"), Tr::tr("[OPTION…] [PATH…]"));
    roff.section(Tr::tr("DESCRIPTION"));
    roff.paragraph(Tr::tr("Shows processes and begins new ones with the folders and files that are named, or "
                          "dropped on it. A second start hands its paths to the first. It works on the same "
                          "store as gemmary-cli(1)."));
    roff.section(Tr::tr("OPTIONS"));
    roff.entry(QStringLiteral("-h, --help"), Tr::tr("Explain the options, Qt's with --help-all."));
    roff.entry(QStringLiteral("-v, --version"), Tr::tr("Print the version."));
    addFiles(roff);
    roff.section(Tr::tr("SEE ALSO"));
    roff.paragraph(QStringLiteral("gemmary-cli(1), gemmary.conf(5)"));
    return roff.page();
}

QString settingsPage()
{
    Roff roff(QStringLiteral("gemmary.conf"), 5, Tr::tr("settings of Gemmary"));
    roff.section(Tr::tr("DESCRIPTION"));
    roff.paragraph(Tr::tr("Lines of KEY=VALUE; blanks around them, export in front, quotes around the value "
                          "and comments behind # are understood, and the last line with a key counts. "
                          "Options of the command line win over the environment, over .env in the current "
                          "folder, over the user's file, over the system's."));
    roff.paragraph(Tr::tr("gemmary-cli config shows and changes the user's file, and says which place a "
                          "value comes from."));
    roff.section(Tr::tr("SETTINGS"));
    const Settings defaults;
    for (const SettingRow &row : settingRows()) {
        const QString normal = settingText(defaults, row);
        const QString expected = expectedText(row);
        roff.entry(
            QString::fromLatin1(row.key),
            expected.at(0).toUpper() + expected.mid(1) +
                (normal.isEmpty() ? QStringLiteral(".") : Tr::tr("; %1 when nobody says.").arg(normal)));
    }
    roff.section(Tr::tr("FILES"));
    roff.entry(QStringLiteral(".env"), Tr::tr("Of the folder that a program is started in."));
    roff.entry(QStringLiteral("~/.config/gemmary/gemmary.conf"), Tr::tr("The user's; for its owner only."));
    roff.entry(QStringLiteral("/etc/gemmary/gemmary.conf"), Tr::tr("The system's."));
    roff.section(Tr::tr("SEE ALSO"));
    roff.paragraph(QStringLiteral("gemmary-cli(1), gemmary(1)"));
    return roff.page();
}

} // namespace Gemmary

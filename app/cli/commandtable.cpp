// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandtable.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace Gemmary {

namespace {

// The parser writes a type as "TEXT:{a,b}", "FILE", "INT:INT in [1 - 256]".
QStringList choicesOf(const QString &type)
{
    const auto from = type.indexOf(QLatin1Char('{'));
    const auto to = type.indexOf(QLatin1Char('}'));
    return from < 0 || to < from ? QStringList() : type.mid(from + 1, to - from - 1).split(QLatin1Char(','));
}

QString valueOf(const QString &type)
{
    const QString word = type.left(type.indexOf(QLatin1Char(':')));
    return word.startsWith(QLatin1StringView("INT")) || word.startsWith(QLatin1StringView("UINT"))
               ? QStringLiteral("N")
               : word;
}

} // namespace

OptionRow optionRow(const CLI::Option &option)
{
    OptionRow row;
    row.name = option.get_name();
    const QString type = QString::fromStdString(option.get_type_name());
    if (option.get_positional()) {
        row.value = QString::fromStdString(option.get_name(true));
    } else {
        for (const std::string &name : option.get_snames())
            row.names.append(QLatin1Char('-') + QString::fromStdString(name));
        for (const std::string &name : option.get_lnames())
            row.names.append(QStringLiteral("--") + QString::fromStdString(name));
        if (option.get_items_expected_max() > 0)
            row.value = valueOf(type);
    }
    row.choices = choicesOf(type);
    row.help = QString::fromStdString(option.get_description());
    row.isRequired = option.get_required();
    row.isRepeatable = option.get_items_expected_max() > 1;
    return row;
}

std::vector<CommandRow> commandTable(const CLI::App &app)
{
    std::vector<CommandRow> table;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        if (command->get_group().empty()) // hidden
            continue;
        CommandRow row{QString::fromStdString(command->get_name()),
                       QString::fromStdString(command->get_description()),
                       {},
                       {}};
        for (const CLI::Option *option : command->get_options()) {
            OptionRow one = optionRow(*option);
            (one.isOperand() ? row.operands : row.options).push_back(std::move(one));
        }
        table.push_back(std::move(row));
    }
    return table;
}

} // namespace Gemmary

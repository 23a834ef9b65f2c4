// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Gemmary {

// The commands as the parser has them, for whoever explains or completes them: manual pages, completion.

struct OptionRow
{
    std::string name;    // of the parser's option, the same in every command
    QStringList names;   // "-q", "--quiet"; empty: an operand
    QString value;       // what goes there: "FILE", "N", "TEXT"; empty: nothing does
    QStringList choices; // the words that `value` is one of; empty: any
    QString help;
    bool isRequired = false;
    bool isRepeatable = false;

    [[nodiscard]] bool isOperand() const { return names.isEmpty(); }
    [[nodiscard]] bool takesValue() const { return !value.isEmpty(); }
};

struct CommandRow
{
    QString name;
    QString summary;
    std::vector<OptionRow> options; // every command's --help among them
    std::vector<OptionRow> operands;
};

[[nodiscard]] OptionRow optionRow(const CLI::Option &option);
[[nodiscard]] std::vector<CommandRow> commandTable(const CLI::App &app); // without the hidden ones

} // namespace Gemmary

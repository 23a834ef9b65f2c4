// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include <QFile>

#include <algorithm>

// Resources of a static library have to be asked for, outside of any namespace.
static void loadScripts()
{
    Q_INIT_RESOURCE(completion);
}

namespace Gemmary {

namespace {

const OptionRow *optionNamed(const CommandRow &command, const QString &name)
{
    const auto option =
        std::ranges::find_if(command.options, [&](const OptionRow &row) { return row.names.contains(name); });
    return option == command.options.end() ? nullptr : &*option;
}

// What is typed in the place of a value or an operand.
void addValues(const OptionRow &row, const ProcessNames &processes, bool removed, Candidates &candidates)
{
    for (const QString &choice : row.choices)
        candidates.words.push_back({choice, {}});
    if (row.value == QLatin1StringView("ID")) {
        const auto names = processes(removed);
        candidates.words.insert(candidates.words.end(), names.begin(), names.end());
    }
    candidates.files = row.choices.isEmpty() &&
                       (row.value == QLatin1StringView("FILE") || row.value == QLatin1StringView("PATH"));
}

void addOptions(const CommandRow &command, Candidates &candidates)
{
    for (const OptionRow &option : command.options)
        candidates.words.push_back({option.names.back(), option.help});
}

// How far the words before the one that is typed have come.
struct Position
{
    const OptionRow *openOption = nullptr; // waits for its value
    std::size_t operands = 0;
    bool onlyOperands = false; // after --
};

Position positionAfter(const CommandRow &command, const QStringList &words)
{
    Position position;
    for (const QString &word : words) {
        if (position.openOption) {
            position.openOption = nullptr;
        } else if (!position.onlyOperands && word == QLatin1StringView("--")) {
            position.onlyOperands = true;
        } else if (!position.onlyOperands && word.startsWith(QLatin1Char('-')) && word.size() > 1) {
            const OptionRow *option = optionNamed(command, word);
            position.openOption = option && option->takesValue() ? option : nullptr;
        } else {
            ++position.operands;
        }
    }
    return position;
}

const OptionRow *operandAt(const CommandRow &command, std::size_t index)
{
    if (index < command.operands.size())
        return &command.operands[index];
    const bool goesOn = !command.operands.empty() && command.operands.back().isRepeatable;
    return goesOn ? &command.operands.back() : nullptr;
}

Candidates inCommand(const CommandRow &command, const QStringList &before, const QString &current,
                     const ProcessNames &processes)
{
    Candidates candidates;
    const bool removed = command.name == QLatin1StringView("restore");
    const Position position = positionAfter(command, before);
    const auto equals = current.indexOf(QLatin1Char('='));
    if (position.openOption) {
        addValues(*position.openOption, processes, removed, candidates);
    } else if (!position.onlyOperands && current.startsWith(QLatin1StringView("--")) && equals > 0) {
        if (const OptionRow *option = optionNamed(command, current.left(equals)))
            addValues(*option, processes, removed, candidates);
        for (Candidate &candidate : candidates.words)
            candidate.word.prepend(current.left(equals + 1));
    } else if (!position.onlyOperands && current.startsWith(QLatin1Char('-'))) {
        addOptions(command, candidates);
    } else if (const OptionRow *operand = operandAt(command, position.operands)) {
        addValues(*operand, processes, removed, candidates);
    }
    return candidates;
}

} // namespace

Candidates completed(const std::vector<CommandRow> &table, const QStringList &words,
                     const ProcessNames &processes)
{
    QStringList before = words;
    QString current = before.isEmpty() ? QString() : before.takeLast();
    if (current == QLatin1StringView("="))
        current.clear();
    before.removeAll(QStringLiteral("="));
    Candidates candidates;
    if (before.isEmpty()) {
        for (const CommandRow &command : table)
            candidates.words.push_back({command.name, command.summary});
        if (current.startsWith(QLatin1Char('-')))
            candidates.words = {{QStringLiteral("--help"), {}}, {QStringLiteral("--version"), {}}};
    } else {
        const QString name = before.takeFirst();
        const auto command = std::ranges::find(table, name, &CommandRow::name);
        if (command != table.end())
            candidates = inCommand(*command, before, current, processes);
    }
    std::erase_if(candidates.words, [&](const Candidate &one) { return !one.word.startsWith(current); });
    return candidates;
}

QString completionScript(const QString &shell)
{
    loadScripts();
    QFile file(QStringLiteral(":/completion/gemmary-cli.") + shell);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/suggestion.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <numeric>

namespace Gemmary {

namespace {

constexpr int Near = 2; // edits

std::vector<std::string> knownWords(const CLI::App &app, bool options)
{
    std::vector<std::string> words;
    if (!options) {
        for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
            words.push_back(command->get_name());
        return words;
    }
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            words.push_back("--" + name);
    }
    return words;
}

} // namespace

QString suggestionFor(const CLI::App &app, const std::vector<std::string> &arguments)
{
    const bool hasCommand = !app.get_subcommands().empty();
    const CLI::App &asked = hasCommand ? *app.get_subcommands().front() : app;
    for (const std::string &argument : arguments) {
        const bool isOption = argument.rfind("--", 0) == 0;
        if (!isOption && hasCommand)
            continue;
        const std::string word = argument.substr(0, argument.find('='));
        const auto known = knownWords(asked, isOption);
        if (std::find(known.begin(), known.end(), word) != known.end())
            continue;
        const auto nearest = std::min_element(known.begin(), known.end(), [&](const auto &a, const auto &b) {
            return editDistance(word, a) < editDistance(word, b);
        });
        if (nearest != known.end() && editDistance(word, *nearest) <= Near)
            return QString::fromStdString(*nearest);
    }
    return {};
}

int editDistance(const std::string &a, const std::string &b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

} // namespace Gemmary

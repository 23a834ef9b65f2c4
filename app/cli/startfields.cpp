// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/startfields.h"

#include <variant>

namespace Gemmary {

namespace {

using Settings = ProcessSettings;

struct Row
{
    const char *key;
    std::variant<QString Settings::*, int Settings::*, bool Settings::*> member;
};

constexpr Row Rows[] = {
    {"summarizer", &Settings::summarizer},
    {"model", &Settings::model},
    {"language", &Settings::language},
    {"batch_size", &Settings::batchSize},
    {"top_words", &Settings::topWords},
    {"words", &Settings::words},
    {"segment_chinese", &Settings::segmentChinese},
    {"count_duplicates", &Settings::countDuplicates},
    {"summary_sentences", &Settings::summarySentences},
    {"summary_length", &Settings::summaryLength},
    {"summary_style", &Settings::summaryStyle},
    {"summary_language", &Settings::summaryLanguage},
    {"own_prompt", &Settings::ownPrompt},
};

} // namespace

QJsonObject startFields(const ProcessSettings &chosen, const QSet<QString> &given)
{
    const ProcessSettings usual;
    QJsonObject fields;
    for (const Row &row : Rows) {
        const QString key = QLatin1StringView(row.key);
        std::visit(
            [&](auto member) {
                if (given.contains(key) || chosen.*member != usual.*member)
                    fields.insert(key, chosen.*member);
            },
            row.member);
    }
    return fields;
}

} // namespace Gemmary

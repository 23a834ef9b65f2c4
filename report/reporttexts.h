// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

#include <QString>

#include <vector>

namespace Gemmary {

// What reports say, translated and as plain text; the writers escape it for their format.

// A headline number with its definition, which every report carries: tools differ in what they call a word.
struct Figure
{
    QString name;
    QString value;
    QString definition;
};
[[nodiscard]] std::vector<Figure> figures(const ReportContent &content);

struct Fact
{
    QString name;
    QString value;
};
[[nodiscard]] std::vector<Fact> dates(const ReportContent &content);    // when it was started, finished …
[[nodiscard]] std::vector<Fact> settings(const ReportContent &content); // what it was started with

// A language's share: "English", "1,204", "Flesch 61.2".
struct LanguageRow
{
    QString language;
    QString documents;
    QString words;
    QString readability;
};
[[nodiscard]] std::vector<LanguageRow> languageRows(const ReportContent &content);

[[nodiscard]] bool isFinished(const ProcessSnapshot &process);
[[nodiscard]] QString statusWord(const ProcessSnapshot &process);     // "Completed", "Paused" …
[[nodiscard]] QString unfinishedNotice(const ReportContent &content); // empty when it is finished

[[nodiscard]] QString stateName(DocumentState state);
[[nodiscard]] QString reasonSentence(Reason reason);
[[nodiscard]] QString remedySentence(Reason reason);
[[nodiscard]] QString languageText(const QString &code, const QLocale &locale);
[[nodiscard]] QString yesOrNo(bool value);

// Key sentences and a model's summary must never be taken for each other.
[[nodiscard]] QString summaryTitle(const Summary &summary);
[[nodiscard]] QString provenance(const Summary &summary, const QLocale &locale);

[[nodiscard]] QString dateText(qint64 msSinceEpoch, const QLocale &locale);
[[nodiscard]] QString producedBy(const ReportContent &content); // the line at a report's end

} // namespace Gemmary

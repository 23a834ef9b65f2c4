// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordtexts.h"

#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(WordTexts)
};

} // namespace

PageTexts wordsNotReady(const std::optional<ProcessSnapshot> &process)
{
    if (!process)
        return {Tr::tr("No process is chosen"), Tr::tr("Choose one to see its words.")};
    const QString headline = Tr::tr("The word table is ready when all documents are counted");
    switch (process->state) {
    case ProcessState::Stopped:
        return {headline,
                Tr::tr("The process was stopped before that. Start it again to go on where it was.")};
    case ProcessState::Failed:
        return {headline, process->error.isEmpty()
                              ? Tr::tr("The process failed before that. Retry what failed.")
                              : process->error};
    case ProcessState::Completed:
        return {Tr::tr("Reading the word table…"), {}};
    case ProcessState::Pending:
    case ProcessState::Running:
        break;
    }
    return {headline, process->paused ? Tr::tr("%1 The process is paused.").arg(countedSoFar(*process))
                                      : countedSoFar(*process)};
}

QString wordDefinition(const ProcessSettings &settings)
{
    if (settings.words == QLatin1StringView("original"))
        return Tr::tr(
            "A word here is what stands between blanks, in small letters, with only a–z, 0–9, á, é, í, ó, "
            "ú and ñ kept, as the original counted. Rates are of all these words, stop words included.");
    return Tr::tr(
        "A word here is a run of letters, marks and digits, with ’ and - kept inside. Capitals are folded "
        "to small letters, so “The” and “the” are one. Rates are of all these words, stop words included.");
}

QString wordStatus(const WordList &words, const SetStatistics &statistics, const ProcessSnapshot &process)
{
    const auto listed = static_cast<qint64>(words.words.size());
    QStringList parts;
    if (listed < words.matching)
        parts.append(Tr::tr("Showing %1 of %2 forms", "different words")
                         .arg(formatCount(listed), formatCount(words.matching)));
    else
        parts.append(Tr::tr("%Ln form(s)", "different words", static_cast<int>(listed)));
    if (words.matching < words.forms)
        parts.append(
            Tr::tr("%Ln left out", "different words", static_cast<int>(words.forms - words.matching)));
    //: %1 is a number of words, with repetitions
    parts.append(Tr::tr("%1 words in %Ln document(s)", nullptr, static_cast<int>(statistics.documents))
                     .arg(formatCount(statistics.counts.terms)));
    if (!isSettled(process.state) && process.documents.waiting > 0)
        parts.append(Tr::tr("more documents are being counted"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summarycontent.h"

#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SummaryContent)
};

bool isByModel(const QString &engine)
{
    return engine != QLatin1StringView("extractive");
}

// Key sentences are a list. Models write paragraphs, and points that they mark as such.
std::vector<CardSentence> linesOf(const QString &text, bool byModel)
{
    std::vector<CardSentence> sentences;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        const bool isMarked = trimmed.startsWith(QLatin1StringView("- ")) ||
                              trimmed.startsWith(QLatin1StringView("* ")) ||
                              trimmed.startsWith(QStringLiteral("• "));
        if (!trimmed.isEmpty())
            sentences.push_back({byModel && isMarked ? trimmed.mid(2).trimmed() : trimmed,
                                 {},
                                 NoDocument,
                                 !byModel || isMarked});
    }
    return sentences;
}

QString nothingText(bool byModel)
{
    return byModel ? Tr::tr("No summary") : Tr::tr("No key sentences");
}

QString contributionText(const SetSummary &set)
{
    QString text = Tr::tr("From %Ln document(s)", nullptr, static_cast<int>(set.documents));
    if (set.missing > 0) {
        //: %1 is "From 812 documents"
        text = Tr::tr("%1; %Ln could not be summarised", nullptr, static_cast<int>(set.missing)).arg(text);
    }
    return text;
}

QString pendingNote(const ProcessSnapshot &process)
{
    if (isByModel(process.settings.summarizer)) {
        return isSettled(process.state)
                   ? Tr::tr("It ended before a summary of all documents was written.")
                   : Tr::tr("The summary of all documents is written when each has its own.");
    }
    if (process.state == ProcessState::Stopped)
        return Tr::tr(
            "The process was stopped before its own key sentences could be chosen. Start it again to go "
            "on where it was.");
    if (process.state == ProcessState::Failed)
        return Tr::tr("The process failed before its own key sentences could be chosen. Retry what failed.");
    return Tr::tr("The key sentences of all documents together are chosen when each has its own.");
}

} // namespace

SummaryContent summaryContent(const QString &name, const DocumentSummary &summary)
{
    SummaryContent content;
    content.title = name;
    content.document = summary.number;
    if (summary.problem) {
        content.isTrouble = !isSkip(summary.problem->reason);
        //: reason and remedy: "It could not be summarised. Retry, or choose another summariser."
        content.note =
            Tr::tr("%1. %2.").arg(reasonText(summary.problem->reason), remedyText(summary.problem->reason));
        content.provenance = Tr::tr("No summary");
        return content;
    }
    if (summary.summary) {
        content.isByModel = isByModel(summary.summary->engine);
        content.sentences = linesOf(summary.summary->text, content.isByModel);
        content.keywords = summary.summary->terms;
        content.provenance = provenanceText(*summary.summary);
    }
    if (content.sentences.empty()) {
        content.note = Tr::tr("It has no whole sentence to copy: it may be a list, a table or very short.");
        content.provenance = Tr::tr("No key sentences");
    }
    return content;
}

SummaryContent summaryContent(const ProcessSnapshot &process, const std::optional<SetSummary> &summary)
{
    SummaryContent content;
    content.title = Tr::tr("All documents together");
    content.isByModel = isByModel(process.settings.summarizer);
    if (!summary) {
        content.note = pendingNote(process);
        content.provenance = nothingText(content.isByModel);
        return content;
    }
    content.detail = contributionText(*summary);
    content.keywords = summary->summary.terms;
    content.provenance = provenanceText(summary->summary);
    content.isByModel = isByModel(summary->summary.engine);
    for (const SummaryCandidate &sentence : summary->sentences)
        content.sentences.push_back({sentence.text, sentence.name, sentence.document});
    if (content.sentences.empty())
        content.sentences = linesOf(summary->summary.text, content.isByModel);
    if (content.sentences.empty()) {
        content.note = content.isByModel ? Tr::tr("There is nothing to make a summary of.")
                                         : Tr::tr("No document has a whole sentence to copy.");
        content.provenance = nothingText(content.isByModel);
    }
    return content;
}

QString copyText(const SummaryContent &content)
{
    QStringList lines{content.title};
    if (!content.note.isEmpty())
        lines.append(content.note);
    for (const CardSentence &sentence : content.sentences) {
        const QString source =
            sentence.source.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(sentence.source);
        lines.append((sentence.isPoint ? QStringLiteral("• ") : QString()) + sentence.text + source);
    }
    QStringList keywords;
    for (const QString &keyword : content.keywords)
        keywords.append(keyword);
    if (!keywords.isEmpty())
        lines.append(Tr::tr("Keywords: %1").arg(keywords.join(QStringLiteral(", "))));
    lines.append(content.provenance);
    return lines.join(QLatin1Char('\n'));
}

QString summarisedText(const ProcessSnapshot &process)
{
    const qint64 toRead = process.documents.found() - process.documents.skipped;
    const qint64 done = std::min(process.summarise.documentsDone, toRead);
    if (isSettled(process.state) && done >= toRead)
        return Tr::tr("%Ln document(s) summarised", nullptr, static_cast<int>(done));
    if (!process.planned)
        return Tr::tr("%1 summarised, %2 found so far")
            .arg(formatCount(done), formatCount(process.documents.found()));
    return Tr::tr("%1 of %2 summarised").arg(formatCount(done), formatCount(toRead));
}

} // namespace Gemmary

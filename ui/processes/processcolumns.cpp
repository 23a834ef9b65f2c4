// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processcolumns.h"

#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

QString countOrDash(qint64 count)
{
    return count > 0 ? formatCount(count) : QStringLiteral("–");
}

qint64 durationOf(const ProcessSnapshot &process)
{
    return process.startedMs > 0 && process.finishedMs > 0 ? process.finishedMs - process.startedMs : -1;
}

QString durationText(const ProcessRow &row)
{
    const qint64 duration = durationOf(row.process);
    return duration < 0 ? QStringLiteral("–") : formatDuration(std::chrono::milliseconds(duration));
}

QString remainingText(const ProcessRow &row)
{
    const auto remaining = row.meter.remaining();
    return remaining ? formatDuration(*remaining) : QStringLiteral("–");
}

QVariant remainingValue(const ProcessRow &row)
{
    const auto remaining = row.meter.remaining();
    return remaining ? QVariant::fromValue(static_cast<qint64>(remaining->count()))
                     : QVariant::fromValue(std::numeric_limits<qint64>::max());
}

QString summarizerText(const ProcessRow &row)
{
    const QString &name = row.process.settings.summarizer;
    if (name == QLatin1StringView("extractive"))
        return QCoreApplication::translate("ProcessColumns", "Key sentences");
    if (name == QLatin1StringView("none"))
        return QCoreApplication::translate("ProcessColumns", "None");
    if (name == QLatin1StringView("gemini"))
        return QStringLiteral("Gemini");
    if (name == QLatin1StringView("ollama"))
        return QStringLiteral("Ollama");
    //: llama-server, LM Studio, vLLM
    return QCoreApplication::translate("ProcessColumns", "the model server");
}

using Row = const ProcessRow &;

const ProcessColumn Columns[] = {
    {"name", QT_TRANSLATE_NOOP("ProcessColumns", "Name"),
     QT_TRANSLATE_NOOP("ProcessColumns", "What the process is called"), true, false, 28,
     [](Row row) { return row.process.name; }, [](Row row) { return QVariant(row.process.name); }},
    {"state", QT_TRANSLATE_NOOP("ProcessColumns", "State"),
     QT_TRANSLATE_NOOP("ProcessColumns", "What it is doing"), true, false, 20, stateText,
     [](Row row) { return QVariant(static_cast<int>(shownState(row.process))); }},
    {"progress", QT_TRANSLATE_NOOP("ProcessColumns", "Progress"),
     QT_TRANSLATE_NOOP("ProcessColumns", "How much of it is done, by bytes and summaries"), true, false, 22,
     [](Row row) { return progressText(row.process); },
     [](Row row) { return QVariant(shareDone(row.process)); }},
    {"documents", QT_TRANSLATE_NOOP("ProcessColumns", "Documents"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Documents found, read or not"), true, true, 15,
     [](Row row) { return countOrDash(row.process.documents.found()); },
     [](Row row) { return QVariant(row.process.documents.found()); }},
    {"words", QT_TRANSLATE_NOOP("ProcessColumns", "Words"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Words counted so far"), true, true, 15,
     [](Row row) { return countOrDash(row.process.counts.words); },
     [](Row row) { return QVariant(row.process.counts.words); }},
    {"eta", QT_TRANSLATE_NOOP("ProcessColumns", "Time left"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Until it is done at the present pace"), true, true, 14,
     remainingText, remainingValue},
    {"problems", QT_TRANSLATE_NOOP("ProcessColumns", "Problems"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Documents that could not be read or summarised"), true, true, 14,
     [](Row row) { return countOrDash(problemCount(row.process)); },
     [](Row row) { return QVariant(problemCount(row.process)); }},
    {"created", QT_TRANSLATE_NOOP("ProcessColumns", "Added"),
     QT_TRANSLATE_NOOP("ProcessColumns", "When it was added"), false, false, 14,
     [](Row row) { return formatWhen(row.process.createdMs); },
     [](Row row) { return QVariant(row.process.createdMs); }},
    {"started", QT_TRANSLATE_NOOP("ProcessColumns", "Started"),
     QT_TRANSLATE_NOOP("ProcessColumns", "When work on it began"), false, false, 14,
     [](Row row) { return formatWhen(row.process.startedMs); },
     [](Row row) { return QVariant(row.process.startedMs); }},
    {"finished", QT_TRANSLATE_NOOP("ProcessColumns", "Finished"),
     QT_TRANSLATE_NOOP("ProcessColumns", "When it came to its end"), false, false, 14,
     [](Row row) { return formatWhen(row.process.finishedMs); },
     [](Row row) { return QVariant(row.process.finishedMs); }},
    {"duration", QT_TRANSLATE_NOOP("ProcessColumns", "Duration"),
     QT_TRANSLATE_NOOP("ProcessColumns", "From its start to its end"), false, true, 10, durationText,
     [](Row row) { return QVariant(durationOf(row.process)); }},
    {"rate", QT_TRANSLATE_NOOP("ProcessColumns", "Rate"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Documents settled a second, now"), false, true, 10,
     [](Row row) {
         const double rate = row.meter.documentsASecond();
         return rate > 0 ? formatRate(rate) : QStringLiteral("–");
     },
     [](Row row) { return QVariant(row.meter.documentsASecond()); }},
    {"skipped", QT_TRANSLATE_NOOP("ProcessColumns", "Skipped"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Entries that were deliberately not read"), false, true, 9,
     [](Row row) { return countOrDash(row.process.documents.skipped); },
     [](Row row) { return QVariant(row.process.documents.skipped); }},
    {"size", QT_TRANSLATE_NOOP("ProcessColumns", "Size"),
     QT_TRANSLATE_NOOP("ProcessColumns", "Of the documents to be read"), false, true, 10,
     [](Row row) { return formatBytes(row.process.bytesFound); },
     [](Row row) { return QVariant(row.process.bytesFound); }},
    {"summariser", QT_TRANSLATE_NOOP("ProcessColumns", "Summaries"),
     QT_TRANSLATE_NOOP("ProcessColumns", "What makes its summaries"), false, false, 14, summarizerText,
     [](Row row) { return QVariant(summarizerText(row)); }},
    {"id", QT_TRANSLATE_NOOP("ProcessColumns", "Id"),
     QT_TRANSLATE_NOOP("ProcessColumns", "The process's id in the command line"), false, false, 36,
     [](Row row) { return row.process.id.toString(); },
     [](Row row) { return QVariant(row.process.id.toString()); }},
};

} // namespace

// While documents are still counted, that is what it does.
QString stateText(const ProcessRow &row)
{
    if (row.waiting.isEmpty() || shownState(row.process) != ShownState::Summarising)
        return stateWord(row.process);
    return QCoreApplication::translate("ProcessColumns", "Waiting for %1").arg(summarizerText(row));
}

std::span<const ProcessColumn> processColumns()
{
    return Columns;
}

QString titleOf(const ProcessColumn &column)
{
    return QCoreApplication::translate("ProcessColumns", column.title);
}

QString helpOf(const ProcessColumn &column)
{
    return QCoreApplication::translate("ProcessColumns", column.help);
}

int createdColumn()
{
    constexpr int Created = 7;
    Q_ASSERT(qstrcmp(Columns[Created].id, "created") == 0);
    return Created;
}

} // namespace Gemmary

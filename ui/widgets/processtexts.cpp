// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/processtexts.h"

#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ProcessTexts)
};

struct StateRow
{
    ShownState state;
    const char *word;
    const char *icon;
    QColor Colors::*color;
};

const StateRow StateRows[] = {
    {ShownState::Waiting, QT_TRANSLATE_NOOP("ProcessTexts", "Waiting"), "waiting", &Colors::waiting},
    {ShownState::Scanning, QT_TRANSLATE_NOOP("ProcessTexts", "Scanning"), "running", &Colors::running},
    {ShownState::Analysing, QT_TRANSLATE_NOOP("ProcessTexts", "Analysing"), "running", &Colors::running},
    {ShownState::Summarising, QT_TRANSLATE_NOOP("ProcessTexts", "Summarising"), "running", &Colors::running},
    {ShownState::Pausing, QT_TRANSLATE_NOOP("ProcessTexts", "Pausing…"), "paused", &Colors::paused},
    {ShownState::Paused, QT_TRANSLATE_NOOP("ProcessTexts", "Paused"), "paused", &Colors::paused},
    {ShownState::Completed, QT_TRANSLATE_NOOP("ProcessTexts", "Completed"), "done", &Colors::done},
    {ShownState::CompletedWithProblems, QT_TRANSLATE_NOOP("ProcessTexts", "Completed"), "warning",
     &Colors::warning},
    {ShownState::Stopped, QT_TRANSLATE_NOOP("ProcessTexts", "Stopped"), "stopped", &Colors::waiting},
    {ShownState::Failed, QT_TRANSLATE_NOOP("ProcessTexts", "Failed"), "failed", &Colors::failed},
};

const StateRow &rowOf(ShownState state)
{
    for (const StateRow &row : StateRows) {
        if (row.state == state)
            return row;
    }
    Q_UNREACHABLE();
}

struct DocumentStateRow
{
    DocumentState state;
    const char *word;
    const char *icon;
    QColor Colors::*color;
};

const DocumentStateRow DocumentStateRows[] = {
    {DocumentState::Waiting, QT_TRANSLATE_NOOP("ProcessTexts", "Waiting"), "waiting", &Colors::waiting},
    {DocumentState::Done, QT_TRANSLATE_NOOP("ProcessTexts", "Done"), "done", &Colors::done},
    {DocumentState::Partial, QT_TRANSLATE_NOOP("ProcessTexts", "Partly done"), "warning", &Colors::warning},
    {DocumentState::Failed, QT_TRANSLATE_NOOP("ProcessTexts", "Failed"), "failed", &Colors::failed},
    {DocumentState::Skipped, QT_TRANSLATE_NOOP("ProcessTexts", "Skipped"), "next", &Colors::skipped},
};

const DocumentStateRow &rowOf(DocumentState state)
{
    for (const DocumentStateRow &row : DocumentStateRows) {
        if (row.state == state)
            return row;
    }
    Q_UNREACHABLE();
}

struct RemedyRow
{
    Reason reason;
    const char *remedy;
};

// Where the command line's remedy is an option, the window's is a place in it.
const RemedyRow WindowRemedies[] = {
    {Reason::Hidden,
     QT_TRANSLATE_NOOP("ProcessTexts", "Preferences ▸ Input can have hidden files read; then run again")},
    {Reason::Excluded,
     QT_TRANSLATE_NOOP("ProcessTexts", "Change the patterns in Preferences ▸ Input, then run again")},
    {Reason::Duplicate,
     QT_TRANSLATE_NOOP("ProcessTexts", "Preferences ▸ Input can have each copy counted; then run again")},
    {Reason::TooLarge,
     QT_TRANSLATE_NOOP("ProcessTexts", "Raise the limit in Preferences ▸ Input, then run again")},
    {Reason::VersionControl, QT_TRANSLATE_NOOP("ProcessTexts", "Drop the folder itself to read it")},
    {Reason::SystemLitter, QT_TRANSLATE_NOOP("ProcessTexts", "Drop the file itself to read it")},
    {Reason::SymbolicLink, QT_TRANSLATE_NOOP("ProcessTexts", "Drop the link's target to read it")},
};

bool hasSummaries(const ProcessSnapshot &process)
{
    return process.settings.summarizer != QLatin1StringView("none");
}

double shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

} // namespace

ShownState shownState(const ProcessSnapshot &process)
{
    switch (process.state) {
    case ProcessState::Completed:
        return problemCount(process) > 0 ? ShownState::CompletedWithProblems : ShownState::Completed;
    case ProcessState::Failed:
        return ShownState::Failed;
    case ProcessState::Stopped:
        return ShownState::Stopped;
    case ProcessState::Pending:
        return process.paused ? ShownState::Paused : ShownState::Waiting;
    case ProcessState::Running:
        break;
    }
    if (process.paused)
        return ShownState::Paused;
    if (!process.planned)
        return ShownState::Scanning;
    return process.documents.waiting > 0 || !hasSummaries(process) ? ShownState::Analysing
                                                                   : ShownState::Summarising;
}

QString stateWord(const ProcessSnapshot &process)
{
    const ShownState state = shownState(process);
    QString word = Tr::tr(rowOf(state).word);
    const qint64 problems = problemCount(process);
    if (state != ShownState::CompletedWithProblems)
        return word;
    //: %1 is a state such as "Completed"
    return Tr::tr("%1, %Ln problem(s)", nullptr, static_cast<int>(problems)).arg(word);
}

QString stateIcon(ShownState state)
{
    return QString::fromLatin1(rowOf(state).icon);
}

QColor stateColor(ShownState state, const Colors &colors)
{
    return colors.*rowOf(state).color;
}

QString stateWord(DocumentState state)
{
    return Tr::tr(rowOf(state).word);
}

QString stateIcon(DocumentState state)
{
    return QString::fromLatin1(rowOf(state).icon);
}

QColor stateColor(DocumentState state, const Colors &colors)
{
    return colors.*rowOf(state).color;
}

qint64 parkedCount(const ProcessSnapshot &process)
{
    return process.analyse.dead + process.summarise.dead;
}

qint64 problemCount(const ProcessSnapshot &process)
{
    return process.documents.failed + process.documents.partial + parkedCount(process);
}

double shareDone(const ProcessSnapshot &process)
{
    if (process.state == ProcessState::Completed)
        return 1;
    if (!process.planned)
        return -1;
    const qint64 toRead = process.documents.found() - process.documents.skipped;
    const double read = process.bytesFound > 0 ? shareOf(process.bytesDone, process.bytesFound)
                                               : shareOf(toRead - process.documents.waiting, toRead);
    if (!hasSummaries(process))
        return read;
    const double summarised = shareOf(process.summarise.documentsDone, process.documents.found());
    return std::min(1.0, (read + std::min(1.0, summarised)) / 2);
}

QString progressText(const ProcessSnapshot &process)
{
    const qint64 found = process.documents.found();
    if (process.state == ProcessState::Completed)
        return formatCount(found);
    if (!process.planned)
        return Tr::tr("%Ln found so far", nullptr, static_cast<int>(found));
    //: documents settled of documents found
    return Tr::tr("%1 of %2").arg(formatCount(found - process.documents.waiting), formatCount(found));
}

QString countedSoFar(const ProcessSnapshot &process)
{
    const qint64 found = process.documents.found();
    if (!process.planned)
        return Tr::tr("%Ln document(s) found so far.", nullptr, static_cast<int>(found));
    if (process.documents.waiting == 0)
        return Tr::tr("All documents are counted; their tables are being combined.");
    //: documents settled of documents found
    return Tr::tr("%1 of %2 documents are counted.")
        .arg(formatCount(found - process.documents.waiting), formatCount(found));
}

QString rowSentence(const ProcessSnapshot &process)
{
    const double share = shareDone(process);
    const QString progress =
        share < 0 ? progressText(process) : Tr::tr("%Ln percent", nullptr, static_cast<int>(share * 100));
    //: name of a process, its state, how far it is: read aloud
    return Tr::tr("%1, %2, %3, %4")
        .arg(process.name, stateWord(process), progress,
             Tr::tr("%Ln problem(s)", nullptr, static_cast<int>(problemCount(process))));
}

QString reasonText(Reason reason)
{
    return QCoreApplication::translate("Reason", explain(reason).what);
}

QString remedyText(Reason reason)
{
    for (const RemedyRow &row : WindowRemedies) {
        if (row.reason == reason)
            return Tr::tr(row.remedy);
    }
    return QCoreApplication::translate("Reason", explain(reason).remedy);
}

QString provenanceText(const Summary &summary)
{
    if (summary.engine == QLatin1StringView("extractive"))
        return Tr::tr("Key sentences — copied from the document, no AI");
    QString engine = summary.engine;
    if (engine == QLatin1StringView("gemini"))
        engine = QStringLiteral("Google Gemini");
    else if (engine == QLatin1StringView("ollama"))
        engine = QStringLiteral("Ollama");
    else if (engine == QLatin1StringView("openai"))
        engine = Tr::tr("a model server");
    //: model, engine, share of the text that was read
    return Tr::tr("%1 via %2 · %3 of the text read")
        .arg(summary.model, engine, formatPercent(summary.coverage));
}

} // namespace Gemmary

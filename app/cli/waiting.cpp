// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/waiting.h"

#include "cli/command.h"
#include "cli/exitcodes.h"
#include "cli/processdesk.h"
#include "cli/resultscontent.h"
#include "cli/resultsreport.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonDocument>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Waiting)
};

} // namespace

void Waiting::describe(CLI::App &app, bool optional)
{
    const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
    m_wait = !optional;
    if (optional)
        app.add_flag(
            "--wait", m_wait,
            say(QT_TR_NOOP(
                "Work on it here until it is finished, then print the results; at a listener: wait for it")));
    app.add_option("--workers", m_workers,
                   say(QT_TR_NOOP("Documents read at the same time; one a core otherwise")))
        ->check(CLI::Range(1, 256));
    app.add_option("--timeout", m_timeout,
                   say(QT_TR_NOOP("Stop cleanly after so many seconds; at a listener: wait no longer")))
        ->check(CLI::Range(1, 31'536'000));
    app.add_flag("--csv", m_csv, say(QT_TR_NOOP("Print one CSV line a document")));
    app.add_flag("--all", m_all, say(QT_TR_NOOP("Print every document, not only the first ones")));
    app.add_flag("--strict", m_strict,
                 say(QT_TR_NOOP("Exit code 1 instead of 3 when documents could not be read")));
}

Result<void> Waiting::check(const CommandContext &context) const
{
    if (!context.listener || m_workers == 0)
        return {};
    return failure(
        ErrorKind::InvalidInput,
        Tr::tr("--workers is for work that is done here; a listener's is done by who works for it."));
}

Result<int> Waiting::waitFor(CommandContext &context, const ProcessId &id) const
{
    GEMMARY_ASSIGN(desk, context.desk());
    FollowSettings settings;
    settings.workers = desk->canWork() ? context.workers(m_workers) : 0;
    if (m_timeout > 0)
        settings.timeout = std::chrono::seconds(m_timeout);
    const FollowEnd end = desk->follow(context.terminal, id, settings);
    // What finished just before it was interrupted has results like any other.
    if (end.exitCode && end.process.state != ProcessState::Completed) {
        if (end.process.createdMs > 0) // it was seen
            context.terminal.note(settledSentence(end.process));
        context.terminal.note(
            (desk->canWork()
                 ? Tr::tr("What is done is kept. Go on with: gemmary-cli resume %1 --wait")
                 : Tr::tr("It goes on where it is. Look at it with: gemmary-cli status %1 --watch"))
                .arg(id.toString().left(8)));
        return *end.exitCode;
    }
    return report(context, end.process);
}

Result<int> Waiting::report(CommandContext &context, const ProcessSnapshot &process) const
{
    if (process.state == ProcessState::Failed) {
        context.terminal.error(settledSentence(process));
        context.terminal.note(
            Tr::tr("Try again with: gemmary-cli retry %1 --wait").arg(process.id.toString().left(8)));
        return ExitError;
    }
    if (process.state == ProcessState::Stopped) {
        context.terminal.error(
            Tr::tr("The process was stopped elsewhere. Go on with: gemmary-cli resume %1 --wait")
                .arg(process.id.toString().left(8)));
        return ExitConflict;
    }
    GEMMARY_ASSIGN(desk, context.desk());
    GEMMARY_ASSIGN(content, fetchResults(*desk, process.id));
    printResults(context, content, m_csv, m_all);
    if (process.documents.failed + process.documents.partial > 0)
        return m_strict ? ExitError : ExitProblems;
    return ExitOk;
}

void printResults(const CommandContext &context, const ResultsContent &content, bool csv, bool all)
{
    if (context.json)
        context.terminal.text(QString::fromUtf8(QJsonDocument(resultsJson(content)).toJson()));
    else if (csv)
        printCsv(context.terminal, content);
    else
        printReport(context.terminal, content, all);
}

QString settledSentence(const ProcessSnapshot &process)
{
    QString sentence =
        QStringLiteral("%1. %2.").arg(nameOf(process.state), documentsSentence(process.documents));
    if (!process.error.isEmpty())
        sentence += QLatin1Char(' ') + printable(process.error);
    return sentence;
}

} // namespace Gemmary

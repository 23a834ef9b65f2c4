// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/follower.h"
#include "cli/processref.h"
#include "cli/resultscontent.h"
#include "cli/resultsreport.h"
#include "cli/waiting.h"
#include "engine.h"
#include "wire/deadletterjson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

constexpr int NameColumns = 32;

QString timeText(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString stateText(const ProcessSnapshot &process)
{
    return process.paused ? Tr::tr("%1, paused").arg(nameOf(process.state)) : nameOf(process.state);
}

class ListCommand : public Command
{
public:
    const char *name() const override { return "list"; }
    QString summary() const override { return Tr::tr("List the processes, newest first"); }

    void describe(CLI::App &app) override
    {
        app.add_option("--state", m_state,
                       Tr::tr("Only those in this state: pending, running, completed, failed or stopped")
                           .toStdString())
            ->check(
                CLI::IsMember({"pending", "running", "completed", "failed", "stopped"}, CLI::ignore_case));
        app.add_option("--limit", m_limit, Tr::tr("At most so many").toStdString())
            ->check(CLI::Range(1, 100'000));
        app.add_flag("--removed", m_removed,
                     Tr::tr("Those removed in the last 30 days instead").toStdString());
        app.add_flag("--ids", m_idsOnly, Tr::tr("Print the ids alone, for scripts").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(engine, context.engine());
        ProcessFilter filter;
        filter.state = processStateFrom(QString::fromStdString(m_state).toUpper());
        filter.limit = m_limit;
        filter.removed = m_removed;
        GEMMARY_ASSIGN(processes, engine->list(filter).result());
        if (context.json)
            printJson(context.terminal, processes);
        else
            printTable(context.terminal, processes);
        return ExitOk;
    }

private:
    static void printJson(const Terminal &terminal, const std::vector<ProcessSnapshot> &processes)
    {
        QJsonArray array;
        for (const ProcessSnapshot &process : processes)
            array.append(processJson(process));
        terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
    }

    void printTable(const Terminal &terminal, const std::vector<ProcessSnapshot> &processes) const
    {
        if (processes.empty() && !m_idsOnly)
            terminal.note(Tr::tr("No process. Start one with: gemmary-cli run FOLDER"));
        for (const ProcessSnapshot &process : processes) {
            if (m_idsOnly) {
                terminal.print(process.id.toString());
                continue;
            }
            const QString processName = elided(printable(process.name), NameColumns);
            terminal.print(QStringLiteral("%1  %2  %3  %4%5  %6")
                               .arg(process.id.toString().left(8), timeText(process.createdMs),
                                    stateText(process).leftJustified(17), processName,
                                    QString(NameColumns - columnsOf(processName), QLatin1Char(' ')),
                                    documentsSentence(process.documents)));
        }
    }

    std::string m_state;
    int m_limit = 100;
    bool m_removed = false;
    bool m_idsOnly = false;
};

class StatusCommand : public Command
{
public:
    const char *name() const override { return "status"; }
    QString summary() const override { return Tr::tr("Show how far a process is"); }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_flag("--watch", m_watch, Tr::tr("Follow it until it is settled").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(id, resolveProcess(*engine, m_id));
        int exitCode = ExitOk;
        if (m_watch)
            exitCode = ProcessFollower(*engine, context.terminal, id, {}).follow().exitCode.value_or(ExitOk);
        GEMMARY_ASSIGN(process, engine->snapshot(id).result());
        GEMMARY_ASSIGN(letters, engine->deadLetters(id).result());
        std::erase_if(letters, &DeadLetter::redriven);
        if (context.json) {
            printJson(context.terminal, process, letters);
            return exitCode;
        }
        print(context.terminal, process, letters);
        return exitCode;
    }

private:
    static void printJson(const Terminal &terminal, const ProcessSnapshot &process,
                          const std::vector<DeadLetter> &letters)
    {
        QJsonArray parked;
        for (const DeadLetter &letter : letters)
            parked.append(deadLetterJson(letter));
        QJsonObject object = processJson(process);
        object.insert(QStringLiteral("parked"), parked);
        terminal.text(QString::fromUtf8(QJsonDocument(object).toJson()));
    }

    static void print(const Terminal &terminal, const ProcessSnapshot &process,
                      const std::vector<DeadLetter> &letters)
    {
        terminal.print(
            QStringLiteral("%1  %2  %3")
                .arg(process.id.toString(), terminal.bold(printable(process.name)), stateText(process)));
        terminal.print(QStringLiteral("  ") + documentsSentence(process.documents));
        terminal.print(Tr::tr("  %1 words · %2 lines · %3 characters so far · %4 summarised")
                           .arg(countText(process.counts.words), countText(process.counts.lines),
                                countText(process.counts.characters),
                                countText(process.summarise.documentsDone)));
        if (!process.error.isEmpty())
            terminal.print(terminal.red(QStringLiteral("  ") + process.error));
        for (const DeadLetter &letter : letters) {
            terminal.print(
                terminal.red(Tr::tr("  Parked after %1: %2: %3")
                                 .arg(letter.deliveries == 1 ? Tr::tr("one try")
                                                             : Tr::tr("%1 tries").arg(letter.deliveries),
                                      jobText(letter), printable(letter.error))));
        }
        if (!letters.empty()) {
            terminal.print(Tr::tr("  Try one again with: gemmary-cli retry %1 --only %2")
                               .arg(process.id.toString().left(8), jobText(letters.front())));
        }
    }

    std::string m_id;
    bool m_watch = false;
};

class ResultsCommand : public Command
{
public:
    const char *name() const override { return "results"; }
    QString summary() const override { return Tr::tr("Print the results of a finished process"); }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_flag("--csv", m_csv, Tr::tr("Print one CSV line a document").toStdString());
        app.add_flag("--all", m_all, Tr::tr("Print every document, not only the first ones").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(id, resolveProcess(*engine, m_id));
        GEMMARY_ASSIGN(content, fetchResults(*engine, id));
        printResults(context, content, m_csv, m_all);
        return ExitOk;
    }

private:
    std::string m_id;
    bool m_csv = false;
    bool m_all = false;
};

class WordsCommand : public Command
{
public:
    const char *name() const override { return "words"; }
    QString summary() const override { return Tr::tr("Print the word table of a finished process"); }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_option("--top", m_top,
                       Tr::tr("The most frequent ones; the whole table otherwise").toStdString())
            ->check(CLI::Range(1, 1'000'000'000));
    }

    // One word a line, count first, tab between: for sort, awk and spreadsheets.
    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(id, resolveProcess(*engine, m_id));
        WordFilter filter;
        filter.limit = m_top > 0 ? m_top : -1;
        GEMMARY_ASSIGN(list, engine->words(id, filter).result());
        if (context.json) {
            context.terminal.text(QString::fromUtf8(QJsonDocument(toJson(list.words)).toJson()));
            return ExitOk;
        }
        for (const TermCount &word : list.words)
            context.terminal.print(
                QStringLiteral("%1\t%2").arg(word.count).arg(QString::fromStdString(word.term)));
        return ExitOk;
    }

private:
    std::string m_id;
    qint64 m_top = 0;
};

} // namespace

void addListCommands(Commands &commands)
{
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<ResultsCommand>());
    commands.push_back(std::make_unique<WordsCommand>());
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/processdesk.h"
#include "cli/processref.h"
#include "cli/resultscontent.h"
#include "cli/resultsreport.h"
#include "cli/waiting.h"
#include "wire/deadletterjson.h"
#include "wire/statusjson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

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
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option(
               "--state", m_states,
               Tr::tr("Only those in this state, or in one of several with commas between").toStdString())
            ->delimiter(',')
            ->allow_extra_args(false)
            ->check(
                CLI::IsMember({"pending", "running", "completed", "failed", "stopped"}, CLI::ignore_case));
        app.add_option("--name", m_name, Tr::tr("Only those whose name has this in it").toStdString());
        app.add_option("--since", m_since,
                       Tr::tr("Only those started on this day or later, such as 2026-01-31").toStdString());
        app.add_option("--sort", m_sort, Tr::tr("By what; the newest first otherwise").toStdString())
            ->check(CLI::IsMember({"newest", "oldest", "name", "state", "documents"}));
        app.add_option("--limit", m_limit, Tr::tr("At most so many").toStdString())
            ->check(CLI::Range(1, 100'000));
        app.add_flag("--removed", m_removed,
                     Tr::tr("Those removed in the last 30 days instead").toStdString());
        app.add_flag("--jsonl", m_asLines, Tr::tr("Print one JSON object a line").toStdString());
        app.add_flag("--ids", m_idsOnly, Tr::tr("Print the ids alone, for scripts").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(desk, context.desk());
        GEMMARY_ASSIGN(processes, found(*desk));
        if (m_asLines)
            printLines(context.terminal, processes);
        else if (context.json)
            printJson(context.terminal, processes);
        else
            printTable(context.terminal, processes);
        return ExitOk;
    }

private:
    using Processes = std::vector<ProcessSnapshot>;

    // Newest first, page by page: what the store cannot sort out is sorted out here.
    Result<Processes> found(ProcessDesk &desk) const
    {
        GEMMARY_ASSIGN(sinceMs, since());
        const auto most = static_cast<std::size_t>(m_limit);
        const bool takesFirst = m_sort == "newest";
        ProcessFilter filter;
        filter.limit = Page;
        filter.removed = m_removed;
        Processes processes;
        GEMMARY_TRY(desk.list(filter, [&](const Processes &page) {
            std::ranges::copy_if(page, std::back_inserter(processes),
                                 [&](const ProcessSnapshot &one) { return isWanted(one, sinceMs); });
            return !takesFirst || processes.size() < most;
        }));
        std::ranges::stable_sort(processes, [&](const auto &a, const auto &b) { return isBefore(a, b); });
        if (processes.size() > most)
            processes.resize(most);
        return processes;
    }

    Result<qint64> since() const
    {
        if (m_since.empty())
            return 0;
        const QDate day = QDate::fromString(QString::fromStdString(m_since), Qt::ISODate);
        if (day.isValid())
            return day.startOfDay().toMSecsSinceEpoch();
        return failure(ErrorKind::InvalidInput, Tr::tr("\"%1\" is no day. Give one such as 2026-01-31.")
                                                    .arg(printable(QString::fromStdString(m_since))));
    }

    bool isWanted(const ProcessSnapshot &process, qint64 sinceMs) const
    {
        const auto isState = [&](const std::string &word) {
            return processStateFrom(QString::fromStdString(word).toUpper()) == process.state;
        };
        return process.createdMs >= sinceMs &&
               process.name.contains(QString::fromStdString(m_name), Qt::CaseInsensitive) &&
               (m_states.empty() || std::ranges::any_of(m_states, isState));
    }

    bool isBefore(const ProcessSnapshot &a, const ProcessSnapshot &b) const
    {
        if (m_sort == "oldest")
            return a.createdMs < b.createdMs;
        if (m_sort == "name")
            return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
        if (m_sort == "state")
            return a.state < b.state;
        return m_sort == "documents" && a.documents.found() > b.documents.found();
    }

    static void printLines(const Terminal &terminal, const Processes &processes)
    {
        for (const ProcessSnapshot &process : processes)
            terminal.print(
                QString::fromUtf8(QJsonDocument(processJson(process)).toJson(QJsonDocument::Compact)));
    }

    static void printJson(const Terminal &terminal, const Processes &processes)
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

    static constexpr int Page = 1000;

    std::vector<std::string> m_states;
    std::string m_name;
    std::string m_since;
    std::string m_sort = "newest";
    bool m_asLines = false;
    int m_limit = 100;
    bool m_removed = false;
    bool m_idsOnly = false;
};

class StatusCommand : public Command
{
public:
    const char *name() const override { return "status"; }
    QString summary() const override { return Tr::tr("Show how far a process is"); }
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_flag("--watch", m_watch, Tr::tr("Follow it until it is settled").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(desk, context.desk());
        GEMMARY_ASSIGN(id, resolveProcess(*desk, m_id));
        int exitCode = ExitOk;
        if (m_watch)
            exitCode = desk->follow(context.terminal, id, {}).exitCode.value_or(ExitOk);
        const auto known = desk->status(id);
        if (!known) // what ended the watch was said
            return exitCode == ExitOk ? failure(known.error()) : Result<int>(exitCode);
        const ProcessStatus &status = *known;
        if (context.json) {
            context.terminal.text(QString::fromUtf8(QJsonDocument(statusJson(status)).toJson()));
            return exitCode;
        }
        print(context.terminal, status.process, status.parked);
        printUsage(context.terminal, status);
        return exitCode;
    }

private:
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
            terminal.print(terminal.red(QStringLiteral("  ") + printable(process.error)));
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

    static void printUsage(const Terminal &terminal, const ProcessStatus &status)
    {
        if (!status.waiting.isEmpty())
            terminal.print(Tr::tr("  Waiting: %1").arg(printable(status.waiting)));
        for (const ModelUsage &row : status.usage) {
            terminal.print(Tr::tr("  %1 requests to %2 (%3): %4 tokens in, %5 out")
                               .arg(countText(row.requests), printable(row.provider), printable(row.model),
                                    countText(row.inputTokens), countText(row.outputTokens)));
        }
        if (const int budget = status.process.settings.tokenBudget; budget > 0) {
            terminal.print(Tr::tr("  %1 of a budget of %2 tokens taken")
                               .arg(countText(tokensOf(status.usage)), countText(budget)));
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
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_flag("--csv", m_csv, Tr::tr("Print one CSV line a document").toStdString());
        app.add_flag("--all", m_all, Tr::tr("Print every document, not only the first ones").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(desk, context.desk());
        GEMMARY_ASSIGN(id, resolveProcess(*desk, m_id));
        GEMMARY_ASSIGN(content, fetchResults(*desk, id));
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
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_id, Tr::tr("An id, a unique beginning of one, or @last").toStdString())
            ->required();
        app.add_option("--top", m_top,
                       Tr::tr("The most frequent ones; the whole table otherwise").toStdString())
            ->check(CLI::Range(1, 1'000'000'000));
        app.add_flag("--jsonl", m_asLines, Tr::tr("Print one JSON object a line").toStdString());
    }

    // One word a line, count first, tab between: for sort, awk and spreadsheets.
    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(desk, context.desk());
        GEMMARY_ASSIGN(id, resolveProcess(*desk, m_id));
        WordFilter filter;
        filter.limit = m_top > 0 ? m_top : -1;
        GEMMARY_ASSIGN(list, desk->words(id, filter));
        if (context.json) {
            context.terminal.text(QString::fromUtf8(QJsonDocument(toJson(list.words)).toJson()));
            return ExitOk;
        }
        for (const TermCount &word : list.words) {
            if (m_asLines) {
                const QJsonObject line = toJson(std::vector<TermCount>{word}).at(0).toObject();
                context.terminal.print(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
                continue;
            }
            context.terminal.print(
                QStringLiteral("%1\t%2").arg(word.count).arg(printable(QString::fromStdString(word.term))));
        }
        return ExitOk;
    }

private:
    std::string m_id;
    qint64 m_top = 0;
    bool m_asLines = false;
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

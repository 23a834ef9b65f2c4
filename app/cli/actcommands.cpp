// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/keyoption.h"
#include "cli/processdesk.h"
#include "cli/processref.h"
#include "cli/summaryoptions.h"
#include "cli/waiting.h"
#include "wire/deadletterjson.h"
#include "wire/processjson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

// What makes one act differ from another.
struct Act
{
    const char *name;
    const char *summary;
    const char *done; // "%1" is the id
    Result<void> (*perform)(ProcessDesk &desk, const ProcessId &id);
    bool amongRemoved = false;
    bool canWait = false;
    Result<void> (*performOnJob)(ProcessDesk &desk, const JobKey &job) = nullptr;
    bool setsBudget = false;
    Result<void> (*performWithKeySentences)(ProcessDesk &desk, const ProcessId &id) = nullptr;
};

const Act Acts[] = {
    {"stop", QT_TRANSLATE_NOOP("Commands", "Stop processes; what is done is kept"),
     QT_TRANSLATE_NOOP("Commands", "Stopped %1. Go on with: gemmary-cli resume %1"),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.stop(id); }},
    {"pause", QT_TRANSLATE_NOOP("Commands", "Begin nothing new in processes"),
     QT_TRANSLATE_NOOP("Commands", "Paused %1. Go on with: gemmary-cli resume %1"),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.pause(id); }},
    {"resume", QT_TRANSLATE_NOOP("Commands", "Go on with stopped, failed or paused processes"),
     QT_TRANSLATE_NOOP("Commands", "Resumed %1. Work on it with: gemmary-cli worker"),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.resume(id); }, false, true, nullptr, true},
    {"retry", QT_TRANSLATE_NOOP("Commands", "Try again what failed in processes, and only that"),
     QT_TRANSLATE_NOOP("Commands", "Queued again: %1. Work on it with: gemmary-cli worker"),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.retry(id); }, false, true,
     [](ProcessDesk &desk, const JobKey &job) { return desk.retryJob(job); }, false,
     [](ProcessDesk &desk, const ProcessId &id) { return desk.retryWithKeySentences(id); }},
    {"remove", QT_TRANSLATE_NOOP("Commands", "Take processes off the list; they can be restored for 30 days"),
     QT_TRANSLATE_NOOP("Commands", "Removed %1. Undo with: gemmary-cli restore %1"),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.remove(id); }},
    {"restore", QT_TRANSLATE_NOOP("Commands", "Bring removed processes back"),
     QT_TRANSLATE_NOOP("Commands", "Restored %1."),
     [](ProcessDesk &desk, const ProcessId &id) { return desk.restore(id); }, true},
};

class ActCommand : public Command
{
public:
    explicit ActCommand(const Act &act)
        : m_act(act)
    {}

    const char *name() const override { return m_act.name; }
    QString summary() const override { return Tr::tr(m_act.summary); }
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("ID", m_ids, Tr::tr("Ids, unique beginnings of them, or @last").toStdString())
            ->required();
        if (m_act.performOnJob) {
            app.add_option("--only", m_only,
                           Tr::tr("Only this parked batch, as status names it: analyse/0/7").toStdString())
                ->type_name("BATCH");
        }
        if (m_act.performWithKeySentences) {
            app.add_flag("--key-sentences", m_withKeySentences,
                         Tr::tr("Give the documents key sentences, copied from them, where the model failed")
                             .toStdString())
                ->excludes("--only");
        }
        if (m_act.setsBudget)
            addTokenBudget(app, m_tokenBudget);
        if (m_act.canWait) {
            m_waiting.describe(app, true);
            m_keys.describe(app);
        }
    }

    // Every id is tried; the first error decides the exit code.
    Result<int> run(CommandContext &context) override
    {
        GEMMARY_TRY(m_waiting.check(context));
        if (m_waiting.isWanted() && !context.listener)
            GEMMARY_TRY(m_keys.applyAll(context));
        GEMMARY_ASSIGN(desk, context.desk());
        std::optional<Error> firstError;
        std::vector<ProcessId> done;
        for (const std::string &text : m_ids) {
            const auto id = actOn(*desk, text);
            if (id) {
                done.push_back(*id);
                if (!context.json && !m_waiting.isWanted())
                    context.terminal.note(Tr::tr(m_act.done).arg(id->toString().left(8)));
            } else if (!firstError) {
                firstError = id.error();
            } else {
                context.terminal.error(id.error().message);
            }
        }
        if (context.json && !m_waiting.isWanted())
            GEMMARY_TRY(printJson(context, *desk, done));
        if (firstError)
            return failure(*firstError);
        return m_waiting.isWanted() ? waitForAll(context, done) : Result<int>(ExitOk);
    }

private:
    Result<ProcessId> actOn(ProcessDesk &desk, const std::string &text) const
    {
        GEMMARY_ASSIGN(id, resolveProcess(desk, text, m_act.amongRemoved));
        if (m_tokenBudget)
            GEMMARY_TRY(desk.setTokenBudget(id, *m_tokenBudget));
        if (m_withKeySentences)
            GEMMARY_TRY(m_act.performWithKeySentences(desk, id));
        else if (m_only.empty())
            GEMMARY_TRY(m_act.perform(desk, id));
        else
            GEMMARY_TRY(actOnJob(desk, id));
        return id;
    }

    Result<void> actOnJob(ProcessDesk &desk, const ProcessId &id) const
    {
        const QString text = QString::fromStdString(m_only);
        const auto job = jobFrom(id, text);
        if (!job) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("\"%1\" names no batch. Take one that status shows, such as analyse/0/7.")
                               .arg(printable(text)));
        }
        return m_act.performOnJob(desk, *job);
    }

    static Result<void> printJson(const CommandContext &context, ProcessDesk &desk,
                                  const std::vector<ProcessId> &ids)
    {
        for (const ProcessId &id : ids) {
            if (const auto process = desk.snapshot(id))
                context.terminal.text(QString::fromUtf8(QJsonDocument(processJson(*process)).toJson()));
        }
        return {};
    }

    Result<int> waitForAll(CommandContext &context, const std::vector<ProcessId> &ids) const
    {
        int exitCode = ExitOk;
        for (const ProcessId &id : ids) {
            GEMMARY_ASSIGN(code, m_waiting.waitFor(context, id));
            if (exitCode == ExitOk)
                exitCode = code;
        }
        return exitCode;
    }

    const Act &m_act;
    std::vector<std::string> m_ids;
    std::string m_only; // empty: the whole process
    bool m_withKeySentences = false;
    std::optional<int> m_tokenBudget;
    Waiting m_waiting;
    KeyOption m_keys;
};

} // namespace

void addActCommands(Commands &commands)
{
    for (const Act &act : Acts)
        commands.push_back(std::make_unique<ActCommand>(act));
}

} // namespace Gemmary

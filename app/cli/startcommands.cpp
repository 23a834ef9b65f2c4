// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/commands.h"

#include "cli/command.h"
#include "cli/documentsender.h"
#include "cli/exitcodes.h"
#include "cli/follower.h"
#include "cli/listenerdesk.h"
#include "cli/modeloptions.h"
#include "cli/processoptions.h"
#include "cli/waiting.h"
#include "engine.h"
#include "wire/processjson.h"
#include "wire/usagejson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

// What a provider that counts will be asked, for whoever is going to wait for it. That nobody can say so is
// no reason not to start.
void noteEstimate(CommandContext &context, const NewProcess &process)
{
    if (process.settings.summarizer != QLatin1StringView("gemini"))
        return;
    if (const auto engine = context.engine()) {
        if (const auto estimate = (*engine)->estimate(process).result())
            context.terminal.note(estimateSentence(*estimate));
    }
}

class RunCommand : public Command
{
public:
    const char *name() const override { return "run"; }
    QString summary() const override { return Tr::tr("Analyse folders and files now and print the results"); }

    void describe(CLI::App &app) override
    {
        m_options.describe(app);
        m_waiting.describe(app, false);
        app.add_flag("--dry-run", m_dryRun,
                     Tr::tr("Only say what it would take: documents, and requests to a model").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(process, m_options.build(context));
        GEMMARY_TRY(checkModel(context, process.settings));
        GEMMARY_ASSIGN(engine, context.engine());
        if (m_dryRun)
            return printEstimate(context, process);
        noteEstimate(context, process);
        GEMMARY_ASSIGN(id, engine->start(process).result());
        return m_waiting.waitFor(context, id);
    }

private:
    static Result<int> printEstimate(CommandContext &context, const NewProcess &process)
    {
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(estimate, engine->estimate(process).result());
        if (context.json) {
            context.terminal.text(QString::fromUtf8(QJsonDocument(estimateJson(estimate)).toJson()));
            return ExitOk;
        }
        const QString sentence = estimateSentence(estimate);
        context.terminal.print(sentence.isEmpty()
                                   ? Tr::tr("About %1 documents, %2 bytes; no model is asked.")
                                         .arg(countText(estimate.documents), countText(estimate.bytes))
                                   : sentence);
        return ExitOk;
    }

    ProcessOptions m_options;
    Waiting m_waiting;
    bool m_dryRun = false;
};

class StartCommand : public Command
{
public:
    const char *name() const override { return "start"; }
    QString summary() const override
    {
        return Tr::tr("Queue folders and files for a worker and print the id");
    }

    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        m_options.describe(app);
        app.add_option("--idempotency-key", m_key,
                       Tr::tr("The same key again starts nothing and prints the first id").toStdString());
        m_waiting.describe(app, true);
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(process, m_options.build(context));
        process.idempotencyKey = QString::fromStdString(m_key);
        if (context.listener)
            return startAtListener(context, process);
        GEMMARY_ASSIGN(engine, context.engine());
        noteEstimate(context, process);
        GEMMARY_ASSIGN(id, engine->start(process).result());
        if (m_waiting.isWanted())
            return m_waiting.waitFor(context, id);
        GEMMARY_ASSIGN(exitCode, storeDocuments(context, id));
        print(context, id);
        if (exitCode == ExitOk && !context.json) {
            context.terminal.note(
                Tr::tr("Queued. Work on it with: gemmary-cli worker; look at it with: gemmary-cli "
                       "status %1")
                    .arg(id.toString().left(8)));
        }
        return exitCode;
    }

private:
    static void print(const CommandContext &context, const ProcessId &id)
    {
        const QJsonObject answer{{QStringLiteral("process_id"), id.toString()}};
        context.terminal.print(context.json
                                   ? QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact))
                                   : id.toString());
    }

    // What could not be read here is no document of the process: it is said here, by the exit code, too.
    Result<int> startAtListener(CommandContext &context, const NewProcess &process) const
    {
        GEMMARY_TRY(m_waiting.check(context));
        RestClient &client = context.listenerDesk().client();
        context.terminal.note(Tr::tr("Sending to %1…").arg(client.url().toString()));
        if (client.url().scheme() == QLatin1StringView("http") && !staysHere(client.url()))
            context.terminal.note(Tr::tr("Nothing encrypts it on its way; https:// would."));
        GEMMARY_ASSIGN(sent, DocumentSender(context, client).send(process, m_options.fieldsOf(process)));
        sayWhatWasNotSent(context.terminal, sent);
        const int exitCode = sent.unread.empty() ? ExitOk : ExitProblems;
        if (m_waiting.isWanted()) {
            GEMMARY_ASSIGN(waited, m_waiting.waitFor(context, sent.process));
            return waited == ExitOk ? exitCode : waited;
        }
        print(context, sent.process);
        if (!context.json) {
            context.terminal.note(Tr::tr("%1 documents sent. Look at them with: gemmary-cli status %2")
                                      .arg(countText(sent.sent), sent.process.toString().left(8)));
        }
        return exitCode;
    }

    static void sayWhatWasNotSent(const Terminal &terminal, const SentDocuments &sent)
    {
        for (const auto &[reason, count] : sent.leftOut)
            terminal.note(Tr::tr("Not sent: %1 (%2)").arg(problemText({reason, {}}), countText(count)));
        std::size_t said = 0;
        for (const auto &[name, problem] : sent.unread) {
            if (said++ == MostSaid) {
                terminal.error(Tr::tr("… and %1 more").arg(countText(qint64(sent.unread.size() - MostSaid))));
                break;
            }
            terminal.error(Tr::tr("Not sent: %1: %2").arg(printable(name), printable(problemText(problem))));
        }
    }

    static constexpr std::size_t MostSaid = 20;

    // Files that only this machine has are found and kept before it leaves; others cannot do that.
    static Result<int> storeDocuments(CommandContext &context, const ProcessId &id)
    {
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(process, engine->request(id).result());
        if (process.machine.isEmpty() || process.machine != context.settings.machine)
            return ExitOk;
        FollowSettings settings;
        settings.goal = FollowSettings::Goal::Planned;
        const FollowEnd end = ProcessFollower(*engine, context.terminal, id, settings).follow();
        context.terminal.note(QStringLiteral("%1.").arg(storedSentence(end.process.documents)));
        if (!end.exitCode || end.process.planned)
            return ExitOk;
        context.terminal.note(
            Tr::tr("The rest is stored by a worker on this machine (%1): gemmary-cli worker")
                .arg(process.machine));
        return *end.exitCode;
    }

    ProcessOptions m_options;
    Waiting m_waiting;
    std::string m_key;
};

} // namespace

void addStartCommands(Commands &commands)
{
    commands.push_back(std::make_unique<RunCommand>());
    commands.push_back(std::make_unique<StartCommand>());
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/keyoption.h"
#include "engine.h"
#include "system/signalwatcher.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QEventLoop>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

class WorkerCommand : public Command
{
public:
    const char *name() const override { return "worker"; }
    QString summary() const override { return Tr::tr("Work on what is queued until told to stop"); }

    bool isService() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("--workers", m_workers,
                       Tr::tr("Documents read at the same time; one a core otherwise").toStdString())
            ->check(CLI::Range(1, 256));
        m_keys.describe(app);
        app.add_flag("--drain", m_drain, Tr::tr("End when nothing is left to do").toStdString());
    }

    // The first signal ends it after the jobs in hand; the second at once. Either way nothing is lost.
    Result<int> run(CommandContext &context) override
    {
        GEMMARY_TRY(m_keys.applyAll(context));
        GEMMARY_ASSIGN(engine, context.engine());
        QEventLoop loop;
        SignalWatcher signals;
        QObject::connect(engine, &Engine::workingStopped, &loop, &QEventLoop::quit);
        QObject::connect(&signals, &SignalWatcher::received, &loop, [&](int) {
            context.terminal.note(Tr::tr("Finishing the batches in hand…"));
            engine->stopWorking();
        });
        if (m_drain)
            QObject::connect(engine, &Engine::idle, &loop, [engine] { engine->stopWorking(); });
        QObject::connect(engine, &Engine::storeTroubled, &loop,
                         [&](const Error &error) { context.terminal.note(error.message); });
        context.terminal.note(Tr::tr("Working. Ctrl+C ends it after the batches in hand."));
        engine->startWorking({context.workers(m_workers), std::nullopt});
        loop.exec();
        return ExitOk;
    }

private:
    int m_workers = 0;
    KeyOption m_keys;
    bool m_drain = false;
};

} // namespace

void addWorkerCommand(Commands &commands)
{
    commands.push_back(std::make_unique<WorkerCommand>());
}

} // namespace Gemmary

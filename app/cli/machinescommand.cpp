// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "engine.h"
#include "wire/instancejson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

constexpr int MachineColumns = 24;
constexpr int ProgramColumns = 20;
constexpr int StateColumns = 22;
constexpr int DocumentColumns = 40;

QString padded(const QString &text, int columns)
{
    const QString shown = elided(printable(text), columns);
    return shown + QString(columns - columnsOf(shown), QLatin1Char(' '));
}

QString stateText(const InstanceView &view)
{
    if (!view.isLost())
        return stateName(view);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(view.silent).count();
    if (minutes == 0)
        return Tr::tr("lost a moment ago");
    return minutes == 1 ? Tr::tr("lost a minute ago") : Tr::tr("lost %1 minutes ago").arg(minutes);
}

// What its first worker does; there may be more.
QString activityText(const InstanceView &view)
{
    if (view.isLost() || view.instance.activities.empty())
        return {};
    const Activity &activity = view.instance.activities.front();
    const QString document = QFileInfo(activity.document).fileName();
    return Tr::tr("%1 %2 in %3")
        .arg(nameOf(activity.step), elided(printable(document), DocumentColumns),
             activity.process.toString().left(8))
        .simplified();
}

class MachinesCommand : public Command
{
public:
    const char *name() const override { return "machines"; }
    QString summary() const override { return Tr::tr("Show who works on the store, here and elsewhere"); }
    bool asksListener() const override { return true; }
    void describe(CLI::App &) override {}

    Result<int> run(CommandContext &context) override
    {
        if (context.listener) {
            return failure(
                ErrorKind::InvalidInput,
                Tr::tr("A listener does not say who works for it. Ask where its store is, or with --db or "
                       "--local instead of --api-url."));
        }
        GEMMARY_ASSIGN(engine, context.engine());
        GEMMARY_ASSIGN(instances, engine->instances().result());
        if (context.json) {
            QJsonArray array;
            for (const InstanceView &view : instances)
                array.append(instanceJson(view));
            context.terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
            return ExitOk;
        }
        if (instances.empty())
            context.terminal.note(Tr::tr("Nobody works on it. Begin with: gemmary-cli worker"));
        for (const InstanceView &view : instances)
            print(context.terminal, view);
        return ExitOk;
    }

private:
    static void print(const Terminal &terminal, const InstanceView &view)
    {
        const Instance &instance = view.instance;
        const QString state = padded(stateText(view), StateColumns);
        QString line = padded(instance.machine, MachineColumns) + QStringLiteral("  ") +
                       padded(QStringLiteral("%1 %2").arg(instance.program).arg(instance.processNumber),
                              ProgramColumns) +
                       QStringLiteral("  ") + (view.isLost() ? terminal.red(state) : state) +
                       Tr::tr("  %1 jobs done").arg(countText(instance.jobs.done));
        if (instance.jobs.takenOver > 0)
            line += Tr::tr(", %1 taken over").arg(countText(instance.jobs.takenOver));
        if (const QString activity = activityText(view); !activity.isEmpty())
            line += QStringLiteral("  ") + activity;
        terminal.print(line);
    }
};

} // namespace

void addMachinesCommand(Commands &commands)
{
    commands.push_back(std::make_unique<MachinesCommand>());
}

} // namespace Gemmary

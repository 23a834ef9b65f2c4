// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/logreader.h"
#include "cli/processdesk.h"
#include "cli/processref.h"
#include "system/signalwatcher.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <deque>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LogCommand)
};

constexpr auto LookInterval = std::chrono::milliseconds(200);

int severityOf(const QString &level)
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"),
                                    QStringLiteral("warning"), QStringLiteral("error"),
                                    QStringLiteral("fatal")};
    return static_cast<int>(levels.indexOf(level));
}

class LogCommand : public Command
{
public:
    const char *name() const override { return "log"; }
    QString summary() const override { return Tr::tr("Print what the programs here wrote into the log"); }

    void describe(CLI::App &app) override
    {
        const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
        app.add_option("ID", m_id,
                       say(QT_TR_NOOP("Only of this process: an id, a unique beginning of one, or @last")));
        app.add_flag("-f,--follow", m_follow, say(QT_TR_NOOP("Go on with what is written, until Ctrl+C")));
        app.add_option("--lines", m_lines, say(QT_TR_NOOP("The newest ones, so many; 0: all; 100 otherwise")))
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_option("--level", m_level, say(QT_TR_NOOP("This and worse")))
            ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
        app.add_flag("--jsonl", m_asJson,
                     say(QT_TR_NOOP("Print the lines as they are: one JSON object each")));
    }

    Result<int> run(CommandContext &context) override
    {
        QString process;
        if (!m_id.empty()) {
            GEMMARY_ASSIGN(desk, context.desk());
            GEMMARY_ASSIGN(id, resolveProcess(*desk, m_id));
            process = id.toString();
        }
        m_asJson = m_asJson || context.json;
        LogReader reader(context.settings.logPath());
        std::deque<QString> newest;
        reader.readAll(filtered(process, [&](const QString &line) {
            newest.push_back(line);
            if (m_lines > 0 && newest.size() > m_lines)
                newest.pop_front();
        }));
        for (const QString &line : newest)
            context.terminal.print(line);
        if (newest.empty() && !m_follow)
            context.terminal.note(Tr::tr("Nothing of it is in %1.").arg(context.settings.logPath()));
        if (m_follow)
            follow(context.terminal, reader, process);
        return ExitOk;
    }

private:
    [[nodiscard]] LogReader::Handler filtered(const QString &process,
                                              const std::function<void(const QString &)> &print) const
    {
        return [this, process, print](const QJsonObject &event, const QByteArray &line) {
            if (!process.isEmpty() && event.value(QLatin1StringView("process_id")).toString() != process)
                return;
            if (severityOf(event.value(QLatin1StringView("level")).toString()) <
                severityOf(QString::fromStdString(m_level)))
                return;
            print(m_asJson ? QString::fromUtf8(line) : logText(event));
        };
    }

    void follow(const Terminal &terminal, LogReader &reader, const QString &process) const
    {
        QEventLoop loop;
        SignalWatcher signals;
        QTimer look;
        const auto print = filtered(process, [&](const QString &line) { terminal.print(line); });
        QObject::connect(&signals, &SignalWatcher::received, &loop, &QEventLoop::quit);
        QObject::connect(&look, &QTimer::timeout, &loop, [&] { reader.readMore(print); });
        look.start(LookInterval);
        loop.exec();
    }

    std::string m_id;
    std::string m_level = "debug";
    std::size_t m_lines = 100;
    bool m_follow = false;
    bool m_asJson = false;
};

} // namespace

void addLogCommand(Commands &commands)
{
    commands.push_back(std::make_unique<LogCommand>());
}

} // namespace Gemmary

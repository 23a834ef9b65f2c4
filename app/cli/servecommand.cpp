// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "engine.h"
#include "system/signalwatcher.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

// What a supervisor waits before it kills is 30 s (Kubernetes) or more; batches in hand that last longer are
// put back.
constexpr std::chrono::seconds DrainTime(20);

class ServeCommand : public Command
{
public:
    const char *name() const override { return "serve"; }
    QString summary() const override { return Tr::tr("Answer REST requests, and work, until told to stop"); }

    bool isService() const override { return true; }

    void describe(CLI::App &app) override
    {
        const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
        app.add_option("--host", m_host,
                       say(QT_TR_NOOP("The address to listen on (GEMMARY_LISTEN_HOST, else 127.0.0.1)")));
        app.add_option("--port", m_port,
                       say(QT_TR_NOOP("The port (GEMMARY_LISTEN_PORT, else 8787); 0: any free one")))
            ->check(CLI::Range(0, 65535));
        app.add_option("--token-file", m_tokenFile,
                       say(QT_TR_NOOP("Let in who shows a token of this file, one a line, too")));
        app.add_option("--allowed-host", m_allowedHosts,
                       say(QT_TR_NOOP("A name that clients call this server by; may be repeated")));
        app.add_option("--tls-certificate", m_certificate,
                       say(QT_TR_NOOP("Speak TLS with this certificate, a PEM file")));
        app.add_option("--tls-key", m_key, say(QT_TR_NOOP("The certificate's key, a PEM file")));
        app.add_flag("--insecure", m_insecure,
                     say(QT_TR_NOOP("Let others come without TLS; a proxy in front should encrypt")));
        app.add_option("--compat", m_compat,
                       say(QT_TR_NOOP("camel: answer exactly as the original system did")))
            ->check(CLI::IsMember({"camel"}));
        CLI::Option *noWorker =
            app.add_flag("--no-worker", m_noWorker, say(QT_TR_NOOP("Only answer; others work on the store")));
        app.add_option("--workers", m_workers,
                       say(QT_TR_NOOP("Documents read at the same time; one a core otherwise")))
            ->check(CLI::Range(1, 256))
            ->excludes(noWorker);
    }

    // The first signal gives the answers and finishes the batches in hand, for DrainTime at most; the second
    // ends it at once. Either way nothing is lost.
    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(engine, context.engine());
        SignalWatcher signals;
        GEMMARY_ASSIGN(serving, context.backend.startServing(context.settings,
                                                             serveSettings(context.settings.serve), *engine));
        QEventLoop loop;
        bool isOpen = true;
        bool isWorking = !m_noWorker;
        const auto leave = [&] {
            if (!isOpen && !isWorking)
                loop.quit();
        };
        QObject::connect(serving.get(), &Serving::closed, &loop, [&] {
            isOpen = false;
            leave();
        });
        QObject::connect(engine, &Engine::workingStopped, &loop, [&] {
            isWorking = false;
            leave();
        });
        QObject::connect(engine, &Engine::storeTroubled, &loop,
                         [&](const Error &error) { context.terminal.note(error.message); });
        QObject::connect(&signals, &SignalWatcher::received, &loop, [&](int) {
            context.terminal.note(Tr::tr("Giving the answers and finishing the batches in hand…"));
            serving->close();
            if (!isWorking)
                return;
            engine->stopWorking();
            QTimer::singleShot(DrainTime, &loop, [engine] { engine->stopWorking(); });
        });
        if (isWorking)
            engine->startWorking({context.workers(m_workers), std::nullopt});
        announce(context, serving->url());
        loop.exec();
        return ExitOk;
    }

private:
    // What flags say wins over the settings.
    [[nodiscard]] ServeSettings serveSettings(ServeSettings serve) const
    {
        serve.insecure = m_insecure;
        if (!m_host.empty())
            serve.host = QString::fromStdString(m_host);
        if (m_port >= 0)
            serve.port = m_port;
        serve.tokenFile = QString::fromStdString(m_tokenFile);
        if (!m_certificate.empty() || !m_key.empty()) { // of one's own pair, never of two
            serve.tlsCertificate = QString::fromStdString(m_certificate);
            serve.tlsKey = QString::fromStdString(m_key);
        }
        serve.camel = !m_compat.empty();
        for (const std::string &host : m_allowedHosts)
            serve.allowedHosts.append(QString::fromStdString(host));
        return serve;
    }

    // The address goes to stdout: with --port 0 it is what a script asks for.
    void announce(const CommandContext &context, const QString &url) const
    {
        if (context.json) {
            const QJsonObject object{{QStringLiteral("url"), url}};
            context.terminal.text(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) +
                                  QLatin1Char('\n'));
        } else {
            context.terminal.print(url);
        }
        context.terminal.note(m_noWorker
                                  ? Tr::tr("Listening. Ctrl+C ends it.")
                                  : Tr::tr("Listening and working. Ctrl+C ends it after what is in hand."));
    }

    bool m_insecure = false;
    std::string m_host;
    int m_port = -1; // not given
    std::string m_tokenFile;
    std::vector<std::string> m_allowedHosts;
    std::string m_certificate;
    std::string m_key;
    std::string m_compat;
    bool m_noWorker = false;
    int m_workers = 0;
};

} // namespace

void addServeCommand(Commands &commands)
{
    commands.push_back(std::make_unique<ServeCommand>());
}

} // namespace Gemmary

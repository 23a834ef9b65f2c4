// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/listenerdesk.h"
#include "cli/progressline.h"
#include "settings/keyring.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>
#include <QSysInfo>

#include <optional>
#include <vector>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DoctorCommand)
};

constexpr qint64 LittleRoom = 500'000'000; // bytes; a store of a million documents takes 1.3 GB
constexpr std::chrono::seconds ClockTolerance{60};
constexpr std::chrono::seconds ListenerPatience{10};

// What was looked at and found.
struct Finding
{
    const char *check; // for programs, and people who ask others
    QString text;
    QString remedy; // of a problem; empty: there is none

    [[nodiscard]] bool isProblem() const { return !remedy.isEmpty(); }
};

QString nearestFolder(QString path)
{
    while (!QFileInfo(path).isDir() && path != QFileInfo(path).absolutePath())
        path = QFileInfo(path).absolutePath();
    return path;
}

Finding versions()
{
    return {"version",
            Tr::tr("Gemmary %1, Qt %2, %3")
                .arg(QStringLiteral(GEMMARY_VERSION), QLatin1StringView(qVersion()),
                     QSysInfo::prettyProductName()),
            {}};
}

Finding settingsFinding(const CommandContext &context)
{
    if (!context.settingsProblem)
        return {"settings", Tr::tr("every place can be read"), {}};
    return {"settings", context.settingsProblem->message,
            Tr::tr("Mend the file that is named; gemmary-cli config path says where yours is.")};
}

Finding room(const CommandContext &context)
{
    const QString folder = nearestFolder(context.settings.home);
    const QStorageInfo disk(folder);
    const QString text = Tr::tr("%1 free at %2").arg(sizeText(disk.bytesAvailable()), printable(folder));
    if (disk.isReadOnly() || !QFileInfo(folder).isWritable()) {
        return {"disk", Tr::tr("%1 cannot be written").arg(printable(folder)),
                Tr::tr("Give yourself access to it, or set GEMMARY_HOME to a folder of yours.")};
    }
    if (disk.bytesAvailable() < LittleRoom)
        return {"disk", text, Tr::tr("Make room: a store that is full keeps nothing more.")};
    return {"disk", text, {}};
}

Finding store(const CommandContext &context)
{
    const auto facts = context.backend.inspectStore(context.storePlace);
    if (!facts && facts.error().kind == ErrorKind::NotFound)
        return {"store", Tr::tr("none yet; the first process makes it"), {}};
    if (!facts)
        return {"store", facts.error().message, Tr::tr("gemmary-cli db check says more, with -v.")};
    if (!facts->isCurrent()) {
        return {"store",
                Tr::tr("%1 has schema %2 of %3")
                    .arg(printable(facts->place))
                    .arg(facts->schema)
                    .arg(facts->newestSchema),
                Tr::tr("Bring it up to date with: gemmary-cli db migrate")};
    }
    const QString text =
        Tr::tr("%1 (%2) can be written").arg(printable(facts->place), printable(facts->product));
    if (std::chrono::abs(facts->clockAhead) > ClockTolerance)
        return {"store", Tr::tr("%1, but its clock and this computer's differ").arg(text),
                Tr::tr("Let both keep time by NTP.")};
    return {"store", text, {}};
}

// Whom the verbs ask instead of the store.
Finding listener(CommandContext &context)
{
    if (!context.listener)
        return {"listener", Tr::tr("none is named; the verbs ask the store"), {}};
    ListenerDesk &desk = context.listenerDesk();
    desk.client().setPatience(ListenerPatience);
    ProcessFilter one;
    one.limit = 1;
    const auto asked = desk.list(one, [](const auto &) { return false; });
    if (asked)
        return {"listener", Tr::tr("%1 answers").arg(desk.client().url().toString()), {}};
    return {"listener", asked.error().message, Tr::tr("gemmary-cli list tries it again.")};
}

Finding keyring(CommandContext &context)
{
    int kept = 0;
    for (const ModelKey &key : modelKeys()) {
        const auto value = waitFor(readKey(key));
        if (value) {
            ++kept;
            if ((context.settings.*key.member).isEmpty())
                context.settings.*key.member = *value;
        } else if (value.error().kind == ErrorKind::Unavailable) {
            return {"keyring", Tr::tr("none here; keys come from files or the environment"), {}};
        } else if (value.error().kind != ErrorKind::NotFound) {
            return {"keyring", value.error().message, Tr::tr("Unlock it, as your desktop does at log-in.")};
        }
    }
    return {"keyring", Tr::tr("answers; keys kept in it: %1").arg(kept), {}};
}

// Whoever uses no models needs none; what is set up has to work.
Finding models(const CommandContext &context, const char *summarizer, bool isWanted)
{
    const auto offers = context.backend.listModels(context.settings, QLatin1StringView(summarizer));
    if (offers) {
        return {summarizer, Tr::tr("answers; models for text: %1").arg(offers->size()), {}};
    }
    if (!isWanted)
        return {summarizer, Tr::tr("not there; only its own summaries need it"), {}};
    return {summarizer, offers.error().message,
            Tr::tr("gemmary-cli models --summarizer %1 tries it again.").arg(QLatin1StringView(summarizer))};
}

Finding google(const CommandContext &context)
{
    if (context.settings.geminiKey.isEmpty())
        return {"gemini", Tr::tr("no key; only its own summaries need one"), {}};
    return models(context, "gemini", true);
}

class DoctorCommand : public Command
{
public:
    const char *name() const override { return "doctor"; }
    QString summary() const override { return Tr::tr("Look for what is wrong here, and say what helps"); }
    bool mendsSettings() const override { return true; }
    bool asksListener() const override { return true; }
    void describe(CLI::App &) override {}

    Result<int> run(CommandContext &context) override
    {
        const QString &wanted = context.settings.processDefaults.summarizer;
        QJsonArray array;
        int problems = 0;
        const auto show = [&](const Finding &finding) {
            problems += finding.isProblem() ? 1 : 0;
            array.append(toJson(finding));
            if (!context.json)
                print(context.terminal, finding);
        };
        show(versions());
        show(settingsFinding(context));
        show(room(context));
        show(store(context));
        show(listener(context));
        show(keyring(context));
        show(google(context));
        show(models(context, "ollama", wanted == QLatin1StringView("ollama")));
        show(models(context, "openai", wanted == QLatin1StringView("openai")));
        if (context.json)
            context.terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
        else
            context.terminal.note(problems == 0   ? Tr::tr("No problem was found.")
                                  : problems == 1 ? Tr::tr("One problem was found.")
                                                  : Tr::tr("%1 problems were found.").arg(problems));
        return problems == 0 ? ExitOk : ExitError;
    }

private:
    static QJsonObject toJson(const Finding &finding)
    {
        return {{QStringLiteral("check"), QString::fromLatin1(finding.check)},
                {QStringLiteral("ok"), !finding.isProblem()},
                {QStringLiteral("text"), finding.text},
                {QStringLiteral("remedy"), finding.isProblem() ? QJsonValue(finding.remedy) : QJsonValue()}};
    }

    static void print(const Terminal &terminal, const Finding &finding)
    {
        const QString check = QString::fromLatin1(finding.check).leftJustified(10);
        if (!finding.isProblem()) {
            terminal.print(terminal.green(Tr::tr("ok     ")) + QStringLiteral("  ") + check + finding.text);
            return;
        }
        terminal.print(terminal.red(Tr::tr("problem")) + QStringLiteral("  ") + check + finding.text);
        terminal.print(QString(19, QLatin1Char(' ')) + finding.remedy);
    }
};

} // namespace

void addDoctorCommand(Commands &commands)
{
    commands.push_back(std::make_unique<DoctorCommand>());
}

} // namespace Gemmary

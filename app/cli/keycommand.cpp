// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/hiddeninput.h"
#include "cli/keyoption.h"
#include "cli/modeloptions.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(KeyCommand)
};

// Where the program finds a key.
struct KeyPlace
{
    QString word; // for programs
    QString text;
};

KeyPlace placeOf(const SettingsSource &source)
{
    static const QHash<SettingOrigin, QString> words{
        {SettingOrigin::Environment, QStringLiteral("environment")},
        {SettingOrigin::FolderFile, QStringLiteral("folder_file")},
        {SettingOrigin::UserFile, QStringLiteral("user_file")},
        {SettingOrigin::SystemFile, QStringLiteral("system_file")}};
    return {words.value(source.origin), source.name};
}

// The provider whose models a key is tried on.
QString summarizerOf(const ModelKey &key)
{
    const QString name = QString::fromLatin1(key.name);
    return name == QLatin1StringView("gemini") ? name : QStringLiteral("openai");
}

// The model that the settings name, else the first Gemma, else the first.
QString chosenModel(const std::vector<ModelOffer> &models, const QString &wanted)
{
    const auto named = std::ranges::find(models, wanted, &ModelOffer::name);
    if (named != models.end())
        return named->name;
    const auto gemma = std::ranges::find_if(models, &ModelOffer::isGemma);
    return gemma != models.end() ? gemma->name : models.front().name;
}

class KeyCommand : public Command
{
public:
    const char *name() const override { return "key"; }
    QString summary() const override { return Tr::tr("Keep the keys for models in the system's keyring"); }

    void describe(CLI::App &app) override
    {
        const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
        app.add_option("ACTION", m_action,
                       say(QT_TR_NOOP("set: keep a key; test: ask the provider with it; delete: forget it; "
                                      "list: say where each is found")))
            ->required()
            ->check(CLI::IsMember({"set", "test", "delete", "list"}));
        app.add_option("NAME", m_name,
                       say(QT_TR_NOOP("Whose: gemini (Google; when none is named) or server (the one at "
                                      "--base-url)")))
            ->check(CLI::IsMember({"gemini", "server"}));
        app.add_option("--key-file", m_file,
                       say(QT_TR_NOOP("set, test: take it from this file; - is standard input")))
            ->type_name("FILE");
        app.add_option("--model", m_model, say(QT_TR_NOOP("test: ask this one")));
        addBaseUrl(app, m_baseUrl);
    }

    Result<int> run(CommandContext &context) override
    {
        const ModelKey &key = *modelKey(QString::fromStdString(m_name));
        if (m_action == "list")
            return list(context);
        if (m_action == "set")
            return set(context, key);
        if (m_action == "test")
            return test(context, key);
        GEMMARY_TRY(waitFor(forgetKey(key)));
        context.terminal.note(Tr::tr("The key for %1 is deleted.").arg(ownerText(key)));
        return ExitOk;
    }

private:
    Result<int> set(const CommandContext &context, const ModelKey &key) const
    {
        GEMMARY_ASSIGN(value, given(context, key));
        GEMMARY_TRY(checkKey(value));
        GEMMARY_TRY(waitFor(keepKey(key, value)));
        context.terminal.note(Tr::tr("The key for %1 is kept in the keyring. Try it with: gemmary-cli key "
                                     "test %2")
                                  .arg(ownerText(key), QLatin1StringView(key.name)));
        GEMMARY_ASSIGN(sources, settingsSources());
        if (const auto *const source = sourceOf(QString::fromLatin1(key.setting), sources)) {
            context.terminal.note(Tr::tr("%1 in %2 wins over it.")
                                      .arg(QLatin1StringView(key.setting), printable(source->name)));
        }
        return ExitOk;
    }

    Result<QString> given(const CommandContext &context, const ModelKey &key) const
    {
        if (m_file.empty() && inputIsTerminal()) {
            return readHidden(context.terminal, Tr::tr("Key for %1 (it is not shown): ").arg(ownerText(key)));
        }
        return keyFromFile(context, m_file.empty() ? "-" : m_file);
    }

    // Being listed proves nothing: one model is really asked.
    Result<int> test(CommandContext &context, const ModelKey &key) const
    {
        GEMMARY_TRY(applyBaseUrl(m_baseUrl, context.settings));
        GEMMARY_TRY(KeyOption(m_file).apply(context, key));
        const QString summarizer = summarizerOf(key);
        const auto models = context.backend.listModels(context.settings, summarizer);
        if (!models && models.error().kind == ErrorKind::InvalidInput) {
            context.terminal.error(models.error().message);
            return (context.settings.*key.member).isEmpty() ? ExitUsage : ExitRefused;
        }
        GEMMARY_TRY(models);
        if (models->empty())
            return failure(ErrorKind::NotFound, Tr::tr("The provider offers no model for text."));
        const QString wanted =
            m_model.empty() ? context.settings.processDefaults.model : QString::fromStdString(m_model);
        const QString model = m_model.empty() ? chosenModel(*models, wanted) : wanted;
        QElapsedTimer time;
        time.start();
        GEMMARY_TRY(context.backend.tryModel(context.settings, summarizer, model));
        report(context, models->size(), model, time.elapsed());
        return ExitOk;
    }

    void report(const CommandContext &context, std::size_t offered, const QString &model,
                qint64 milliseconds) const
    {
        if (context.json) {
            const QJsonObject answer{{QStringLiteral("key"), QString::fromStdString(m_name)},
                                     {QStringLiteral("models"), static_cast<qint64>(offered)},
                                     {QStringLiteral("model"), model},
                                     {QStringLiteral("answer_ms"), milliseconds}};
            context.terminal.text(QString::fromUtf8(QJsonDocument(answer).toJson()));
            return;
        }
        context.terminal.print(Tr::tr("Models for text there: %1").arg(offered));
        context.terminal.print(
            Tr::tr("%1 answered in %2 ms.").arg(printable(model), countText(milliseconds)));
    }

    static Result<int> list(const CommandContext &context)
    {
        GEMMARY_ASSIGN(sources, settingsSources());
        QJsonArray array;
        QString trouble; // the keyring's, said once
        for (const ModelKey &key : modelKeys()) {
            const KeyPlace place = placeOf(key, sources, trouble);
            array.append(QJsonObject{
                {QStringLiteral("key"), QString::fromLatin1(key.name)},
                {QStringLiteral("place"), place.word.isEmpty() ? QJsonValue() : QJsonValue(place.word)}});
            if (!context.json) {
                context.terminal.print(QStringLiteral("%1  %2  (%3)")
                                           .arg(QString::fromLatin1(key.name).leftJustified(6),
                                                printable(place.text), ownerText(key)));
            }
        }
        if (context.json)
            context.terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
        if (!trouble.isEmpty())
            context.terminal.note(trouble);
        return ExitOk;
    }

    static KeyPlace placeOf(const ModelKey &key, const SettingsSources &sources, QString &trouble)
    {
        if (const auto *const source = sourceOf(QString::fromLatin1(key.setting), sources))
            return Gemmary::placeOf(*source);
        const auto kept = waitFor(readKey(key));
        if (kept)
            return {QStringLiteral("keyring"), Tr::tr("the keyring")};
        if (kept.error().kind != ErrorKind::NotFound)
            trouble = kept.error().message;
        return {{}, Tr::tr("none")};
    }

    std::string m_action;
    std::string m_name = "gemini";
    std::string m_file;
    std::string m_model;
    std::string m_baseUrl;
};

} // namespace

void addKeyCommand(Commands &commands)
{
    commands.push_back(std::make_unique<KeyCommand>());
}

} // namespace Gemmary

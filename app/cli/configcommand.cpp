// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "settings/environmentfile.h"
#include "settings/keyring.h"
#include "settings/settingstable.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ConfigCommand)
};

bool isSecret(const QString &key)
{
    return key == QLatin1StringView("API_TOKEN") ||
           std::ranges::any_of(modelKeys(),
                               [&](const ModelKey &one) { return key == QLatin1StringView(one.setting); });
}

// A setting as it is in force.
struct Shown
{
    QString key;
    QString value; // without what is nobody's business
    QString place; // "the environment", a file; empty: nobody says, its default holds
};

Shown shown(const SettingRow &row, const Settings &settings, const SettingsSources &sources)
{
    const QString key = QString::fromLatin1(row.key);
    const SettingsSource *source = sourceOf(key, sources);
    QString value = settingText(settings, row);
    if (isSecret(key) && !value.isEmpty())
        value = Tr::tr("(set, not shown)");
    if (key == QLatin1StringView("DATABASE_URL") && !value.isEmpty()) {
        QUrl url(value);
        if (!url.password().isEmpty())
            url.setPassword(QStringLiteral("…"));
        url.setQuery(QString()); // may hold a password, too
        value = url.toString();
    }
    return {key, value, source ? source->name : QString()};
}

class ConfigCommand : public Command
{
public:
    const char *name() const override { return "config"; }
    QString summary() const override { return Tr::tr("Show and change the settings"); }

    bool mendsSettings() const override { return true; }

    void describe(CLI::App &app) override
    {
        const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
        app.add_option(
               "ACTION", m_action,
               say(QT_TR_NOOP("list: all settings; get KEY: one; set KEY VALUE, unset KEY: in your own "
                              "file; path: where that is")))
            ->required()
            ->check(CLI::IsMember({"list", "get", "set", "unset", "path"}));
        app.add_option("KEY", m_key, say(QT_TR_NOOP("A setting, such as GEMMARY_TOP_WORDS")))
            ->type_name("KEY");
        app.add_option("VALUE", m_value, say(QT_TR_NOOP("What it shall be")));
        app.add_flag("--sources", m_sources, say(QT_TR_NOOP("list, get: say where each value comes from")));
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_TRY(checkOperands());
        if (m_action == "path") {
            context.terminal.print(userSettingsPath());
            return ExitOk;
        }
        if (m_action == "set" || m_action == "unset")
            return change(context);
        GEMMARY_ASSIGN(sources, settingsSources());
        GEMMARY_ASSIGN(settings, loadSettings(sources));
        return m_action == "get" ? get(context, settings, sources) : list(context, settings, sources);
    }

private:
    Result<void> checkOperands() const
    {
        const bool wantsKey = m_action == "get" || m_action == "set" || m_action == "unset";
        if (wantsKey == m_key.empty()) {
            return failure(ErrorKind::InvalidInput,
                           wantsKey ? Tr::tr("Name a setting; gemmary-cli config list shows them all.")
                                    : Tr::tr("\"%1\" takes no key.").arg(QString::fromStdString(m_action)));
        }
        if ((m_action == "set") == m_value.empty()) {
            return failure(ErrorKind::InvalidInput,
                           m_value.empty() ? Tr::tr("Say what it shall be: gemmary-cli config set %1 VALUE")
                                                 .arg(printable(QString::fromStdString(m_key)))
                                           : Tr::tr("Only set takes a value."));
        }
        return {};
    }

    Result<const SettingRow *> row() const
    {
        const QString key = QString::fromStdString(m_key);
        if (const SettingRow *known = settingRow(key))
            return known;
        return failure(ErrorKind::NotFound,
                       Tr::tr("There is no setting \"%1\". gemmary-cli config list shows them all.")
                           .arg(printable(key)));
    }

    Result<int> get(const CommandContext &context, const Settings &settings,
                    const SettingsSources &sources) const
    {
        GEMMARY_ASSIGN(known, row());
        const Shown one = shown(*known, settings, sources);
        if (context.json)
            context.terminal.text(QString::fromUtf8(QJsonDocument(toJson(one)).toJson()));
        else
            context.terminal.print(m_sources ? lineOf(one, false) : printable(one.value));
        return ExitOk;
    }

    Result<int> list(const CommandContext &context, const Settings &settings,
                     const SettingsSources &sources) const
    {
        QJsonArray array;
        for (const SettingRow &known : settingRows()) {
            const Shown one = shown(known, settings, sources);
            array.append(toJson(one));
            if (!context.json)
                context.terminal.print(lineOf(one, true));
        }
        if (context.json)
            context.terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
        return ExitOk;
    }

    QString lineOf(const Shown &one, bool withKey) const
    {
        QString line = withKey ? one.key + QLatin1Char('=') + printable(one.value) : printable(one.value);
        if (m_sources)
            line += QLatin1Char('\t') + (one.place.isEmpty() ? Tr::tr("default") : printable(one.place));
        return line;
    }

    static QJsonObject toJson(const Shown &one)
    {
        return {{QStringLiteral("key"), one.key},
                {QStringLiteral("value"), one.value},
                {QStringLiteral("source"), one.place.isEmpty() ? QJsonValue() : QJsonValue(one.place)}};
    }

    Result<int> change(const CommandContext &context) const
    {
        GEMMARY_ASSIGN(known, row());
        const QString key = QString::fromLatin1(known->key);
        std::optional<QString> value;
        if (m_action == "set") {
            GEMMARY_TRY(checkSecret(key));
            GEMMARY_ASSIGN(text, checkedText(*known));
            value = std::move(text);
        }
        GEMMARY_TRY(changeEnvironmentFile(userSettingsPath(), {{key, value}}));
        GEMMARY_ASSIGN(sources, settingsSources());
        const SettingsSource *winner = sourceOf(key, sources);
        if (winner && winner->origin != SettingOrigin::UserFile &&
            winner->origin != SettingOrigin::SystemFile)
            context.terminal.note(Tr::tr("%1 in %2 wins over it.").arg(key, printable(winner->name)));
        return ExitOk;
    }

    // What is an argument is in lists of processes and in shells' histories.
    static Result<void> checkSecret(const QString &key)
    {
        if (!isSecret(key))
            return {};
        if (key == QLatin1StringView("API_TOKEN")) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("A token is no argument: others could read it. Write it into the file that "
                                  "gemmary-cli config path names, or give its file with --token-file."));
        }
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("A key is no argument: others could read it. Use: gemmary-cli key set"));
    }

    // The value in the form that files keep.
    Result<QString> checkedText(const SettingRow &known) const
    {
        Settings settings;
        const QString value = QString::fromStdString(m_value);
        if (setSetting(settings, known, value))
            return settingText(settings, known);
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 cannot be \"%2\": it must be %3.")
                           .arg(QString::fromLatin1(known.key), printable(value), expectedText(known)));
    }

    std::string m_action;
    std::string m_key;
    std::string m_value;
    bool m_sources = false;
};

} // namespace

void addConfigCommand(Commands &commands)
{
    commands.push_back(std::make_unique<ConfigCommand>());
}

} // namespace Gemmary

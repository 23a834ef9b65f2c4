// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/usersettings.h"

#include "settings/environmentfile.h"
#include "settings/settingstable.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

QString userFileOf(const SettingsSources &sources)
{
    const auto file = std::ranges::find(sources, SettingOrigin::UserFile, &SettingsSource::origin);
    return file == sources.end() ? userSettingsPath() : file->name;
}

// The value in the form that files keep.
Result<QString> checkedText(const SettingRow &row, const QString &value)
{
    Settings settings;
    if (!setSetting(settings, row, value)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 cannot be \"%2\": it must be %3.")
                           .arg(QString::fromLatin1(row.key), value, expectedText(row)));
    }
    return settingText(settings, row);
}

Result<QString> checked(const QString &key, const QString &value)
{
    const SettingRow *row = settingRow(key);
    if (!row || !row->isPreference)
        return failure(ErrorKind::InvalidInput, Tr::tr("There is no preference %1.").arg(key));
    return checkedText(*row, value);
}

} // namespace

QString valueWithoutUser(const QString &key, const SettingsSources &sources)
{
    SettingsSources others;
    std::ranges::copy_if(sources, std::back_inserter(others), [](const SettingsSource &source) {
        return source.origin == SettingOrigin::SystemFile;
    });
    const SettingRow *row = settingRow(key);
    const auto settings = loadSettings(others);
    return row ? settingText(settings.value_or(Settings()), *row) : QString();
}

namespace {

// All of the choices or none; one that is the default anyhow is taken out.
Result<void> keep(const std::vector<std::pair<QString, QString>> &choices, const SettingsSources &sources)
{
    SettingChanges changes;
    for (const auto &[key, value] : choices) {
        GEMMARY_ASSIGN(text, checkedText(*settingRow(key), value));
        const bool isDefault = text == valueWithoutUser(key, sources);
        changes.insert(key, isDefault ? std::nullopt : std::optional(std::move(text)));
    }
    return changeEnvironmentFile(userFileOf(sources), changes);
}

} // namespace

Result<void> setUserValue(const SettingsSources &sources, const QString &key, const QString &value)
{
    GEMMARY_ASSIGN(text, checked(key, value));
    const bool isDefault = text == valueWithoutUser(key, sources);
    return changeEnvironmentFile(userFileOf(sources),
                                 {{key, isDefault ? std::nullopt : std::optional(std::move(text))}});
}

Result<void> setUserDatabase(const SettingsSources &sources, const QString &address)
{
    const QString key = QStringLiteral("DATABASE_URL");
    GEMMARY_ASSIGN(text, checkedText(*settingRow(key), address));
    return changeEnvironmentFile(userFileOf(sources),
                                 {{key, text.isEmpty() ? std::nullopt : std::optional(std::move(text))}});
}

Result<void> setUserSummarizer(const SettingsSources &sources, const QString &summarizer,
                               const QString &model, const std::optional<QString> &address)
{
    std::vector<std::pair<QString, QString>> choices{{QStringLiteral("GEMMARY_SUMMARIZER"), summarizer},
                                                     {QStringLiteral("GEMMARY_MODEL"), model}};
    if (address)
        choices.emplace_back(QStringLiteral("GEMMARY_BASE_URL"), *address);
    return keep(choices, sources);
}

QStringList listenerChanges(const Settings &before, const Settings &chosen)
{
    QStringList changes;
    for (const char *name : {"GEMMARY_LISTEN", "GEMMARY_LISTEN_HOST", "GEMMARY_LISTEN_PORT",
                             "GEMMARY_LISTEN_NAMES", "GEMMARY_TLS_CERTIFICATE", "GEMMARY_TLS_KEY"}) {
        const QString key = QString::fromLatin1(name);
        if (settingText(before, *settingRow(key)) != settingText(chosen, *settingRow(key)))
            changes.append(key);
    }
    return changes;
}

Result<void> setUserListener(const SettingsSources &sources, const Settings &before, const Settings &chosen)
{
    std::vector<std::pair<QString, QString>> choices;
    for (const QString &key : listenerChanges(before, chosen))
        choices.emplace_back(key, settingText(chosen, *settingRow(key)));
    return keep(choices, sources);
}

QMap<QString, QString> userValues(const SettingsSources &sources)
{
    QMap<QString, QString> values;
    const auto file = std::ranges::find(sources, SettingOrigin::UserFile, &SettingsSource::origin);
    if (file == sources.end())
        return values;
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        if (row.isPreference && file->values.contains(key))
            values.insert(key, file->values.value(key));
    }
    return values;
}

Result<void> replaceUserValues(const SettingsSources &sources, const QMap<QString, QString> &values)
{
    SettingChanges changes;
    for (const SettingRow &row : settingRows()) {
        if (row.isPreference)
            changes.insert(QString::fromLatin1(row.key), std::nullopt);
    }
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        GEMMARY_ASSIGN(text, checked(value.key(), value.value()));
        changes.insert(value.key(), std::move(text));
    }
    return changeEnvironmentFile(userFileOf(sources), changes);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferencesfile.h"

#include "settings/environmentfile.h"
#include "settings/settingstable.h"
#include "settings/usersettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gemmary {

namespace {

struct FileTexts
{
    Q_DECLARE_TR_FUNCTIONS(FileTexts)
};

const QString DatabaseKey = QStringLiteral("DATABASE_URL");

struct KindOf
{
    PreferenceRow &row;

    void operator()(const SettingRules::Flag &) const { row.kind = PreferenceRow::Kind::Bool; }
    void operator()(const SettingRules::Size &) const { row.kind = PreferenceRow::Kind::Size; }
    void operator()(const SettingRules::List &) const { row.kind = PreferenceRow::Kind::List; }
    void operator()(const SettingRules::Either &) const { row.kind = PreferenceRow::Kind::Choice; }
    void operator()(const SettingRules::Word &) const { row.kind = PreferenceRow::Kind::Choice; }
    void operator()(const SettingRules::Level &) const { row.kind = PreferenceRow::Kind::Choice; }
    void operator()(const SettingRules::Number &rule) const
    {
        row.kind = PreferenceRow::Kind::Number;
        row.least = rule.least;
        row.most = rule.most;
    }
    template <typename Other>
    void operator()(const Other &) const
    {
        row.kind = PreferenceRow::Kind::Text;
    }
};

PreferenceRow::Origin shownOrigin(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Environment:
        return PreferenceRow::Origin::Environment;
    case SettingOrigin::FolderFile:
        return PreferenceRow::Origin::FolderFile;
    case SettingOrigin::UserFile:
        return PreferenceRow::Origin::UserFile;
    case SettingOrigin::SystemFile:
        return PreferenceRow::Origin::SystemFile;
    case SettingOrigin::Default:
        break;
    }
    return PreferenceRow::Origin::Default;
}

// Paths without the user's name.
QString withoutHome(QString path)
{
    return path.replace(QDir::homePath(), QStringLiteral("~"));
}

} // namespace

PreferencesFile::PreferencesFile(Settings settings, SettingsSources sources, StoreInUse store,
                                 QObject *parent)
    : PreferencesSource(parent)
    , m_settings(std::move(settings))
    , m_sources(std::move(sources))
    , m_store(std::move(store))
{}

std::vector<PreferenceRow> PreferencesFile::rows() const
{
    std::vector<PreferenceRow> rows;
    for (const SettingRow &setting : settingRows()) {
        if (!setting.isPreference)
            continue;
        PreferenceRow row;
        row.key = QString::fromLatin1(setting.key);
        std::visit(KindOf{row}, setting.rule);
        row.options = settingWords(setting);
        row.value = settingText(m_settings, setting);
        row.defaultValue = valueWithoutUser(row.key, m_sources);
        if (const SettingsSource *source = sourceOf(row.key, m_sources)) {
            row.origin = shownOrigin(source->origin);
            row.sourceName = source->name;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<void> PreferencesFile::set(const QString &key, const QString &value)
{
    GEMMARY_TRY(checkOurs(key));
    GEMMARY_TRY(setUserValue(m_sources, key, value));
    return readAgain();
}

// What is set elsewhere would be kept, but not hold.
Result<void> PreferencesFile::checkOurs(const QString &key) const
{
    const QString winner = setBy(key);
    if (winner.isEmpty())
        return {};
    return failure(ErrorKind::Conflict,
                   FileTexts::tr("%1 is set by %2, which wins. Change it there.").arg(key, winner));
}

QString PreferencesFile::sourceName(const QString &key) const
{
    const SettingsSource *source = sourceOf(key, m_sources);
    if (!source)
        return {};
    // Named anew: the language may be another since.
    return source->origin == SettingOrigin::Environment ? FileTexts::tr("the environment") : source->name;
}

QString PreferencesFile::setBy(const QString &key) const
{
    const SettingsSource *source = sourceOf(key, m_sources);
    return source && source->origin < SettingOrigin::UserFile ? sourceName(key) : QString();
}

Result<void> PreferencesFile::chooseSummarizer(const QString &summarizer, const QString &model,
                                               const std::optional<QString> &address)
{
    for (const QString &key : {QStringLiteral("GEMMARY_SUMMARIZER"), QStringLiteral("GEMMARY_MODEL")})
        GEMMARY_TRY(checkOurs(key));
    const bool moves = address && *address != m_settings.modelServerUrl;
    if (moves)
        GEMMARY_TRY(checkOurs(QStringLiteral("GEMMARY_BASE_URL")));
    GEMMARY_TRY(setUserSummarizer(m_sources, summarizer, model, moves ? address : std::nullopt));
    return readAgain();
}

Result<void> PreferencesFile::chooseListener(bool isOn, const ServeSettings &serve)
{
    Settings chosen = m_settings;
    chosen.ui.listen = isOn;
    chosen.serve = serve;
    for (const QString &key : listenerChanges(m_settings, chosen))
        GEMMARY_TRY(checkOurs(key));
    GEMMARY_TRY(setUserListener(m_sources, m_settings, chosen));
    return readAgain();
}

PreferencesSource::Values PreferencesFile::chosen() const
{
    return userValues(m_sources);
}

Result<void> PreferencesFile::replaceChosen(const Values &values)
{
    GEMMARY_TRY(replaceUserValues(m_sources, values));
    return readAgain();
}

Result<void> PreferencesFile::exportTo(const QString &path) const
{
    SettingChanges values;
    for (const SettingRow &row : settingRows()) {
        if (row.isPreference) // what else an older file at that place has, stays
            values.insert(QString::fromLatin1(row.key), std::nullopt);
    }
    const Values own = chosen();
    for (auto value = own.cbegin(); value != own.cend(); ++value)
        values.insert(value.key(), value.value());
    return changeEnvironmentFile(path, values);
}

Result<void> PreferencesFile::importFrom(const QString &path)
{
    if (!QFileInfo(path).isReadable())
        return failure(ErrorKind::InvalidInput,
                       FileTexts::tr("%1 cannot be read. Give yourself access to it.").arg(path));
    GEMMARY_ASSIGN(values, readEnvironmentFile(path));
    Values preferences;
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        if (row.isPreference && values.contains(key))
            preferences.insert(key, values.value(key));
    }
    if (preferences.isEmpty()) {
        return failure(
            ErrorKind::InvalidInput,
            FileTexts::tr("There are no preferences in %1. Choose a file that Gemmary exported.").arg(path));
    }
    return replaceChosen(preferences);
}

PreferenceFacts PreferencesFile::facts() const
{
    PreferenceFacts facts;
    facts.homePath = m_settings.home;
    facts.storePath = m_settings.storePath();
    for (const char *part : {"", "-wal", "-shm"}) // of one database
        facts.storeBytes += QFileInfo(facts.storePath + QString::fromLatin1(part)).size();
    facts.logPath = m_settings.logPath();
    const auto file = std::ranges::find(m_sources, SettingOrigin::UserFile, &SettingsSource::origin);
    facts.settingsPath = file == m_sources.end() ? userSettingsPath() : file->name;
    facts.sharedPlace = m_store.sharedPlace;
    if (const SettingsSource *source = sourceOf(DatabaseKey, m_sources)) {
        facts.sharedAddress = source->values.value(DatabaseKey);
        facts.sharedSource = setBy(DatabaseKey);
        if (source->origin == SettingOrigin::SystemFile)
            facts.sharedSource = source->name;
    }
    return facts;
}

QFuture<Result<StoreFacts>> PreferencesFile::testDatabase(const QString &address) const
{
    SettingsSources sources = m_sources;
    sources.insert(sources.begin(), {FileTexts::tr("the field"), {{DatabaseKey, address}}});
    return QtConcurrent::run([sources, inspect = m_store.inspect]() -> Result<StoreFacts> {
        GEMMARY_ASSIGN(settings, loadSettings(sources)); // with the password that a file holds
        return inspect(settings.databaseUrl);
    });
}

Result<void> PreferencesFile::shareDatabase(const QString &address)
{
    GEMMARY_TRY(setUserDatabase(m_sources, address));
    return readAgain();
}

QString PreferencesFile::diagnostics() const
{
    const PreferenceFacts where = facts();
    QStringList lines{
        QStringLiteral("Gemmary %1, Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        QStringLiteral("%1, %2, %3 cores")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
            .arg(QThread::idealThreadCount()),
        QStringLiteral("Locale %1").arg(QLocale::system().name()),
        QStringLiteral("Results %1, %2 bytes").arg(withoutHome(where.storePath)).arg(where.storeBytes),
        QStringLiteral("Log %1").arg(withoutHome(where.logPath)),
        {},
    };
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        const SettingsSource *source = sourceOf(key, m_sources);
        // What is no preference may be an address with a password in it.
        const QString value = row.isPreference ? settingText(m_settings, row)
                              : source         ? QStringLiteral("(set)")
                                               : QStringLiteral("(not set)");
        lines.append(QStringLiteral("%1=%2  # %3")
                         .arg(key, value, source ? withoutHome(source->name) : QStringLiteral("default")));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

Result<void> PreferencesFile::readAgain()
{
    GEMMARY_ASSIGN(sources, sourcesAgain(m_sources));
    GEMMARY_ASSIGN(settings, loadSettings(sources));
    settings.home = m_settings.home;
    settings.instance = m_settings.instance;
    m_sources = std::move(sources);
    m_settings = std::move(settings);
    Q_EMIT changed();
    return {};
}

} // namespace Gemmary

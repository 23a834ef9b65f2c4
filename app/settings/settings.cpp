// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "settings/environmentfile.h"
#include "settings/settingstable.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QSysInfo>
#include <QThread>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

constexpr qint64 LongestPassword = 4096;

QString defaultHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gemmary");
}

SettingsSource environmentSource()
{
    SettingsSource environment{Tr::tr("the environment"), {}, SettingOrigin::Environment};
    const auto variables = QProcessEnvironment::systemEnvironment();
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        if (variables.contains(key))
            environment.values.insert(key, variables.value(key));
    }
    return environment;
}

// The password joins the address as libpq reads it there; no address is shown with it.
Result<void> addPassword(Settings &settings)
{
    if (settings.databaseUrl.isEmpty() || settings.databasePasswordFile.isEmpty())
        return {};
    QFile file(settings.databasePasswordFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("The file %1, which DATABASE_PASSWORD_FILE names, cannot be read.").arg(file.fileName()),
            file.errorString());
    }
    const QByteArray password = file.readLine(LongestPassword).trimmed();
    const QLatin1Char separator(settings.databaseUrl.contains(QLatin1Char('?')) ? '&' : '?');
    settings.databaseUrl +=
        separator + QLatin1String("password=") + QString::fromLatin1(password.toPercentEncoding());
    return {};
}

} // namespace

int UiSettings::workerCount() const
{
    return workers > 0 ? workers : QThread::idealThreadCount();
}

bool isServer(const QString &storePlace)
{
    return storePlace.startsWith(QLatin1String("postgresql:")) ||
           storePlace.startsWith(QLatin1String("postgres:"));
}

ProcessSettings defaultsFor(const Settings &settings, bool shared)
{
    ProcessSettings defaults = settings.processDefaults;
    if (!settings.content.isEmpty())
        defaults.content = settings.content;
    else if (shared)
        defaults.content = QStringLiteral("stored");
    return defaults;
}

Result<SettingsSources> settingsSources()
{
    SettingsSources sources{environmentSource()};
    const std::pair<QString, SettingOrigin> files[] = {
        {QStringLiteral(".env"), SettingOrigin::FolderFile},
        {userSettingsPath(), SettingOrigin::UserFile},
        {QStringLiteral("/etc/gemmary/gemmary.conf"), SettingOrigin::SystemFile},
    };
    for (const auto &[path, origin] : files) {
        GEMMARY_ASSIGN(values, readEnvironmentFile(path));
        sources.push_back({path, std::move(values), origin});
    }
    return sources;
}

Result<SettingsSources> sourcesAgain(const SettingsSources &sources)
{
    SettingsSources again = sources;
    for (SettingsSource &source : again) {
        if (source.origin == SettingOrigin::Environment) // is what the program began with
            continue;
        GEMMARY_ASSIGN(values, readEnvironmentFile(source.name));
        source.values = std::move(values);
    }
    return again;
}

const SettingsSource *sourceOf(const QString &key, const SettingsSources &sources)
{
    for (const SettingsSource &source : sources) {
        if (!source.values.value(key).isEmpty())
            return &source;
    }
    return nullptr;
}

Result<Settings> loadSettings(const SettingsSources &sources)
{
    Settings settings;
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        const SettingsSource *source = sourceOf(key, sources);
        if (!source)
            continue;
        const QString value = source->values.value(key);
        if (!setSetting(settings, row, value)) {
            return failure(ErrorKind::InvalidInput, Tr::tr("%1 in %2 is \"%3\", but must be %4.")
                                                        .arg(key, source->name, value, expectedText(row)));
        }
    }
    // Of the user's own server in a file: Google's key and texts are not meant for that.
    const SettingsSource *address = sourceOf(QStringLiteral("GEMMARY_BASE_URL"), sources);
    if (address && address->origin < SettingOrigin::UserFile)
        settings.geminiUrl = settings.modelServerUrl;
    const auto isOfFolder = [&sources](const char *key) {
        const SettingsSource *source = sourceOf(QLatin1StringView(key), sources);
        return source && source->origin == SettingOrigin::FolderFile;
    };
    settings.isApiUrlOfFolder = isOfFolder("API_URL");
    settings.isApiTokenOfFolder = isOfFolder("API_TOKEN");
    if (settings.home.isEmpty())
        settings.home = defaultHome();
    if (settings.machine.isEmpty())
        settings.machine = QSysInfo::machineHostName();
    GEMMARY_TRY(addPassword(settings));
    settings.production = settings.profile == QLatin1StringView("prod");
    if (settings.production) {
        settings.testDelay = {};
        settings.testFailure = false;
        settings.testCrash.clear();
    }
    return settings;
}

} // namespace Gemmary

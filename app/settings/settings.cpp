// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <functional>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

using Set = bool (*)(Settings &settings, const QString &value); // false: the value cannot be

bool setLevel(Settings &settings, const QString &value)
{
    static const QHash<QString, QtMsgType> levels{{QStringLiteral("debug"), QtDebugMsg},
                                                  {QStringLiteral("info"), QtInfoMsg},
                                                  {QStringLiteral("warning"), QtWarningMsg},
                                                  {QStringLiteral("error"), QtCriticalMsg}};
    const auto level = levels.constFind(value.toLower());
    if (level == levels.constEnd())
        return false;
    settings.logLevel = *level;
    return true;
}

bool setDelay(Settings &settings, const QString &value)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    settings.testDelay = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    return isNumber && seconds >= 0 && seconds <= 3600;
}

bool setFailure(Settings &settings, const QString &value)
{
    settings.testFailure = value == QLatin1StringView("true");
    return settings.testFailure || value == QLatin1StringView("false");
}

template <QString Settings::*member>
bool setText(Settings &settings, const QString &value)
{
    settings.*member = value;
    return true;
}

struct Row
{
    const char *key;
    Set set;
    const char *expected; // what may stand there
};

const Row Rows[] = {
    {"GEMMARY_HOME", setText<&Settings::home>, QT_TRANSLATE_NOOP("Settings", "a folder")},
    {"DATABASE_URL", setText<&Settings::databaseUrl>, QT_TRANSLATE_NOOP("Settings", "a URL")},
    {"GEMMARY_SUMMARIZER", setText<&Settings::summarizer>,
     QT_TRANSLATE_NOOP("Settings", "extractive or none")},
    {"GEMMARY_MODEL", setText<&Settings::model>, QT_TRANSLATE_NOOP("Settings", "a model's name")},
    {"GEMMARY_LOG_LEVEL", setLevel, QT_TRANSLATE_NOOP("Settings", "debug, info, warning or error")},
    {"GEMMARY_PROFILE",
     [](Settings &settings, const QString &value) {
         settings.production = value == QLatin1StringView("prod");
         return true;
     },
     QT_TRANSLATE_NOOP("Settings", "prod or any other name")},
    {"TEST_WORKER_DELAY_SECONDS", setDelay, QT_TRANSLATE_NOOP("Settings", "a number of seconds up to 3600")},
    {"TEST_WORKER_FORCE_FAILURE", setFailure, QT_TRANSLATE_NOOP("Settings", "true or false")},
};

QString defaultHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gemmary");
}

QString unquoted(const QString &value)
{
    for (const QChar quote : {QLatin1Char('"'), QLatin1Char('\'')}) {
        if (value.size() >= 2 && value.startsWith(quote) && value.endsWith(quote))
            return value.mid(1, value.size() - 2);
    }
    const auto comment = value.indexOf(QStringLiteral(" #"));
    return comment < 0 ? value : value.left(comment).trimmed();
}

Result<std::vector<SettingsSource>> withFile(std::vector<SettingsSource> sources, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sources;
    GEMMARY_ASSIGN(values, parseEnvironmentFile(QString::fromUtf8(file.readAll()), path));
    sources.push_back({path, std::move(values)});
    return sources;
}

} // namespace

Result<QHash<QString, QString>> parseEnvironmentFile(const QString &text, const QString &name)
{
    QHash<QString, QString> values;
    int number = 0;
    for (QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        if (line.startsWith(QStringLiteral("export ")))
            line = line.sliced(7).trimmed();
        const auto equals = line.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("%1, line %2 is not of the form KEY=VALUE.").arg(name).arg(number));
        }
        values.insert(line.first(equals).trimmed().toString(),
                      unquoted(line.sliced(equals + 1).trimmed().toString()));
    }
    return values;
}

Result<std::vector<SettingsSource>> settingsSources()
{
    std::vector<SettingsSource> sources;
    SettingsSource environment{Tr::tr("the environment"), {}};
    const auto variables = QProcessEnvironment::systemEnvironment();
    for (const Row &row : Rows) {
        const QString key = QString::fromLatin1(row.key);
        if (variables.contains(key))
            environment.values.insert(key, variables.value(key));
    }
    sources.push_back(std::move(environment));
    const QString user = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const QString &path : {QStringLiteral(".env"), user + QStringLiteral("/gemmary/gemmary.conf"),
                                QStringLiteral("/etc/gemmary/gemmary.conf")}) {
        GEMMARY_ASSIGN(more, withFile(std::move(sources), path));
        sources = std::move(more);
    }
    return sources;
}

Result<Settings> loadSettings(const std::vector<SettingsSource> &sources)
{
    Settings settings;
    for (const Row &row : Rows) {
        const QString key = QString::fromLatin1(row.key);
        for (const SettingsSource &source : sources) {
            const auto value = source.values.constFind(key);
            if (value == source.values.constEnd() || value->isEmpty())
                continue;
            if (!row.set(settings, *value)) {
                return failure(ErrorKind::InvalidInput,
                               Tr::tr("%1 in %2 is \"%3\", but must be %4.")
                                   .arg(key, source.name, *value, Tr::tr(row.expected)));
            }
            break;
        }
    }
    if (settings.home.isEmpty())
        settings.home = defaultHome();
    if (settings.production) {
        settings.testDelay = {};
        settings.testFailure = false;
    }
    return settings;
}

} // namespace Gemmary

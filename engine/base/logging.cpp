// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include "base/logsink.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <mutex>

namespace Gemmary {

Q_LOGGING_CATEGORY(logIntake, "gemmary.intake")
Q_LOGGING_CATEGORY(logText, "gemmary.text")
Q_LOGGING_CATEGORY(logSummary, "gemmary.summary")
Q_LOGGING_CATEGORY(logStore, "gemmary.store")
Q_LOGGING_CATEGORY(logPipeline, "gemmary.pipeline")
Q_LOGGING_CATEGORY(logEngine, "gemmary.engine")
Q_LOGGING_CATEGORY(logApp, "gemmary.app")

namespace {

// Qt calls its message handler on the logging thread itself, so the fields of the event in hand reach it
// here.
thread_local const std::initializer_list<LogField> *eventFields = nullptr;

// Qt's message handler is a bare function pointer; what it writes to has to be reachable from it.
std::mutex sinkMutex;
std::unique_ptr<LogSink> sink; // clazy:exclude=non-pod-global-static
LogSettings sinkSettings;      // clazy:exclude=non-pod-global-static

int severity(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    return 4;
}

QString levelName(QtMsgType type)
{
    constexpr const char *Names[] = {"debug", "info", "warning", "error", "fatal"};
    return QString::fromLatin1(Names[severity(type)]);
}

QJsonObject eventObject(QtMsgType type, const char *category, const QString &message)
{
    QJsonObject object{
        {QStringLiteral("timestamp"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("level"), levelName(type)},
        {QStringLiteral("category"), QString::fromLatin1(category ? category : "default")},
        {QStringLiteral("message"), message},
    };
    if (!sinkSettings.instance.isEmpty())
        object.insert(QStringLiteral("instance"), sinkSettings.instance);
    if (eventFields) {
        for (const LogField &field : *eventFields) {
            if (const QLatin1StringView key(field.key); !object.contains(key)) // the event's own keys stay
                object.insert(key, field.value);
        }
    }
    return object;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::scoped_lock lock(sinkMutex);
    if (!sink || severity(type) < severity(sinkSettings.level))
        return;
    sink->write(eventObject(type, context.category, message));
}

void logEvent(QtMsgType type, const QLoggingCategory &category, const QString &message,
              const std::initializer_list<LogField> &fields)
{
    if (!category.isEnabled(type))
        return;
    eventFields = &fields;
    const QMessageLogContext context(nullptr, 0, nullptr, category.categoryName());
    qt_message_output(type, context, message);
    eventFields = nullptr;
}

} // namespace

void logDebug(LogCategory category, const QString &message, std::initializer_list<LogField> fields)
{
    logEvent(QtDebugMsg, category(), message, fields);
}

void logInfo(LogCategory category, const QString &message, std::initializer_list<LogField> fields)
{
    logEvent(QtInfoMsg, category(), message, fields);
}

void logWarning(LogCategory category, const QString &message, std::initializer_list<LogField> fields)
{
    logEvent(QtWarningMsg, category(), message, fields);
}

void logError(LogCategory category, const QString &message, std::initializer_list<LogField> fields)
{
    logEvent(QtCriticalMsg, category(), message, fields);
}

void installLogging(const LogSettings &settings)
{
    const std::scoped_lock lock(sinkMutex);
    sinkSettings = settings;
    sink = std::make_unique<LogSink>(settings);
    if (settings.level == QtDebugMsg)
        QLoggingCategory::setFilterRules(QStringLiteral("gemmary.*=true"));
    qInstallMessageHandler(handleMessage);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QLoggingCategory>
#include <QString>

#include <initializer_list>

namespace Gemmary {

// One category a room; `gemmary.*` in QT_LOGGING_RULES.
Q_DECLARE_LOGGING_CATEGORY(logIntake)
Q_DECLARE_LOGGING_CATEGORY(logText)
Q_DECLARE_LOGGING_CATEGORY(logSummary)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logPipeline)
Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logApp)

using LogCategory = const QLoggingCategory &(*)(); // what Q_DECLARE_LOGGING_CATEGORY declares

// A fact beside a message: {"process_id", id}. Keys are snake_case. Never a secret, never document text.
struct LogField
{
    const char *key;
    QJsonValue value;
};

// Write one event through Qt's message handler, fields and all. Thread-safe.
void logDebug(LogCategory category, const QString &message, std::initializer_list<LogField> fields = {});
void logInfo(LogCategory category, const QString &message, std::initializer_list<LogField> fields = {});
void logWarning(LogCategory category, const QString &message, std::initializer_list<LogField> fields = {});
void logError(LogCategory category, const QString &message, std::initializer_list<LogField> fields = {});

// Where the log goes and how much of it. Installed once by a program's main().
struct LogSettings
{
    enum class Console {
        None,  // a program that shows its own messages
        Human, // one readable line an event
        Json   // the file's format
    };

    QtMsgType level = QtInfoMsg;          // this and worse
    Console console = Console::Human;     // stderr
    QString filePath;                     // JSON lines; empty: no file
    qint64 rotateBytes = 8 * 1024 * 1024; // then renamed to .1 … .4, the oldest dropped
    QString instance;                     // id of this engine, on every line
};

// Replaces Qt's message handler for the whole program. A file that cannot be opened is said on stderr once
// and logging goes on without it.
void installLogging(const LogSettings &settings);

} // namespace Gemmary

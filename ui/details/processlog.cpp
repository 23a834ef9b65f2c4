// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/processlog.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int Rotations = 4;

QString textOf(QJsonObject event)
{
    QString text = event.take(QStringLiteral("message")).toString();
    for (const char *known : {"timestamp", "level", "category", "instance", "process_id"})
        event.remove(QLatin1StringView(known));
    for (auto fact = event.constBegin(); fact != event.constEnd(); ++fact)
        text += QStringLiteral(" · %1 %2").arg(fact.key(), fact.value().toVariant().toString());
    return text;
}

void readFile(const QString &path, const QByteArray &id, std::vector<LogEntry> &entries)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.contains(id))
            continue;
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.value(QStringLiteral("process_id")).toString() != QString::fromLatin1(id))
            continue;
        entries.push_back({event.value(QStringLiteral("timestamp")).toString(),
                           event.value(QStringLiteral("level")).toString(), textOf(event)});
    }
}

} // namespace

std::vector<LogEntry> readProcessLog(const QString &path, const ProcessId &id, int limit)
{
    std::vector<LogEntry> entries;
    const QByteArray text = id.toString().toLatin1();
    for (int age = Rotations; age >= 1; --age)
        readFile(QStringLiteral("%1.%2").arg(path).arg(age), text, entries);
    readFile(path, text, entries);
    const auto most = static_cast<std::size_t>(limit);
    if (entries.size() > most)
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(most));
    return entries;
}

QString redactedLog(const std::vector<LogEntry> &entries)
{
    static const QRegularExpression path(
        QStringLiteral("(?<![\\w])/(?:[^/\\s]+/)*[^/\\s]*?(\\.[A-Za-z0-9]{1,5})?(?=[\\s\":,;)]|$)"));
    QString text;
    for (const LogEntry &entry : entries) {
        QString redacted = entry.text;
        redacted.replace(path, QStringLiteral("<path>\\1"));
        text += QStringLiteral("%1 %2 %3\n").arg(entry.time, entry.level, redacted);
    }
    return text;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/deadletterjson.h"

#include "wire/timejson.h"

#include <QStringList>

namespace Gemmary {

QString jobText(const DeadLetter &letter)
{
    return QStringLiteral("%1/%2/%3").arg(nameOf(letter.stage)).arg(letter.level).arg(letter.node);
}

std::optional<JobKey> jobFrom(const ProcessId &process, const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    const auto stage = stageFrom(parts.constFirst());
    if (parts.size() != 3 || !stage)
        return std::nullopt;
    bool hasLevel = false;
    bool hasNode = false;
    const JobKey key{process, *stage, parts[1].toInt(&hasLevel), parts[2].toLongLong(&hasNode)};
    return hasLevel && hasNode && key.level >= 0 && key.node >= 0 ? std::optional(key) : std::nullopt;
}

QJsonObject deadLetterJson(const DeadLetter &letter)
{
    return {{QStringLiteral("batch"), jobText(letter)},
            {QStringLiteral("tries"), letter.deliveries},
            {QStringLiteral("error"), letter.error},
            {QStringLiteral("parked_at"), timeJson(letter.deadMs)}};
}

} // namespace Gemmary

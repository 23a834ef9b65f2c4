// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/timejson.h"

#include <QDateTime>

namespace Gemmary {

QJsonValue timeJson(qint64 epochMs)
{
    if (epochMs == 0)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 timeFromJson(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace Gemmary

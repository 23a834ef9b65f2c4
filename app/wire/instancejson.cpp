// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/instancejson.h"

#include "wire/timejson.h"

namespace Gemmary {

QString stateName(const InstanceView &view)
{
    if (view.isLost())
        return QStringLiteral("lost");
    if (view.instance.draining)
        return QStringLiteral("draining");
    return view.instance.activities.empty() ? QStringLiteral("idle") : QStringLiteral("working");
}

QJsonObject instanceJson(const InstanceView &view)
{
    const Instance &instance = view.instance;
    return {{QStringLiteral("instance_id"), instance.id.toString()},
            {QStringLiteral("machine"), instance.machine},
            {QStringLiteral("program"), instance.program},
            {QStringLiteral("version"), instance.version},
            {QStringLiteral("pid"), instance.processNumber},
            {QStringLiteral("state"), stateName(view)},
            {QStringLiteral("workers"), instance.workers},
            {QStringLiteral("activities"), toJson(instance.activities)},
            {QStringLiteral("jobs_done"), instance.jobs.done},
            {QStringLiteral("jobs_taken_over"), instance.jobs.takenOver},
            {QStringLiteral("started_at"), timeJson(view.startedMs)},
            {QStringLiteral("silent_seconds"), static_cast<double>(view.silent.count()) / 1000}};
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instance.h"

#include "domain/names.h"

#include <QJsonObject>

namespace Gemmary {

namespace {

constexpr std::array StepNames{
    NameRow<Step>{Step::Reading, QLatin1StringView("reading")},
    NameRow<Step>{Step::Counting, QLatin1StringView("counting")},
    NameRow<Step>{Step::Summarising, QLatin1StringView("summarising")},
    NameRow<Step>{Step::Combining, QLatin1StringView("combining")},
    NameRow<Step>{Step::Saving, QLatin1StringView("saving")},
};

} // namespace

QString nameOf(Step step)
{
    return nameIn(StepNames, step);
}

QJsonArray toJson(const std::vector<Activity> &activities)
{
    QJsonArray array;
    for (const Activity &activity : activities) {
        array.append(QJsonObject{{QStringLiteral("process_id"), activity.process.toString()},
                                 {QStringLiteral("step"), nameOf(activity.step)},
                                 {QStringLiteral("document"), activity.document}});
    }
    return array;
}

std::vector<Activity> activitiesFromJson(const QJsonArray &array)
{
    std::vector<Activity> activities;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const auto process = ProcessId::fromString(object.value(QLatin1String("process_id")).toString());
        const auto step = valueIn(StepNames, object.value(QLatin1String("step")).toString());
        if (process && step)
            activities.push_back({*process, *step, object.value(QLatin1String("document")).toString()});
    }
    return activities;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/statusjson.h"

#include "wire/deadletterjson.h"
#include "wire/processjson.h"
#include "wire/processreading.h"
#include "wire/timejson.h"
#include "wire/usagejson.h"

#include <QJsonArray>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

QJsonObject stageJson(const StageProgress &stage)
{
    return {{QStringLiteral("batches"), stage.leaves},
            {QStringLiteral("batches_done"), stage.leavesDone},
            {QStringLiteral("documents_done"), stage.documentsDone}};
}

StageProgress stageFromJson(const QJsonValue &value)
{
    StageProgress stage;
    stage.leaves = value[Key("batches")].toInteger();
    stage.leavesDone = value[Key("batches_done")].toInteger();
    stage.documentsDone = value[Key("documents_done")].toInteger();
    return stage;
}

// One that names no batch is left out: it could not be shown or tried again.
std::vector<DeadLetter> parkedFromJson(const QJsonArray &array, const ProcessId &id)
{
    std::vector<DeadLetter> letters;
    for (const QJsonValue &value : array) {
        const auto job = jobFrom(id, value[Key("batch")].toString());
        if (!job)
            continue;
        letters.push_back({job->stage, job->level, job->node,
                           static_cast<int>(value[Key("tries")].toInteger()), value[Key("error")].toString(),
                           timeFromJson(value[Key("parked_at")])});
    }
    return letters;
}

} // namespace

QJsonObject statusJson(const ProcessStatus &status)
{
    QJsonArray parked;
    for (const DeadLetter &letter : status.parked)
        parked.append(deadLetterJson(letter));
    QJsonObject object = processJson(status.process);
    const int budget = status.process.settings.tokenBudget;
    object.insert(Key("parked"), parked);
    object.insert(Key("waiting"), status.waiting.isEmpty() ? QJsonValue() : QJsonValue(status.waiting));
    object.insert(Key("usage"), usageJson(status.usage));
    object.insert(Key("token_budget"), budget > 0 ? QJsonValue(budget) : QJsonValue());
    object.insert(Key("stages"),
                  QJsonObject{{QStringLiteral("analyse"), stageJson(status.process.analyse)},
                              {QStringLiteral("summarise"), stageJson(status.process.summarise)}});
    return object;
}

Result<ProcessStatus> statusFromJson(const QJsonObject &object)
{
    GEMMARY_ASSIGN(process, processFromJson(object));
    ProcessStatus status;
    const QJsonValue stages = object.value(Key("stages"));
    process.analyse = stageFromJson(stages[Key("analyse")]);
    process.summarise = stageFromJson(stages[Key("summarise")]);
    process.settings.tokenBudget = object.value(Key("token_budget")).toInt();
    status.parked = parkedFromJson(object.value(Key("parked")).toArray(), process.id);
    status.usage = usageFromJson(object.value(Key("usage")).toArray());
    status.waiting = object.value(Key("waiting")).toString();
    status.process = std::move(process);
    return status;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/processrecord.h"

#include "store/storedvalues.h"
#include "store/tree.h"

namespace Gemmary {

namespace {

constexpr int LongestKey = 1000; // characters; PostgreSQL indexes no more than about 2700 bytes

Result<void> validate(const NewProcess &process)
{
    const ProcessSettings &settings = process.settings;
    if (settings.batchSize < 1 || settings.fanIn < 2 || settings.maxDeliveries < 1 || settings.leaseMs < 1) {
        return failure(
            ErrorKind::InvalidInput,
            QStringLiteral("Batch size, deliveries and lease must be at least 1, and an inner node "
                           "must combine at least 2 results."));
    }
    const QString &key = process.idempotencyKey;
    if (key.size() > LongestKey || textValue(key).toString() != key) {
        return failure(
            ErrorKind::InvalidInput,
            QStringLiteral("The idempotency key must be text of at most %1 characters.").arg(LongestKey));
    }
    return {};
}

tl::unexpected<Error> notAllowed(const QString &wish, ProcessState state)
{
    return failure(ErrorKind::Conflict,
                   QStringLiteral("The process is %1 and cannot be %2.").arg(nameOf(state), wish));
}

} // namespace

Result<void> referToBlobs(Transaction &tx, const ProcessId &id, const std::vector<Locator> &inputs)
{
    for (const Locator &input : inputs) {
        if (input.kind != Locator::Kind::Blob)
            continue;
        GEMMARY_ASSIGN(kept, tx.change("insert_process_blob", {id.toString(), input.value}));
        if (kept == 0) {
            return failure(
                ErrorKind::InvalidInput,
                QStringLiteral("Content that was handed over is no longer kept. Hand it over again."));
        }
    }
    return {};
}

Result<ProcessRecord> readProcess(Transaction &tx, const ProcessId &id)
{
    ProcessRecord record;
    record.id = id;
    GEMMARY_ASSIGN(rows, tx.read("select_process", {id.toString()}, [&](const Row &row) {
        record.state = processStateFrom(row.text(0)).value_or(ProcessState::Failed);
        record.paused = row.flag(1);
        record.planned = row.flag(2);
        record.hasSummary = row.flag(3);
        record.fanIn = static_cast<int>(row.integer(4));
        record.maxDeliveries = static_cast<int>(row.integer(5));
        record.documents = row.integer(6);
        record.leaves = row.integer(7);
        record.planEpoch = row.integer(8);
        record.planCursor = row.bytes(9);
        record.removed = row.integer(10) > 0;
        record.request.name = row.text(11);
        record.request.settings = processSettingsFromJson(jsonFrom(row.text(12)));
        readInputs(row.text(13), record.request);
        record.request.machine = row.text(14);
    }));
    if (rows == 0)
        return failure(ErrorKind::NotFound, QStringLiteral("There is no process %1.").arg(id.toString()));
    return record;
}

Result<ProcessId> startProcess(Transaction &tx, const NewProcess &process)
{
    GEMMARY_TRY(validate(process));
    const auto id = ProcessId::create();
    const ProcessSettings &settings = process.settings;
    const bool hasKey = !process.idempotencyKey.isEmpty();
    const int hasSummary = settings.summarizer == QLatin1String("none") ? 0 : 1;
    GEMMARY_ASSIGN(inserted,
                   tx.change("insert_process",
                             {id.toString(), hasKey ? QVariant(process.idempotencyKey) : QVariant(),
                              textValue(process.name), process.paused ? 1 : 0, jsonValue(toJson(settings)),
                              inputsJson(process), hasSummary, settings.fanIn, settings.maxDeliveries,
                              settings.leaseMs, textValue(process.machine)}));
    if (inserted > 0) {
        GEMMARY_TRY(referToBlobs(tx, id, process.inputs));
        return id;
    }
    ProcessId first;
    GEMMARY_TRY(tx.read("select_process_by_key", {process.idempotencyKey}, [&](const Row &row) {
        first = ProcessId::fromString(row.text(0)).value_or(ProcessId());
    }));
    return first;
}

Result<void> stopProcess(Transaction &tx, const ProcessId &id)
{
    GEMMARY_ASSIGN(stopped, tx.change("stop_process", {id.toString()}));
    if (stopped > 0)
        return {};
    GEMMARY_ASSIGN(record, readProcess(tx, id));
    if (record.state != ProcessState::Stopped)
        return notAllowed(QStringLiteral("stopped"), record.state);
    return {};
}

Result<void> resumeProcess(Transaction &tx, const ProcessId &id)
{
    GEMMARY_ASSIGN(resumed, tx.change("resume_process", {id.toString()}));
    GEMMARY_ASSIGN(record, readProcess(tx, id));
    if (resumed > 0)
        return queueReadyParents(tx, record);
    if (record.removed) {
        return failure(ErrorKind::Conflict,
                       QStringLiteral("The process is removed. Restore it first, then resume it."));
    }
    if (isSettled(record.state))
        return notAllowed(QStringLiteral("resumed"), record.state);
    return {};
}

Result<void> pauseProcess(Transaction &tx, const ProcessId &id, bool paused)
{
    const int flag = paused ? 1 : 0;
    GEMMARY_ASSIGN(changed, tx.change("pause_process", {flag, id.toString(), flag}));
    if (changed > 0)
        return {};
    GEMMARY_ASSIGN(record, readProcess(tx, id));
    if (isSettled(record.state))
        return notAllowed(paused ? QStringLiteral("paused") : QStringLiteral("continued"), record.state);
    return {};
}

Result<void> removeProcess(Transaction &tx, const ProcessId &id)
{
    GEMMARY_ASSIGN(record, readProcess(tx, id));
    if (!isSettled(record.state))
        GEMMARY_TRY(tx.change("stop_process", {id.toString()}));
    GEMMARY_TRY(tx.change("remove_process", {id.toString()}));
    return {};
}

Result<void> restoreProcess(Transaction &tx, const ProcessId &id)
{
    GEMMARY_TRY(readProcess(tx, id));
    GEMMARY_TRY(tx.change("restore_process", {id.toString()}));
    return {};
}

Result<void> setTokenBudget(Transaction &tx, const ProcessId &id, int tokens)
{
    if (tokens < 0)
        return failure(ErrorKind::InvalidInput, QStringLiteral("A budget cannot be less than 0 tokens."));
    GEMMARY_ASSIGN(record, readProcess(tx, id));
    record.request.settings.tokenBudget = tokens;
    GEMMARY_TRY(tx.change("update_settings", {jsonValue(toJson(record.request.settings)), id.toString()}));
    GEMMARY_TRY(tx.change("wake_jobs", {id.toString()}));
    return {};
}

Result<void> renameProcess(Transaction &tx, const ProcessId &id, const QString &name)
{
    GEMMARY_TRY(readProcess(tx, id));
    GEMMARY_TRY(tx.change("rename_process", {textValue(name), id.toString()}));
    return {};
}

} // namespace Gemmary

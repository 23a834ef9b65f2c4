// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <random>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

constexpr int Shards = 16; // progress rows of a process, so that many workers do not queue for one

} // namespace

QString requestText(const NewProcess &process)
{
    QJsonArray inputs;
    for (std::size_t i = 0; i < process.inputs.size(); ++i) {
        const Locator &locator = process.inputs[i];
        inputs.append(
            QJsonObject{{QStringLiteral("kind"), locator.kind == Locator::Kind::File ? 0 : 1},
                        {QStringLiteral("value"), QString::fromLatin1(locator.value.toBase64())},
                        {QStringLiteral("name"), process.inputNames.value(static_cast<qsizetype>(i))}});
    }
    return jsonText(
        {{QStringLiteral("inputs"), inputs}, {QStringLiteral("settings"), toJson(process.settings)}});
}

NewProcess requestFrom(const QString &text)
{
    const QJsonObject object = jsonFrom(text);
    NewProcess process;
    const QJsonArray inputs = object.value(Key("inputs")).toArray();
    for (const QJsonValue &input : inputs) {
        const auto kind = input[Key("kind")].toInt() == 0 ? Locator::Kind::File : Locator::Kind::Blob;
        process.inputs.push_back({kind, QByteArray::fromBase64(input[Key("value")].toString().toLatin1())});
        process.inputNames.append(input[Key("name")].toString());
    }
    process.settings = processSettingsFromJson(object.value(Key("settings")).toObject());
    return process;
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

DocumentTask taskFrom(const Row &row)
{
    DocumentTask task;
    task.number = row.integer(0);
    task.document.name = row.text(1);
    task.document.locator = {row.integer(2) == 0 ? Locator::Kind::File : Locator::Kind::Blob, row.bytes(3)};
    task.document.bytes = row.integer(4);
    task.document.modifiedNs = row.integer(5);
    task.document.sha256 = row.bytes(6);
    return task;
}

std::optional<Problem> problemFrom(const Row &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return Problem{reasonFrom(row.text(column)).value_or(Reason::Internal), row.text(column + 1)};
}

Result<void> addProgress(Transaction &transaction, const QString &process, const ProgressChange &change)
{
    thread_local std::minstd_rand random(std::random_device{}());
    const int shard = std::uniform_int_distribution<int>(0, Shards - 1)(random);
    GEMMARY_TRY(transaction.execute("add_progress", {{":process", process},
                                                     {":shard", shard},
                                                     {":leaves_analysed", change.leavesAnalysed},
                                                     {":leaves_summarised", change.leavesSummarised},
                                                     {":merges_analysed", change.mergesAnalysed},
                                                     {":merges_summarised", change.mergesSummarised},
                                                     {":done", change.documents.done},
                                                     {":partial", change.documents.partial},
                                                     {":failed", change.documents.failed},
                                                     {":skipped", change.documents.skipped},
                                                     {":summarised", change.summarised},
                                                     {":bytes_settled", change.bytesSettled},
                                                     {":bytes", change.counts.bytes},
                                                     {":words", change.counts.words},
                                                     {":lines", change.counts.lines},
                                                     {":characters", change.counts.characters},
                                                     {":sentences", change.counts.sentences},
                                                     {":terms", change.counts.terms}}));
    return {};
}

Result<ProcessFacts> processFacts(Transaction &transaction, const QString &process)
{
    ProcessFacts facts;
    GEMMARY_ASSIGN(found, transaction.forOne("select_process", {{":process", process}}, [&](const Row &row) {
        facts.state = processStateFrom(row.text(0)).value_or(ProcessState::Failed);
        facts.paused = row.integer(1) != 0;
        facts.removed = row.integer(2) != 0;
        facts.planned = row.integer(3) != 0;
        facts.leaves = row.integer(4);
        facts.fanIn = static_cast<int>(row.integer(5));
        facts.batchSize = static_cast<int>(row.integer(6));
        facts.stages = static_cast<int>(row.integer(7));
        facts.documents = row.integer(8);
        facts.maxDeliveries = static_cast<int>(row.integer(9));
    }));
    if (!found)
        return failure(ErrorKind::NotFound, QStringLiteral("There is no process %1.").arg(process));
    return facts;
}

} // namespace Gemmary

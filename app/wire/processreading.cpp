// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/processreading.h"

#include "wire/timejson.h"

#include <algorithm>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

qint64 countOf(const QJsonValue &object, QLatin1StringView key)
{
    return std::max<qint64>(0, object[key].toInteger());
}

DocumentCounts documentsFromJson(const QJsonValue &progress)
{
    DocumentCounts documents;
    const qint64 found = countOf(progress, Key("total_files"));
    const qint64 processed = std::min(found, countOf(progress, Key("processed_files")));
    documents.waiting = found - processed;
    documents.partial = countOf(progress, Key("partial_files"));
    documents.failed = countOf(progress, Key("failed_files"));
    documents.skipped = countOf(progress, Key("skipped_files"));
    documents.done = std::max<qint64>(0, processed - documents.problems());
    return documents;
}

} // namespace

Result<ProcessSnapshot> processFromJson(const QJsonObject &object)
{
    const auto id = ProcessId::fromString(object.value(Key("process_id")).toString());
    const auto state = processStateFrom(object.value(Key("status")).toString());
    if (!id || !state)
        return failure(ErrorKind::BadReply, QStringLiteral("A process has no id or no state."));
    // Who speaks another version, or as the original did, would otherwise be read as zeros.
    const QJsonValue progress = object.value(Key("progress"));
    if (!progress[Key("total_files")].isDouble())
        return failure(ErrorKind::BadReply, QStringLiteral("A process does not say how far it is."));
    const QJsonValue results = object.value(Key("results"));
    ProcessSnapshot process;
    process.id = *id;
    process.state = *state;
    process.name = object.value(Key("name")).toString();
    process.paused = object.value(Key("paused")).toBool();
    process.planned = object.value(Key("planned")).toBool();
    process.documents = documentsFromJson(progress);
    process.bytesFound = countOf(progress, Key("total_bytes"));
    process.bytesDone = countOf(progress, Key("processed_bytes"));
    process.summarise.documentsDone = countOf(progress, Key("summarized_files"));
    process.counts.words = countOf(results, Key("total_words"));
    process.counts.lines = countOf(results, Key("total_lines"));
    process.counts.characters = countOf(results, Key("total_characters"));
    process.error = object.value(Key("error")).toString();
    process.createdMs = timeFromJson(object.value(Key("created_at")));
    process.startedMs = timeFromJson(object.value(Key("started_at")));
    process.finishedMs = timeFromJson(object.value(Key("completed_at")));
    return process;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/controllers.h"
#include "rest/api/uploadkeeping.h"

#include <QJsonArray>

#include <algorithm>

namespace Gemmary {

namespace {

// In the words of the original system, whose clients know no other.
ApiError inCamel(const ApiError &error)
{
    if (error.code == QLatin1StringView("invalid_json"))
        return {400, error.code, QStringLiteral("Invalid JSON payload")};
    if (error.code == QLatin1StringView("no_files"))
        return {400, error.code, QStringLiteral("No files provided to process")};
    if (error.code == QLatin1StringView("invalid_structure")) {
        return {400, error.code,
                QStringLiteral("Invalid request structure. Expected: { files: [{ name: string, content: "
                               "string }] }")};
    }
    return error.status == 422 ? ApiError{400, error.code, error.message} : error;
}

tl::expected<Upload, ApiError> uploadOf(const Call &call)
{
    const RestSettings &settings = call.services.settings;
    const auto &body = call.request.body;
    auto upload = readUpload(body ? body->bytes() : QByteArrayView(), settings);
    if (upload || !settings.camel)
        return upload;
    // The original parses an empty body to nothing and then misses the files.
    ApiError error = upload.error();
    if (!body || body->bytes().isEmpty())
        error.code = QStringLiteral("invalid_structure");
    return tl::unexpected<ApiError>(inCamel(error));
}

QString nameFor(const Upload &upload)
{
    if (!upload.name.isEmpty())
        return upload.name;
    const QString first = upload.names.constFirst();
    return upload.names.size() == 1
               ? first
               : QStringLiteral("%1 and %2 more").arg(first).arg(upload.names.size() - 1);
}

// The same key stands for the same upload, or somebody has mixed something up.
tl::expected<void, ApiError> checkRepeated(const Call &call, const ProcessId &id, const NewProcess &process)
{
    GEMMARY_ASSIGN(known, waitFor(call.engine().request(id)));
    const bool isSame = known.inputs.size() >= process.inputs.size() &&
                        std::equal(process.inputs.begin(), process.inputs.end(), known.inputs.begin()) &&
                        known.inputNames.first(std::min(known.inputNames.size(),
                                                        process.inputNames.size())) == process.inputNames;
    if (isSame)
        return {};
    return refusal(
        409, QStringLiteral("idempotency_conflict"),
        QStringLiteral("This Idempotency-Key was used for another upload, process %1. Use a new key.")
            .arg(id.toString()),
        {{QStringLiteral("process_id"), id.toString()}});
}

// Which of the contents that were handed over before are not kept any more; none: it was another trouble.
tl::expected<void, ApiError> checkKept(const Call &call, const Upload &upload)
{
    std::vector<QByteArray> digests;
    std::vector<qsizetype> places; // among the files
    for (std::size_t i = 0; i < upload.contents.size(); ++i) {
        if (upload.contents[i].form != UploadedContent::Form::Digest)
            continue;
        digests.push_back(upload.contents[i].sha256);
        places.push_back(static_cast<qsizetype>(i));
    }
    GEMMARY_ASSIGN(missing, waitFor(call.engine().missingContents(digests), LongestKeeping));
    if (missing.empty())
        return {};
    QJsonArray files;
    for (const qsizetype one : missing)
        files.append(places[static_cast<std::size_t>(one)]);
    const QString field = QStringLiteral("files[%1].sha256").arg(files.first().toInteger());
    return refusal(422, QStringLiteral("content_missing"),
                   QStringLiteral("%1: This content is not kept here. Hand it over with POST /content first.")
                       .arg(field),
                   {{QStringLiteral("field"), field}, {QStringLiteral("missing"), files}});
}

// Refers to contents in the same transaction that records the process: it begins with all or not at all.
tl::expected<ProcessId, ApiError> record(const Call &call, const Upload &upload, const NewProcess &process)
{
    auto id = waitFor(call.engine().start(process), LongestKeeping);
    if (id)
        return *id;
    if (id.error().kind == ErrorKind::InvalidInput)
        GEMMARY_TRY(checkKept(call, upload));
    return tl::unexpected<ApiError>(id.error());
}

} // namespace

Answer startProcess(const Call &call)
{
    GEMMARY_ASSIGN(upload, uploadOf(call));
    GEMMARY_ASSIGN(inputs, keepUpload(call, upload));
    NewProcess process;
    process.name = nameFor(upload);
    process.inputs = std::move(inputs);
    process.inputNames = upload.names;
    process.settings = upload.settings;
    process.paused = upload.paused;
    process.idempotencyKey = QString::fromUtf8(call.request.header("idempotency-key"));
    GEMMARY_ASSIGN(id, record(call, upload, process));
    if (!process.idempotencyKey.isEmpty())
        GEMMARY_TRY(checkRepeated(call, id, process));
    HttpResponse response = jsonResponse({{QStringLiteral("process_id"), id.toString()}}, 201);
    response.headers.append({QByteArrayLiteral("Location"), "/process/status/" + id.toString().toLatin1()});
    return response;
}

} // namespace Gemmary

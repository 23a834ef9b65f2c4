// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/controllers.h"
#include "rest/api/jsontext.h"
#include "rest/api/upload.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::chrono::minutes LongestKeeping(10);

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

Result<std::vector<Locator>> keep(const Call &call, const Upload &upload)
{
    std::vector<ByteSource> sources;
    sources.reserve(upload.contents.size());
    for (const std::string_view content : upload.contents) {
        sources.emplace_back([text = JsonText(content), body = call.request.body](
                                 std::span<char> buffer) mutable { return text.read(buffer); });
    }
    return waitFor(call.engine().keepContents(std::move(sources)), LongestKeeping);
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

} // namespace

Answer startProcess(const Call &call)
{
    GEMMARY_ASSIGN(upload, uploadOf(call));
    GEMMARY_ASSIGN(inputs, keep(call, upload));
    NewProcess process;
    process.name = nameFor(upload);
    process.inputs = std::move(inputs);
    process.inputNames = upload.names;
    process.settings = upload.settings;
    process.paused = upload.paused;
    process.idempotencyKey = QString::fromUtf8(call.request.header("idempotency-key"));
    GEMMARY_ASSIGN(id, waitFor(call.engine().start(process)));
    if (!process.idempotencyKey.isEmpty())
        GEMMARY_TRY(checkRepeated(call, id, process));
    HttpResponse response = jsonResponse({{QStringLiteral("process_id"), id.toString()}}, 201);
    response.headers.append({QByteArrayLiteral("Location"), "/process/status/" + id.toString().toLatin1()});
    return response;
}

} // namespace Gemmary

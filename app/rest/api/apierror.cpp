// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/apierror.h"

#include <QJsonDocument>

#include <utility>

namespace Gemmary {

namespace {

struct KindRow
{
    ErrorKind kind;
    int status;
    const char *code;
    const char *sentence; // null: the error's own is fit for clients
};

constexpr KindRow Kinds[] = {
    {ErrorKind::InvalidInput, 400, "invalid", nullptr},
    {ErrorKind::TooLong, 413, "too_large", nullptr},
    {ErrorKind::NotFound, 404, "not_found", nullptr},
    {ErrorKind::Conflict, 409, "conflict", nullptr},
    {ErrorKind::Unavailable, 503, "unavailable", "The store does not answer now. Try again later."},
    {ErrorKind::Timeout, 503, "timeout", "The answer took too long. Try again later."},
    {ErrorKind::RateLimited, 429, "rate_limited", nullptr},
    {ErrorKind::BadReply, 503, "unavailable",
     "A service behind this one does not work now. Try again later."},
    {ErrorKind::Storage, 503, "store", "The store could not do this. The log of the server says why."},
    {ErrorKind::Cancelled, 503, "shutting_down", "The server is shutting down. Try again later."},
    {ErrorKind::Internal, 500, "internal", "The server made a mistake. Its log says which."},
};

struct StatusRow
{
    int status;
    const char *code;
    const char *sentence;
};

constexpr StatusRow Statuses[] = {
    {400, "bad_request", "The request is not well-formed HTTP."},
    {401, "unauthorized", "Send a valid token: Authorization: Bearer TOKEN."},
    {403, "forbidden", "This is not allowed."},
    {404, "no_such_endpoint", "There is no such endpoint. GET /openapi.json lists those there are."},
    {405, "method_not_allowed", "This endpoint does not take this method."},
    {408, "timeout", "The request took too long to arrive."},
    {411, "length_required", "Say how long the body is, with Content-Length."},
    {413, "too_large", "The body is larger than this server takes."},
    {414, "too_large", "The address is longer than this server takes."},
    {415, "unsupported_media_type", "Send JSON: Content-Type: application/json."},
    {421, "misdirected", "This server does not answer for that host."},
    {429, "too_many_requests", "Too many requests. Try again later."},
    {431, "headers_too_large", "The headers are larger than this server takes."},
    {500, "internal", "The server made a mistake. Its log says which."},
    {501, "not_implemented", "This server does not do that."},
    {503, "unavailable", "The server is busy or shutting down. Try again later."},
    {505, "http_version", "Speak HTTP/1.1."},
};

} // namespace

ApiError::ApiError(int httpStatus, QString stableCode, QString sentence, QJsonObject facts)
    : status(httpStatus)
    , code(std::move(stableCode))
    , message(std::move(sentence))
    , details(std::move(facts))
{}

ApiError::ApiError(const Error &error)
    : status(500)
{
    for (const KindRow &row : Kinds) {
        if (row.kind != error.kind)
            continue;
        status = row.status;
        code = QLatin1StringView(row.code);
        message = row.sentence ? QString(QLatin1StringView(row.sentence)) : error.message;
    }
}

tl::unexpected<ApiError> refusal(int status, QString code, QString message, QJsonObject details)
{
    return tl::unexpected<ApiError>(
        ApiError(status, std::move(code), std::move(message), std::move(details)));
}

HttpResponse jsonResponse(const QJsonObject &object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse errorResponse(const ApiError &error, const QString &requestId)
{
    QJsonObject object = error.details;
    object.insert(QStringLiteral("error"), error.message);
    object.insert(QStringLiteral("code"), error.code);
    object.insert(QStringLiteral("request_id"), requestId);
    HttpResponse response = jsonResponse(object, error.status);
    if (error.status == 429 || error.status == 503)
        response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("2")});
    return response;
}

ApiError errorOfStatus(int status)
{
    for (const StatusRow &row : Statuses) {
        if (row.status == status)
            return {status, QLatin1StringView(row.code), QLatin1StringView(row.sentence)};
    }
    return {status, QStringLiteral("refused"), QStringLiteral("The request is refused.")};
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rest/http/httpresponse.h"

#include <QJsonObject>
#include <QString>

namespace Gemmary {

// Why a request is refused or failed, as its client is told: {"error", "code", "request_id"} and `details`.
struct ApiError
{
    ApiError(int httpStatus, QString stableCode, QString sentence, QJsonObject facts = {});

    // The one place where an engine's error gets a status. What the store, a provider or we ourselves did
    // wrong is said in general words only; the log has the rest.
    ApiError(const Error &error); // NOLINT(google-explicit-constructor): GEMMARY_TRY hands errors on

    int status;
    QString code;
    QString message;
    QJsonObject details; // beside the three keys that every error has
};

using Answer = tl::expected<HttpResponse, ApiError>;

[[nodiscard]] tl::unexpected<ApiError> refusal(int status, QString code, QString message,
                                               QJsonObject details = {});

[[nodiscard]] HttpResponse jsonResponse(const QJsonObject &object, int status = 200);
[[nodiscard]] HttpResponse errorResponse(const ApiError &error, const QString &requestId);

// What is said of a status when nothing more is known than that.
[[nodiscard]] ApiError errorOfStatus(int status);

} // namespace Gemmary

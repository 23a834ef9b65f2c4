// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/apierror.h"
#include "rest/http/httprequest.h"

#include <initializer_list>
#include <optional>

namespace Gemmary {

// Reads a request's query. Each answer is a value in its bounds, the given one when there is none, or a
// refusal (400) that names the parameter.
class QueryValues
{
public:
    explicit QueryValues(const HttpRequest &request)
        : m_query(request.query)
    {}

    // Refuses parameters beyond these, and any given twice.
    [[nodiscard]] tl::expected<void, ApiError> allow(std::initializer_list<const char *> names) const;

    [[nodiscard]] QString text(const char *name) const; // empty: none
    [[nodiscard]] tl::expected<qint64, ApiError> number(const char *name, qint64 otherwise, qint64 least,
                                                        qint64 most) const;
    [[nodiscard]] tl::expected<bool, ApiError> flag(const char *name) const;   // true, false; none is false
    [[nodiscard]] tl::expected<qint64, ApiError> time(const char *name) const; // RFC 3339 → epoch ms; 0: none

    // The address of the next page, for Link: this request's with another cursor.
    [[nodiscard]] static QByteArray nextLink(const HttpRequest &request, const QString &cursor);

private:
    QUrlQuery m_query;
};

[[nodiscard]] tl::unexpected<ApiError> badParameter(const char *name, const QString &sentence);

} // namespace Gemmary

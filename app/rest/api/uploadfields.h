// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/apierror.h"
#include "rest/api/upload.h"

#include <QString>

#include <string_view>

#include <simdjson.h>

namespace Gemmary {

// Refuses a field by its name, for its value or its type.
[[nodiscard]] tl::unexpected<ApiError> badField(const QString &field, const QString &sentence);
[[nodiscard]] tl::unexpected<ApiError> badType(const QString &field, const QString &sentence);
[[nodiscard]] tl::unexpected<ApiError> badJson();

// A string's source without its quotes; refused when it is no string.
[[nodiscard]] tl::expected<std::string_view, ApiError> stringSource(simdjson::ondemand::value &value,
                                                                    const QString &field);

// A string of at most `longest` bytes of UTF-8, without NUL.
[[nodiscard]] tl::expected<QString, ApiError> shortText(simdjson::ondemand::value &value,
                                                        const QString &field, qsizetype longest);

// Puts a field other than `files` into the upload. Null is as if it were not there. False: there is no such
// field.
[[nodiscard]] tl::expected<bool, ApiError> readField(std::string_view key, simdjson::ondemand::value &value,
                                                     Upload &upload);

// What the fields must be together.
[[nodiscard]] tl::expected<void, ApiError> checkSummary(const ProcessSettings &settings);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "rest/api/apierror.h"
#include "rest/api/restsettings.h"

#include <QByteArrayView>
#include <QString>

#include <string_view>
#include <vector>

namespace Gemmary {

// What POST /process/start asks for; everything in it is checked.
struct Upload
{
    QString name; // empty: none was given
    ProcessSettings settings;
    bool paused = false;
    QStringList names;                      // of the files
    std::vector<std::string_view> contents; // of the files, each a JsonText's source; they live in the body
};

// Reads such a body, of which at least 64 bytes more can be read. What is no JSON is refused with 400, a
// field with 422 and its name: "files[3].name". Nothing is copied but names and settings.
[[nodiscard]] tl::expected<Upload, ApiError> readUpload(QByteArrayView body, const RestSettings &settings);

} // namespace Gemmary

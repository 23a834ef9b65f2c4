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

// One content of an upload. Its text lives in the body.
struct UploadedContent
{
    enum class Form {
        Text,   // a JsonText's source
        Base64, // a Base64Text's source
        Digest  // it was handed over before
    };
    Form form = Form::Text;
    std::string_view source;
    QByteArray sha256 = {}; // of Form::Digest; 32 bytes
};

// What an upload must have.
enum class UploadKind {
    Start,  // POST /process/start: files with names
    Content // POST /content: contents alone
};

// What POST /process/start or POST /content asks for; everything in it is checked.
struct Upload
{
    QString name; // empty: none was given
    ProcessSettings settings;
    bool paused = false;
    QStringList names;                     // of the files
    std::vector<UploadedContent> contents; // of the files
};

// Reads such a body, of which at least 64 bytes more can be read. What is no JSON is refused with 400, a
// field with 422 and its name: "files[3].name". Nothing is copied but names and settings.
[[nodiscard]] tl::expected<Upload, ApiError> readUpload(QByteArrayView body, const RestSettings &settings,
                                                        UploadKind kind = UploadKind::Start);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httpresponse.h"

#include <QString>

namespace Gemmary {

// How the end of an answer's body is told.
enum class BodyFraming { Length, Chunks, Close };

struct HeadFacts
{
    QString requestId;
    BodyFraming framing = BodyFraming::Length;
    bool keepsAlive = false;
};

// Whether an answer of that status has no body, whatever it says.
[[nodiscard]] bool isBodyless(int status);

// The status line and headers, with the empty line. Line breaks in a header's value become blanks.
[[nodiscard]] QByteArray responseHead(const HttpResponse &response, const HeadFacts &facts);

} // namespace Gemmary

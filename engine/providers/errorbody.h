// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpmessage.h"

#include <QJsonObject>

#include <optional>

namespace Gemmary {

// What the body of a failed reply says, whichever provider wrote it. Of a web page: nothing.
struct ErrorBody
{
    QJsonObject error; // the object "error", or the whole when there is none
    QString message;
    QString word;  // its short name for what happened, such as "RESOURCE_EXHAUSTED"
    QString words; // status, word and the message's beginning, for Error::detail
};

[[nodiscard]] ErrorBody readErrorBody(const HttpReply &reply);

// Whether a status says that the same request may succeed later.
[[nodiscard]] constexpr bool isPassing(int status)
{
    return status == 408 || status >= 500;
}

// Whether a message says that text and answer do not fit, in the words of any provider.
[[nodiscard]] bool saysTooLong(const QString &message);

} // namespace Gemmary

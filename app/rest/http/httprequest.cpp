// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/httprequest.h"

#include <algorithm>

namespace Gemmary {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first);
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace Gemmary

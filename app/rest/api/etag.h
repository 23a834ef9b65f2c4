// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "rest/http/httprequest.h"
#include "rest/http/httpresponse.h"

#include <vector>

namespace Gemmary {

// A weak entity tag of these processes as they are. Estimates alone do not change it.
[[nodiscard]] QByteArray etagOf(const std::vector<ProcessSnapshot> &processes, bool isLastPage);

// Of an answer that is made of more.
[[nodiscard]] QByteArray etagOf(const QByteArray &body);

// Whether If-None-Match has it.
[[nodiscard]] bool isKnown(const HttpRequest &request, const QByteArray &etag);

[[nodiscard]] HttpResponse notModified(const QByteArray &etag);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/restsettings.h"
#include "rest/http/httphandler.h"

#include <functional>
#include <memory>
#include <optional>

namespace Gemmary {

class Engine;

// Whether a request may be answered at all (host, origin, token); the refusal if not. Called in the
// listener's thread.
using AccessCheck = std::function<std::optional<HttpResponse>(const HttpRequest &head)>;

// Answers the requests of DESIGN §7 for an engine, which outlives it. `access` is asked before every answer
// but those of /health and /ready; an empty one lets everybody in. Its destructor waits for the requests in
// hand.
[[nodiscard]] std::unique_ptr<HttpHandler> makeRestHandler(Engine &engine, const RestSettings &settings,
                                                           AccessCheck access);

// An error as every client of the listener is told it, for an access check's refusals; `code` is stable.
[[nodiscard]] HttpResponse refusalResponse(int status, const QString &code, const QString &sentence,
                                           const QString &requestId);

} // namespace Gemmary

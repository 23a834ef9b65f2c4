// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/call.h"

#include <QByteArray>

#include <span>

namespace Gemmary {

// Where a route's controller runs.
enum class Runs {
    AtOnce,   // in the listener's thread: it waits for nothing
    InPool,   // on one of a few threads for questions
    AsUpload, // on one of fewer threads, as it takes time and memory
    AsStream  // no controller: a stream of events
};

// One endpoint: everything that is decided about it stands on its line.
struct Route
{
    const char *method;
    const char *pattern; // a path; {id} stands for any one segment
    Runs runs;
    Controller controller;
    bool isOpen = false; // answers without a token
};

// Every endpoint there is.
[[nodiscard]] std::span<const Route> routes();

struct RouteMatch
{
    const Route *route = nullptr; // null: none
    QByteArray id;                // what {id} stands for
    QByteArray allowed;           // methods of that path, as Allow wants them; empty: no such path
};

// HEAD goes where GET does.
[[nodiscard]] RouteMatch matchRoute(const HttpRequest &request);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/router.h"

#include "rest/api/controllers.h"

#include <optional>

namespace Gemmary {

namespace {

constexpr Route Table[] = {
    {"POST", "/process/start", Runs::AsUpload, startProcess},
    {"POST", "/content", Runs::AsUpload, keepContent},
    {"POST", "/process/stop/{id}", Runs::InPool, stopProcess},
    {"POST", "/process/pause/{id}", Runs::InPool, pauseProcess},
    {"POST", "/process/resume/{id}", Runs::InPool, resumeProcess},
    {"POST", "/process/retry/{id}", Runs::InPool, retryProcess},
    {"GET", "/process/list", Runs::InPool, listProcesses},
    {"GET", "/process/events", Runs::AsStream, nullptr},
    {"GET", "/process/status/{id}", Runs::InPool, showStatus},
    {"GET", "/process/results/{id}", Runs::InPool, showResults},
    {"GET", "/process/documents/{id}", Runs::InPool, listDocuments},
    {"GET", "/process/summaries/{id}", Runs::InPool, listSummaries},
    {"GET", "/process/statistics/{id}", Runs::InPool, showStatistics},
    {"GET", "/process/words/{id}", Runs::InPool, listWords},
    {"DELETE", "/process/{id}", Runs::InPool, removeProcess},
    {"GET", "/health", Runs::AtOnce, showHealth, true},
    {"GET", "/ready", Runs::InPool, showReady, true},
    {"GET", "/metrics", Runs::InPool, showMetrics},
    {"GET", "/openapi.json", Runs::AtOnce, showOpenApi},
};

// What {id} stands for in the segments of a path that fits; nullopt: it does not.
std::optional<QByteArray> fit(const char *pattern, const QList<QByteArray> &segments)
{
    QByteArrayView rest(pattern);
    QByteArray id("");
    for (const QByteArray &segment : segments) {
        if (rest.isEmpty())
            return std::nullopt;
        rest = rest.sliced(1); // the slash
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView part = rest.first(slash < 0 ? rest.size() : slash);
        if (part == "{id}")
            id = segment;
        else if (part != segment)
            return std::nullopt;
        rest = rest.sliced(part.size());
    }
    return rest.isEmpty() ? std::optional(id) : std::nullopt;
}

bool answers(const Route &route, const QByteArray &method)
{
    return method == route.method || (method == "HEAD" && qstrcmp(route.method, "GET") == 0);
}

} // namespace

std::span<const Route> routes()
{
    return Table;
}

RouteMatch matchRoute(const HttpRequest &request)
{
    RouteMatch match;
    for (const Route &route : Table) {
        const auto id = fit(route.pattern, request.segments);
        if (!id)
            continue;
        if (answers(route, request.method))
            return {&route, *id, {}};
        if (!id->isEmpty() && !ProcessId::fromString(QString::fromUtf8(*id)))
            continue; // rather another path than a process
        match.allowed += (match.allowed.isEmpty() ? "" : ", ") + QByteArray(route.method);
        if (qstrcmp(route.method, "GET") == 0)
            match.allowed += ", HEAD";
    }
    return match;
}

} // namespace Gemmary

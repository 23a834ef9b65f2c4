// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/cameljson.h"
#include "rest/api/controllers.h"
#include "rest/api/etag.h"
#include "rest/api/queryvalues.h"
#include "wire/processjson.h"
#include "wire/statusjson.h"

#include <QRegularExpression>

namespace Gemmary {

namespace {

constexpr int UsualPage = 100;
constexpr int LongestPage = 1000;
constexpr qsizetype UsualSize = 512; // of a process in bytes
constexpr int CamelPage = 10'000;    // the original's list has no pages

HttpResponse processResponse(const ProcessSnapshot &process)
{
    HttpResponse response;
    appendProcess(response.body, process);
    return response;
}

// The process as it is after an act.
Answer present(const Call &call)
{
    GEMMARY_ASSIGN(process, processOf(call));
    if (call.services.settings.camel)
        return jsonResponse(camelProcessJson(process, {}));
    return processResponse(process);
}

QString cursorOf(const ProcessSnapshot &process)
{
    return QStringLiteral("%1_%2").arg(process.createdMs).arg(process.id.toString());
}

tl::expected<std::optional<ProcessPlace>, ApiError> placeFrom(const QString &cursor)
{
    if (cursor.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 created = cursor.section(QLatin1Char('_'), 0, 0).toLongLong(&isNumber);
    const auto id = ProcessId::fromString(cursor.section(QLatin1Char('_'), 1));
    if (isNumber && created >= 0 && id)
        return ProcessPlace{created, *id};
    return badParameter("cursor", QStringLiteral("Take the cursor from the Link header of the page before."));
}

tl::expected<QString, ApiError> prefixFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f-]{0,36}$"));
    if (form.match(text).hasMatch())
        return text;
    return badParameter("id_prefix", QStringLiteral("Give the beginning of an id."));
}

tl::expected<ProcessFilter, ApiError> filterFrom(const HttpRequest &request)
{
    const QueryValues query(request);
    GEMMARY_TRY(query.allow({"limit", "cursor", "status", "since", "id_prefix"}));
    ProcessFilter filter;
    GEMMARY_ASSIGN(limit, query.number("limit", UsualPage, 1, LongestPage));
    GEMMARY_ASSIGN(place, placeFrom(query.text("cursor")));
    GEMMARY_ASSIGN(since, query.time("since"));
    filter.limit = static_cast<int>(limit);
    filter.after = place;
    filter.sinceMs = since;
    GEMMARY_ASSIGN(prefix, prefixFrom(query.text("id_prefix").toLower()));
    filter.idPrefix = prefix;
    const QString status = query.text("status");
    filter.state = processStateFrom(status.toUpper());
    if (!status.isEmpty() && !filter.state) {
        return badParameter("status",
                            QStringLiteral("status is PENDING, RUNNING, COMPLETED, FAILED or STOPPED."));
    }
    return filter;
}

// A stop that comes too late takes nothing away from a finished process.
bool isTooLate(const Error &error)
{
    return error.kind == ErrorKind::Conflict;
}

// What is beside the process changes without it.
Answer showDetails(const Call &call, const ProcessSnapshot &process)
{
    ProcessStatus status{process, {}, {}, {}};
    GEMMARY_ASSIGN(letters, waitFor(call.engine().deadLetters(process.id)));
    GEMMARY_ASSIGN(usage, waitFor(call.engine().modelUsage(process.id)));
    GEMMARY_ASSIGN(waiting, waitFor(call.engine().waitReason(process.id)));
    std::erase_if(letters, &DeadLetter::redriven);
    status.parked = std::move(letters);
    status.usage = std::move(usage);
    status.waiting = std::move(waiting);
    HttpResponse response = jsonResponse(statusJson(status));
    const QByteArray etag = etagOf(response.body);
    if (isKnown(call.request, etag))
        return notModified(etag);
    response.headers.append({QByteArrayLiteral("ETag"), etag});
    return response;
}

template <typename Act>
Answer perform(const Call &call, Act act)
{
    GEMMARY_ASSIGN(process, processOf(call));
    GEMMARY_TRY(waitFor(act(call.engine(), process.id)));
    return present(call);
}

} // namespace

Answer listProcesses(const Call &call)
{
    if (call.services.settings.camel) {
        ProcessFilter all;
        all.limit = CamelPage;
        GEMMARY_ASSIGN(everything, waitFor(call.engine().list(all)));
        return camelList(everything);
    }
    GEMMARY_ASSIGN(filter, filterFrom(call.request));
    const int wanted = filter.limit;
    ++filter.limit; // one more tells whether there is a next page
    GEMMARY_ASSIGN(processes, waitFor(call.engine().list(filter)));
    const bool isLast = static_cast<int>(processes.size()) <= wanted;
    if (!isLast)
        processes.resize(static_cast<std::size_t>(wanted));
    const QByteArray etag = etagOf(processes, isLast);
    if (isKnown(call.request, etag))
        return notModified(etag);
    HttpResponse response;
    response.body.reserve(2 + qsizetype(processes.size()) * UsualSize);
    response.body += '[';
    for (const ProcessSnapshot &process : processes) {
        if (response.body.size() > 1)
            response.body += ',';
        appendProcess(response.body, process);
    }
    response.body += ']';
    response.headers.append({QByteArrayLiteral("ETag"), etag});
    if (!isLast)
        response.headers.append(
            {QByteArrayLiteral("Link"), QueryValues::nextLink(call.request, cursorOf(processes.back()))});
    return response;
}

Answer showStatus(const Call &call)
{
    const QueryValues query(call.request);
    GEMMARY_ASSIGN(wantsDetails, query.flag("details"));
    GEMMARY_ASSIGN(process, processOf(call));
    if (wantsDetails && !call.services.settings.camel)
        return showDetails(call, process);
    if (call.services.settings.camel) {
        GEMMARY_ASSIGN(lists, camelLists(call, process));
        return jsonResponse(camelProcessJson(process, lists));
    }
    const QByteArray etag = etagOf({process}, true);
    if (isKnown(call.request, etag))
        return notModified(etag);
    HttpResponse response = processResponse(process);
    response.headers.append({QByteArrayLiteral("ETag"), etag});
    return response;
}

Answer stopProcess(const Call &call)
{
    GEMMARY_ASSIGN(process, processOf(call));
    const auto stopped = waitFor(call.engine().stop(process.id));
    if (!stopped && !(call.services.settings.camel && isTooLate(stopped.error())))
        return tl::unexpected<ApiError>(stopped.error());
    return present(call);
}

Answer pauseProcess(const Call &call)
{
    return perform(call, [](Engine &engine, const ProcessId &id) { return engine.setPaused(id, true); });
}

// A paused process goes on, too; one that is settled is not paused.
Answer resumeProcess(const Call &call)
{
    GEMMARY_ASSIGN(process, processOf(call));
    if (process.paused) {
        const auto unpaused = waitFor(call.engine().setPaused(process.id, false));
        if (!unpaused && unpaused.error().kind != ErrorKind::Conflict)
            return tl::unexpected<ApiError>(unpaused.error());
    }
    GEMMARY_TRY(waitFor(call.engine().resume(process.id)));
    return present(call);
}

Answer retryProcess(const Call &call)
{
    const QueryValues query(call.request);
    GEMMARY_TRY(query.allow({"key_sentences"}));
    GEMMARY_ASSIGN(withKeySentences, query.flag("key_sentences"));
    return perform(call, [withKeySentences](Engine &engine, const ProcessId &id) {
        return withKeySentences ? engine.retryWithKeySentences(id) : engine.retry(id);
    });
}

Answer removeProcess(const Call &call)
{
    GEMMARY_ASSIGN(process, processOf(call));
    GEMMARY_TRY(waitFor(call.engine().remove(process.id)));
    HttpResponse response;
    response.status = 204;
    response.contentType.clear();
    return response;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/resthandler.h"

#include "base/logging.h"
#include "base/waitingthread.h"
#include "rest/api/eventhub.h"
#include "rest/api/httpmetrics.h"
#include "rest/api/router.h"

#include <QJsonDocument>
#include <QThreadPool>

#include <atomic>
#include <exception>

namespace Gemmary {

namespace {

constexpr int QuestionThreads = 4;
constexpr int UploadThreads = 2; // simdjson's index may take four times an upload's size
constexpr int MostUploads = 192; // at those or before them; the listener has 256 requests in all
constexpr qint64 LargestOtherBody = 64 * 1024;

using Moment = std::chrono::steady_clock::time_point;

// A request between its arrival and its answer.
struct Pending
{
    std::shared_ptr<HttpExchange> exchange;
    RouteMatch match;
    Moment arrived;
};

bool hasJson(const HttpRequest &head, bool camel)
{
    const QByteArray type = head.header("content-type").toLower();
    if (camel) // what the original got otherwise it could not read
        return type.startsWith("text/") || type.contains("json");
    return type.isEmpty() || type.startsWith("text/plain") || type.contains("json");
}

class RestHandler : public HttpHandler
{
public:
    RestHandler(Engine &engine, const RestSettings &settings, AccessCheck access)
        : m_settings(settings)
        , m_access(std::move(access))
        , m_services{engine, m_settings, m_metrics}
        , m_events(engine, m_settings, m_metrics)
    {
        m_questions.setMaxThreadCount(QuestionThreads);
        m_uploads.setMaxThreadCount(UploadThreads);
    }

    ~RestHandler() override
    {
        m_uploads.waitForDone();
        m_questions.waitForDone();
    }

    std::optional<HttpResponse> refuse(const HttpRequest &head) override
    {
        const RouteMatch match = matchRoute(head);
        std::optional<HttpResponse> response;
        if (m_access && (!match.route || !match.route->isOpen))
            response = m_access(head);
        if (!response) {
            if (auto error = refusalOf(match, head))
                response = shaped(*error, head, match);
        }
        if (response) {
            count(match, response->status, std::chrono::steady_clock::now());
            finish(*response);
        }
        return response;
    }

    qint64 bodyLimit(const HttpRequest &head) const override
    {
        const RouteMatch match = matchRoute(head);
        return match.route && match.route->runs == Runs::AsUpload ? m_settings.largestBody : LargestOtherBody;
    }

    void handle(std::shared_ptr<HttpExchange> exchange) override
    {
        Pending pending{std::move(exchange), {}, std::chrono::steady_clock::now()};
        pending.match = matchRoute(pending.exchange->request());
        if (auto error = refusalOf(pending.match, pending.exchange->request())) {
            answer(pending, tl::unexpected<ApiError>(std::move(*error)));
            return;
        }
        switch (pending.match.route->runs) {
        case Runs::AtOnce:
            work(pending);
            break;
        case Runs::InPool:
            m_questions.start([this, pending] { work(pending); });
            break;
        case Runs::AsStream:
            m_questions.start([this, pending] { stream(pending); });
            break;
        case Runs::AsUpload:
            startUpload(pending);
            break;
        }
    }

    HttpResponse failure(int status, const QString &requestId) const override
    {
        m_metrics.count("", "", status, {});
        HttpResponse response = m_settings.camel ? camelError(errorOfStatus(status))
                                                 : errorResponse(errorOfStatus(status), requestId);
        finish(response);
        return response;
    }

private:
    std::optional<ApiError> refusalOf(const RouteMatch &match, const HttpRequest &head) const
    {
        if (!match.route)
            return errorOfStatus(match.allowed.isEmpty() ? 404 : 405);
        if (match.route->runs != Runs::AsUpload)
            return std::nullopt;
        const QByteArray encoding = head.header("content-encoding").toLower();
        if (!encoding.isEmpty() && encoding != "identity") {
            return ApiError(415, QStringLiteral("unsupported_encoding"),
                            QStringLiteral("Send the body as it is, without Content-Encoding."));
        }
        if (hasJson(head, m_settings.camel))
            return std::nullopt;
        return m_settings.camel
                   ? ApiError(400, QStringLiteral("invalid_json"), QStringLiteral("Invalid JSON payload"))
                   : errorOfStatus(415);
    }

    void startUpload(const Pending &pending)
    {
        if (++m_uploadsInHand > MostUploads) {
            --m_uploadsInHand;
            answer(pending, tl::unexpected<ApiError>(errorOfStatus(503)));
            return;
        }
        m_uploads.start([this, pending] {
            work(pending);
            --m_uploadsInHand;
        });
    }

    // No exception leaves a thread; what a request makes of memory is the request's trouble.
    void work(const Pending &pending)
    {
        const WaitingThread waits;
        const Call call{m_services, pending.exchange->request(), pending.match.id};
        try {
            answer(pending, pending.match.route->controller(call));
        } catch (const std::exception &exception) {
            logError(logApp, QStringLiteral("A request ended in an exception."),
                     {{"request_id", call.request.id}, {"exception", QString::fromUtf8(exception.what())}});
            answer(pending, tl::unexpected<ApiError>(errorOfStatus(500)));
        }
    }

    void stream(const Pending &pending)
    {
        const HttpRequest &request = pending.exchange->request();
        std::optional<ProcessId> only;
        if (request.query.hasQueryItem(QStringLiteral("id"))) {
            const QString id = request.query.queryItemValue(QStringLiteral("id"), QUrl::FullyDecoded);
            const auto process = processOf({m_services, request, id.toUtf8()});
            if (!process) {
                answer(pending, tl::unexpected<ApiError>(process.error()));
                return;
            }
            only = process->id;
        }
        HttpResponse head;
        head.contentType = QByteArrayLiteral("text/event-stream");
        finish(head);
        if (request.method == "HEAD") {
            answer(pending, std::move(head));
            return;
        }
        head.body = QByteArrayLiteral("retry: 2000\n\n");
        if (!m_events.add(pending.exchange, only, head)) {
            answer(pending, refusal(503, QStringLiteral("too_many_streams"),
                                    QStringLiteral("Too many streams are open. Try again later.")));
            return;
        }
        count(pending.match, 200, pending.arrived);
    }

    void answer(const Pending &pending, Answer made)
    {
        const HttpRequest &request = pending.exchange->request();
        HttpResponse response = made ? std::move(*made) : shaped(made.error(), request, pending.match);
        finish(response);
        count(pending.match, response.status, pending.arrived);
        if (logApp().isDebugEnabled())
            note(request, pending.match, response.status);
        pending.exchange->answer(std::move(response));
    }

    static void note(const HttpRequest &request, const RouteMatch &match, int status)
    {
        logDebug(logApp, QStringLiteral("Answered a request."),
                 {{"request_id", request.id},
                  {"method", QString::fromLatin1(request.method)},
                  {"route", match.route ? QString::fromLatin1(match.route->pattern) : QString()},
                  {"status", status}});
    }

    HttpResponse shaped(const ApiError &error, const HttpRequest &request, const RouteMatch &match) const
    {
        HttpResponse response = m_settings.camel ? camelError(error) : errorResponse(error, request.id);
        if (error.status == 405)
            response.headers.append({QByteArrayLiteral("Allow"), match.allowed});
        return response;
    }

    // The original's errors are a sentence, and a status where results are not ready.
    static HttpResponse camelError(const ApiError &error)
    {
        QJsonObject object{{QStringLiteral("error"), error.message}};
        if (error.code == QLatin1StringView("not_ready"))
            object.insert(QStringLiteral("status"), error.details.value(QLatin1StringView("status")));
        return jsonResponse(object, error.status);
    }

    void finish(HttpResponse &response) const
    {
        const bool hasTag = std::any_of(response.headers.begin(), response.headers.end(),
                                        [](const auto &header) { return header.first == "ETag"; });
        response.headers.append({QByteArrayLiteral("Cache-Control"), hasTag ? "no-cache" : "no-store"});
        if (m_settings.camel && response.contentType.startsWith("application/json"))
            response.contentType = QByteArrayLiteral("application/json");
    }

    void count(const RouteMatch &match, int status, Moment arrived)
    {
        m_metrics.count(match.route ? match.route->pattern : "", match.route ? match.route->method : "",
                        status, std::chrono::steady_clock::now() - arrived);
    }

    const RestSettings m_settings;
    AccessCheck m_access;
    mutable HttpMetrics m_metrics;
    Services m_services;
    EventHub m_events;
    std::atomic<int> m_uploadsInHand = 0;
    QThreadPool m_questions;
    QThreadPool m_uploads;
};

} // namespace

std::unique_ptr<HttpHandler> makeRestHandler(Engine &engine, const RestSettings &settings, AccessCheck access)
{
    return std::make_unique<RestHandler>(engine, settings, std::move(access));
}

HttpResponse refusalResponse(int status, const QString &code, const QString &sentence,
                             const QString &requestId)
{
    return errorResponse({status, code, sentence}, requestId);
}

} // namespace Gemmary

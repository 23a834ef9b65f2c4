// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "engine.h"
#include "rest/api/apierror.h"
#include "rest/api/restsettings.h"
#include "rest/http/httprequest.h"

#include <QFuture>

#include <chrono>
#include <future>
#include <memory>

namespace Gemmary {

class HttpMetrics;

// What every controller works with; outlives its calls.
struct Services
{
    Engine &engine;
    const RestSettings &settings;
    const HttpMetrics &metrics;
};

// One request on its way through a controller.
struct Call
{
    const Services &services;
    const HttpRequest &request;
    QByteArray id; // what stands for {id} in the path; not checked

    [[nodiscard]] Engine &engine() const { return services.engine; }
};

// Answers a call; may wait for the store. Thread-safe.
using Controller = Answer (*)(const Call &call);

inline constexpr std::chrono::seconds LongestQuestion(30);

// Waits for an answer of the engine, but not for ever: Timeout.
template <typename T>
[[nodiscard]] Result<T> waitFor(QFuture<Result<T>> future,
                                std::chrono::milliseconds longest = LongestQuestion)
{
    if (future.isFinished()) // by this very thread
        return future.takeResult();
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto answer = promise->get_future();
    future.then([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (answer.wait_for(longest) != std::future_status::ready)
        return failure(ErrorKind::Timeout, QStringLiteral("The store took too long to answer."));
    return answer.get();
}

// The process that the path names; NotFound without one, also when it is removed.
[[nodiscard]] Result<ProcessSnapshot> processOf(const Call &call);

} // namespace Gemmary

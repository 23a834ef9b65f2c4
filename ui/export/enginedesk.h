// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "widgets/answer.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace Gemmary {

// Lets one worker thread ask the engine, which lives in the GUI thread: ask() puts the question there and
// waits for the answer. The GUI thread never waits. Whoever owns both closes the desk before it waits for the
// worker.
class EngineDesk : public QObject
{
    Q_OBJECT

public:
    explicit EngineDesk(Engine &engine, QObject *parent = nullptr)
        : QObject(parent)
        , m_engine(engine)
    {}

    // For a worker thread. `question(engine)` is asked in the engine's thread and answers a QFuture;
    // Cancelled once the desk is closed.
    template <typename Question>
    auto ask(Question question)
    {
        using Answer = decltype(question(m_engine).result());
        auto answer = std::make_shared<std::optional<Answer>>();
        std::unique_lock lock(m_mutex);
        if (!m_closed) {
            QMetaObject::invokeMethod(
                this, [this, question, answer] { put(question, answer); }, Qt::QueuedConnection);
        }
        m_changed.wait(lock, [&] { return m_closed || answer->has_value(); });
        if (m_closed)
            return Answer(failure(ErrorKind::Cancelled, QStringLiteral("Cancelled.")));
        return std::move(**answer);
    }

    // Any thread. Ends the question in hand, and all later ones at once.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    template <typename Question, typename Answer>
    void put(Question question, std::shared_ptr<std::optional<Answer>> answer)
    {
        whenAnswered(question(m_engine), this, [this, answer](const Answer &given) {
            const std::lock_guard lock(m_mutex);
            *answer = given;
            m_changed.notify_all();
        });
    }

    Engine &m_engine;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_closed = false;
};

} // namespace Gemmary

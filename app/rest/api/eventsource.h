// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QByteArray>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace Gemmary {

// Finds out what has changed among the processes by asking for them, and remembers the last changes. Of one
// thread.
class EventSource
{
public:
    explicit EventSource(Engine &engine);

    struct Event
    {
        qint64 number = 0;
        ProcessId process;
        QByteArray text; // "event: …" and "data: …" lines
    };

    // Asks now: for the newest processes and the open ones when `all`, and for each of `those`. What the
    // store does not answer is asked again next time.
    void look(bool all, const std::vector<ProcessId> &those);

    [[nodiscard]] qint64 last() const { return m_last; } // number of the newest event
    [[nodiscard]] QByteArray idOf(qint64 number) const;  // as clients send it back

    // The number behind such an id; nullopt: another run's, or what followed it is forgotten.
    [[nodiscard]] std::optional<qint64> numberOf(const QByteArray &id) const;

    // What happened after `number`: of each process the latest. Of all or of one.
    [[nodiscard]] std::vector<Event> since(qint64 number, const std::optional<ProcessId> &only) const;

    // How everything known stands, as events without a history.
    [[nodiscard]] std::vector<Event> present(const std::optional<ProcessId> &only) const;

private:
    struct Known
    {
        QByteArray version;
        QByteArray text;
        bool isOpen = false;
        qint64 round = 0; // when it was seen last
    };

    bool lookAtAll();
    void lookAt(const ProcessId &id);
    void learn(const ProcessSnapshot &process);
    void forget(const ProcessId &id);
    void record(const ProcessId &id, const QByteArray &text);

    Engine &m_engine;
    QByteArray m_run;
    std::map<ProcessId, Known> m_known;
    std::deque<Event> m_events;
    qint64 m_last = 0;
    qint64 m_round = 0;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/eventsource.h"

#include "rest/api/call.h"
#include "wire/processjson.h"

#include <QUuid>

#include <algorithm>
#include <set>

namespace Gemmary {

namespace {

constexpr int NewestProcesses = 100;
constexpr int OpenProcesses = 500;
constexpr std::size_t MostEvents = 2000;
constexpr std::chrono::seconds LongestLook(5); // so that comments go on when the store does not answer

QByteArray eventText(const char *name, const QByteArray &json)
{
    return QByteArray("event: ") + name + "\ndata: " + json + '\n';
}

QByteArray versionOf(const ProcessSnapshot &process)
{
    return QByteArray::number(process.version) + nameOf(process.state).toLatin1() +
           (process.paused ? "1" : "0") + process.name.toUtf8();
}

} // namespace

EventSource::EventSource(Engine &engine)
    : m_engine(engine)
    , m_run(QUuid::createUuid().toByteArray(QUuid::Id128).left(12))
{}

void EventSource::look(bool all, const std::vector<ProcessId> &those)
{
    ++m_round;
    for (const ProcessId &id : those)
        lookAt(id);
    if (!all || !lookAtAll())
        return;
    // What is on no list any more has ended, been removed, or is old.
    std::vector<ProcessId> missing;
    for (const auto &[id, known] : m_known) {
        if (known.round != m_round)
            missing.push_back(id);
    }
    for (const ProcessId &id : missing) {
        lookAt(id);
        const auto known = m_known.find(id);
        if (known != m_known.end() && known->second.round == m_round && !known->second.isOpen)
            m_known.erase(known);
    }
}

bool EventSource::lookAtAll()
{
    ProcessFilter newest;
    newest.limit = NewestProcesses;
    ProcessFilter running;
    running.limit = OpenProcesses;
    running.state = ProcessState::Running;
    ProcessFilter pending = running;
    pending.state = ProcessState::Pending;
    for (const ProcessFilter &filter : {newest, running, pending}) {
        const auto processes = waitFor(m_engine.list(filter), LongestLook);
        if (!processes)
            return false;
        for (const ProcessSnapshot &process : *processes)
            learn(process);
    }
    return true;
}

void EventSource::lookAt(const ProcessId &id)
{
    const auto process = waitFor(m_engine.snapshot(id), LongestLook);
    if (process && !process->removed)
        learn(*process);
    else if (process || process.error().kind == ErrorKind::NotFound)
        forget(id);
}

void EventSource::learn(const ProcessSnapshot &process)
{
    Known &known = m_known[process.id];
    known.round = m_round;
    known.isOpen = !isSettled(process.state);
    QByteArray version = versionOf(process);
    if (version == known.version)
        return;
    known.version = std::move(version);
    QByteArray json;
    appendProcess(json, process);
    known.text = eventText("process", json);
    record(process.id, known.text);
}

void EventSource::forget(const ProcessId &id)
{
    if (m_known.erase(id) > 0)
        record(id, eventText("removed", "{\"process_id\":\"" + id.toString().toLatin1() + "\"}"));
}

void EventSource::record(const ProcessId &id, const QByteArray &text)
{
    m_events.push_back({++m_last, id, text});
    if (m_events.size() > MostEvents)
        m_events.pop_front();
}

QByteArray EventSource::idOf(qint64 number) const
{
    return m_run + '-' + QByteArray::number(number);
}

std::optional<qint64> EventSource::numberOf(const QByteArray &id) const
{
    if (!id.startsWith(m_run + '-'))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = id.mid(m_run.size() + 1).toLongLong(&isNumber);
    const qint64 oldest = m_events.empty() ? m_last : m_events.front().number - 1;
    return isNumber && number >= oldest && number <= m_last ? std::optional(number) : std::nullopt;
}

std::vector<EventSource::Event> EventSource::since(qint64 number, const std::optional<ProcessId> &only) const
{
    std::vector<Event> events;
    std::set<ProcessId> seen;
    for (auto event = m_events.rbegin(); event != m_events.rend() && event->number > number; ++event) {
        if ((!only || event->process == *only) && seen.insert(event->process).second)
            events.push_back(*event);
    }
    std::reverse(events.begin(), events.end());
    return events;
}

std::vector<EventSource::Event> EventSource::present(const std::optional<ProcessId> &only) const
{
    std::vector<Event> events;
    for (const auto &[id, known] : m_known) {
        if (!only || id == *only)
            events.push_back({m_last, id, known.text});
    }
    return events;
}

} // namespace Gemmary

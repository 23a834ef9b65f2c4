// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listenerfollower.h"

#include "cli/exitcodes.h"

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds FirstPause(100); // what is small is done soon
constexpr std::chrono::milliseconds LongestPause(1000);
constexpr qint64 NoteEveryMs = 10'000;       // where there is no terminal to redraw
constexpr qint64 LongestTroubleMs = 120'000; // a restart with a migration takes less

} // namespace

ListenerFollower::ListenerFollower(ListenerDesk &desk, Terminal &terminal, const ProcessId &id,
                                   const FollowSettings &settings)
    : m_desk(desk)
    , m_terminal(terminal)
    , m_id(id)
    , m_deadline(settings.timeout ? QDeadlineTimer(*settings.timeout)
                                  : QDeadlineTimer(QDeadlineTimer::Forever))
{
    connect(&m_signals, &SignalWatcher::received, this, [this](int signal) { end(128 + signal); });
}

FollowEnd ListenerFollower::follow()
{
    m_end.process.id = m_id;
    m_sinceNote.start();
    auto pause = FirstPause;
    while (look()) {
        m_desk.client().pause(pause);
        pause = std::min(pause * 2, LongestPause);
        if (m_deadline.hasExpired() && !m_end.exitCode) {
            m_terminal.progress({});
            m_terminal.note(tr("Out of time."));
            end(ExitTimeout);
        }
    }
    m_terminal.progress({});
    return m_end;
}

bool ListenerFollower::look()
{
    if (m_end.exitCode)
        return false;
    const auto status = m_desk.changedStatus(m_id, m_etag);
    if (m_end.exitCode) // a signal came meanwhile
        return false;
    if (!status)
        return bear(status.error());
    m_troubled.invalidate();
    if (!*status)
        return true;
    show(**status);
    return !isSettled(m_end.process.state);
}

// False: it is no use to go on asking.
bool ListenerFollower::bear(const Error &error)
{
    const bool isPassing = isTransient(error.kind) || error.kind == ErrorKind::Storage;
    if (isPassing && !m_troubled.isValid()) {
        m_troubled.start();
        m_terminal.progress({});
        m_terminal.error(tr("%1 Trying again; nothing is lost.").arg(error.message));
        return true;
    }
    if (isPassing && m_troubled.elapsed() <= LongestTroubleMs)
        return true;
    m_terminal.progress({});
    m_terminal.error(error.message);
    m_end.exitCode = exitCodeOf(error.kind);
    return false;
}

void ListenerFollower::show(const ProcessStatus &status)
{
    m_end.process = status.process;
    m_line.update(status.process, std::chrono::steady_clock::now());
    if (!status.waiting.isEmpty() && std::exchange(m_waiting, status.waiting) != status.waiting) {
        m_terminal.progress({});
        m_terminal.note(tr("Waiting: %1").arg(printable(status.waiting)));
    }
    if (m_terminal.hasProgressLine()) {
        m_terminal.progress(m_line.text({}, m_terminal.width() - 1));
    } else if (m_terminal.showsProgress() && m_sinceNote.elapsed() >= NoteEveryMs) {
        m_terminal.note(m_line.text({}, 200));
        m_sinceNote.restart();
    }
}

void ListenerFollower::end(int exitCode)
{
    m_end.exitCode = exitCode;
    m_desk.client().abort();
}

} // namespace Gemmary

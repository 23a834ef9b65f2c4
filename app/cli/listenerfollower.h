// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/followsettings.h"
#include "cli/listenerdesk.h"
#include "cli/progressline.h"
#include "cli/terminal.h"
#include "system/signalwatcher.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

namespace Gemmary {

// Watches a process of a listener until it is settled or somebody interrupts; others work on it, so it goes
// on whatever happens here. A listener that is gone is waited for: it may be restarting.
class ListenerFollower : public QObject
{
    Q_OBJECT

public:
    ListenerFollower(ListenerDesk &desk, Terminal &terminal, const ProcessId &id,
                     const FollowSettings &settings);

    [[nodiscard]] FollowEnd follow();

private:
    [[nodiscard]] bool look(); // false: the end
    [[nodiscard]] bool bear(const Error &error);
    void show(const ProcessStatus &status);
    void end(int exitCode);

    ListenerDesk &m_desk;
    Terminal &m_terminal;
    ProcessId m_id;
    SignalWatcher m_signals;
    QDeadlineTimer m_deadline;
    QElapsedTimer m_sinceNote;
    QElapsedTimer m_troubled; // valid while the listener does not answer
    ProgressLine m_line;
    QByteArray m_etag;
    QString m_waiting; // said last
    FollowEnd m_end;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/progressline.h"
#include "cli/terminal.h"
#include "domain/process.h"
#include "engine.h"
#include "system/signalwatcher.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace Gemmary {

struct FollowSettings
{
    int workers = 0;                             // 0: only watch; somebody else works
    std::optional<std::chrono::seconds> timeout; // then the process is stopped cleanly
};

// How following ended.
struct FollowEnd
{
    ProcessSnapshot process;     // settled, or as it was last seen
    std::optional<int> exitCode; // set when it ended early: signal, time-out, store
};

// Works on one process (or watches it) with an event loop of its own, showing progress, until the process is
// settled or somebody interrupts. Ctrl+C stops the process cleanly and says how to go on.
class ProcessFollower : public QObject
{
    Q_OBJECT

public:
    ProcessFollower(Engine &engine, Terminal &terminal, const ProcessId &id, const FollowSettings &settings);

    [[nodiscard]] FollowEnd follow();

private:
    void onChanged(const ProcessSnapshot &process);
    void onTick();
    void onSignal(int signal);
    void onTrouble(const Error &error);
    void interrupt(int exitCode, const QString &note);
    void finish();

    Engine &m_engine;
    Terminal &m_terminal;
    ProcessId m_id;
    FollowSettings m_settings;
    FollowEnd m_end;
    ProgressLine m_line;
    SignalWatcher m_signals;
    QTimer m_tick;
    QTimer m_timeout;
    QElapsedTimer m_sinceNote;
    QElapsedTimer m_troubled; // valid while the store fails
    QEventLoop m_loop;
    bool m_finishing = false;
};

} // namespace Gemmary

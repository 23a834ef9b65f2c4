// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/followsettings.h"
#include "cli/progressline.h"
#include "cli/terminal.h"
#include "domain/process.h"
#include "engine.h"
#include "system/signalwatcher.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace Gemmary {

// Works on one process (or plans or watches it) with an event loop of its own, showing progress, until the
// process is at the goal or somebody interrupts. Ctrl+C stops the process cleanly where it is worked on.
class ProcessFollower : public QObject
{
    Q_OBJECT

public:
    ProcessFollower(Engine &engine, Terminal &terminal, const ProcessId &id, const FollowSettings &settings);

    [[nodiscard]] FollowEnd follow();

private:
    void onChanged(const ProcessSnapshot &process);
    void onTick();
    [[nodiscard]] bool isPlanning() const { return m_settings.goal == FollowSettings::Goal::Planned; }
    [[nodiscard]] QString progressText(int columns) const;
    void onSignal(int signal);
    void onTrouble(const Error &error);
    void onPutOff(const Error &error);
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
    QString m_putOff; // said last
    bool m_finishing = false;
};

// "1,234 documents stored": those that are planned and so, where content is kept, kept.
[[nodiscard]] QString storedSentence(const DocumentCounts &documents);

} // namespace Gemmary

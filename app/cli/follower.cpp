// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/follower.h"

#include "base/counttext.h"
#include "cli/exitcodes.h"

namespace Gemmary {

namespace {

constexpr auto TickInterval = std::chrono::milliseconds(100);
constexpr qint64 NoteEveryMs = 10'000;      // where there is no terminal to redraw
constexpr qint64 LongestTroubleMs = 30'000; // of the store, before giving up

} // namespace

ProcessFollower::ProcessFollower(Engine &engine, Terminal &terminal, const ProcessId &id,
                                 const FollowSettings &settings)
    : m_engine(engine)
    , m_terminal(terminal)
    , m_id(id)
    , m_settings(settings)
{
    connect(&m_engine, &Engine::processChanged, this, &ProcessFollower::onChanged);
    connect(&m_engine, &Engine::storeTroubled, this, &ProcessFollower::onTrouble);
    connect(&m_engine, &Engine::putOff, this, &ProcessFollower::onPutOff);
    connect(&m_engine, &Engine::storeRecovered, this, [this] { m_troubled.invalidate(); });
    connect(&m_engine, &Engine::workingStopped, &m_loop, &QEventLoop::quit);
    connect(&m_signals, &SignalWatcher::received, this, &ProcessFollower::onSignal);
    connect(&m_tick, &QTimer::timeout, this, &ProcessFollower::onTick);
    connect(&m_timeout, &QTimer::timeout, this, [this] { interrupt(ExitTimeout, tr("Out of time.")); });
}

FollowEnd ProcessFollower::follow()
{
    m_end.process.id = m_id;
    m_sinceNote.start();
    m_tick.start(TickInterval);
    if (m_settings.timeout)
        m_timeout.start(*m_settings.timeout);
    m_engine.watch(m_id);
    if (m_settings.workers > 0 || isPlanning())
        m_engine.startWorking({m_settings.workers, m_id});
    m_loop.exec();
    m_engine.unwatch(m_id);
    m_terminal.progress({});
    return m_end;
}

void ProcessFollower::onChanged(const ProcessSnapshot &process)
{
    if (process.id != m_id)
        return;
    m_end.process = process;
    m_line.update(process, std::chrono::steady_clock::now());
    if (isSettled(process.state) || (isPlanning() && process.planned))
        finish();
}

void ProcessFollower::onTick()
{
    if (m_terminal.hasProgressLine()) {
        m_terminal.progress(progressText(m_terminal.width() - 1));
    } else if (m_terminal.showsProgress() && m_sinceNote.elapsed() >= NoteEveryMs) {
        m_terminal.note(progressText(200));
        m_sinceNote.restart();
    }
}

QString ProcessFollower::progressText(int columns) const
{
    if (isPlanning())
        return storedSentence(m_end.process.documents);
    const auto activities = m_engine.activities();
    return m_line.text(activities.empty() ? QString() : activities.front().document, columns);
}

void ProcessFollower::onSignal(int signal)
{
    interrupt(128 + signal, tr("Stopping… press Ctrl+C again to leave at once."));
}

void ProcessFollower::onTrouble(const Error &error)
{
    if (!m_troubled.isValid()) {
        m_troubled.start();
        m_terminal.progress({});
        m_terminal.error(tr("%1 Trying again; nothing is lost.").arg(error.message));
    } else if (m_troubled.elapsed() > LongestTroubleMs) {
        m_end.exitCode = ExitStore;
        finish();
    }
}

// Many jobs wait for one reason, and each is put off again and again.
void ProcessFollower::onPutOff(const Error &error)
{
    if (std::exchange(m_putOff, error.message) == error.message)
        return;
    m_terminal.progress({});
    m_terminal.note(tr("Waiting: %1").arg(error.message));
}

void ProcessFollower::interrupt(int exitCode, const QString &note)
{
    if (m_end.exitCode)
        return;
    m_end.exitCode = exitCode;
    m_terminal.progress({});
    m_terminal.note(note);
    if (m_settings.workers == 0) { // who does not work on the process leaves it alone
        finish();
        return;
    }
    // The snapshot that says STOPPED ends the loop; a store that fails now must not keep us here.
    m_engine.stop(m_id).then(this, [this](const Result<void> &stopped) {
        if (!stopped)
            finish();
    });
}

QString storedSentence(const DocumentCounts &documents)
{
    return ProcessFollower::tr("%1 documents stored")
        .arg(countText(documents.found() - documents.problems()));
}

void ProcessFollower::finish()
{
    if (std::exchange(m_finishing, true))
        return;
    if (m_engine.isWorking())
        m_engine.stopWorking(); // workingStopped() ends the loop
    else
        QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/recovery.h"

#include "engine.h"
#include "processes/processcommands.h"
#include "widgets/answer.h"
#include "widgets/format.h"

namespace Gemmary {

Recovery::Recovery(Engine &engine, ProcessCommands &commands, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_commands(commands)
{}

void Recovery::begin()
{
    ProcessFilter filter;
    filter.state = ProcessState::Running;
    whenAnswered(m_engine.list(filter), this, [this](const Result<std::vector<ProcessSnapshot>> &running) {
        std::vector<ProcessSnapshot> open;
        if (running) {
            for (const ProcessSnapshot &process : *running) {
                if (!process.paused)
                    open.push_back(process);
            }
        }
        if (open.empty())
            Q_EMIT ready();
        else
            hold(open);
    });
}

void Recovery::hold(const std::vector<ProcessSnapshot> &running)
{
    for (std::size_t i = 0; i < running.size(); ++i) {
        const bool isLast =
            i + 1 == running.size(); // questions are answered in any order; one wait is enough
        whenAnswered(m_engine.setPaused(running[i].id, true), this,
                     [this, isLast, running](const Result<void> &) {
                         if (isLast)
                             offer(running);
                     });
    }
}

void Recovery::offer(const std::vector<ProcessSnapshot> &held)
{
    qint64 kept = 0;
    std::vector<ProcessSnapshot> processes = held;
    for (ProcessSnapshot &process : processes) {
        kept += process.documents.done + process.documents.partial;
        process.paused = true; // as it is now
    }
    NoticeBar::Notice notice;
    notice.tone = NoticeBar::Tone::Warning;
    //: %1 is a sentence about processes, %2 a number of documents
    notice.text = tr("Gemmary closed unexpectedly. %1 %2 finished documents are kept.")
                      .arg(tr("%Ln process(es) were running.", nullptr, static_cast<int>(processes.size())),
                           formatCount(kept));
    notice.choices = {{tr("Resume"), [this, processes] { m_commands.resume(processes); }},
                      {tr("Leave stopped"), [this, processes] { m_commands.stop(processes); }},
                      {tr("Details"), [this] { Q_EMIT detailsRequested(); }}};
    Q_EMIT interrupted(notice);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/summarytrouble.h"

#include "engine.h"
#include "processes/processmodel.h"
#include "summarizers/recipient.h"
#include "widgets/answer.h"
#include "widgets/noticebar.h"

#include <algorithm>

namespace Gemmary {

SummaryTrouble::SummaryTrouble(Engine &engine, ProcessModel &processes, NoticeBar &bar, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_processes(processes)
    , m_bar(bar)
{
    connect(&m_processes, &ProcessModel::waitingChanged, this, [this](const ProcessId &id) {
        if (m_process && m_process->id == id)
            look();
    });
    connect(&m_processes, &ProcessModel::processChanged, this, [this](const ProcessSnapshot &process) {
        if (m_process && m_process->id == process.id) {
            m_process = process;
            look();
        }
    });
}

void SummaryTrouble::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const bool isOther = !process || !m_process || process->id != m_process->id;
    m_process = process;
    if (isOther) {
        m_said.clear();
        m_bar.hide();
    }
    look();
}

void SummaryTrouble::look()
{
    if (!m_process || !isByModel(m_process->settings.summarizer))
        return;
    const QString waiting = m_processes.waiting(m_process->id);
    if (!waiting.isEmpty()) {
        say(waiting, false);
    } else if (m_process->summarise.dead > 0 && isSettled(m_process->state)) {
        lookAtParked();
    } else if (m_process->documents.partial > 0 && isSettled(m_process->state)) {
        say(tr("%Ln document(s) have no summary, or were done only in part. Files says why.", nullptr,
               static_cast<int>(m_process->documents.partial)),
            true);
    } else if (!m_said.isEmpty()) { // it goes on
        m_said.clear();
        m_bar.hide();
    }
}

void SummaryTrouble::lookAtParked()
{
    if (!m_said.isEmpty())
        return;
    whenAnswered(m_engine.deadLetters(m_process->id), this,
                 [this, id = m_process->id](const Result<std::vector<DeadLetter>> &letters) {
                     if (!letters || !m_process || m_process->id != id)
                         return;
                     const auto letter = std::ranges::find_if(*letters, [](const DeadLetter &one) {
                         return one.stage == Stage::Summarise && !one.redriven;
                     });
                     if (letter != letters->end())
                         say(letter->error, true);
                 });
}

void SummaryTrouble::say(const QString &sentence, bool mayRetry)
{
    if (std::exchange(m_said, sentence) == sentence) // closed, perhaps
        return;
    NoticeBar::Notice notice;
    notice.tone = mayRetry ? NoticeBar::Tone::Failure : NoticeBar::Tone::Warning;
    notice.text = sentence;
    const auto withProcess = [this](void (SummaryTrouble::*request)(const ProcessSnapshot &)) {
        return [this, request] {
            if (m_process)
                Q_EMIT(this->*request)(*m_process);
        };
    };
    if (mayRetry) {
        notice.choices.push_back({tr("Retry"), [this] { Q_EMIT retryRequested(); }});
        notice.choices.push_back(
            {tr("Use key sentences for these"), withProcess(&SummaryTrouble::keySentencesRequested)});
    }
    notice.choices.push_back({tr("Choose another model"), [this] { Q_EMIT modelRequested(); }});
    if (!mayRetry)
        notice.choices.push_back(
            {tr("Run again with key sentences"), withProcess(&SummaryTrouble::offlineRequested)});
    m_bar.showNotice(std::move(notice));
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/summarytrouble.h"

#include "engine.h"
#include "processes/processmodel.h"
#include "summarizers/recipient.h"
#include "widgets/answer.h"
#include "widgets/noticebar.h"

#include <algorithm>
#include <iterator>

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
        say(waiting, Trouble::Waiting);
    } else if (m_process->summarise.dead > 0 && isSettled(m_process->state)) {
        lookAtParked();
    } else if (m_process->documents.partial > 0 && isSettled(m_process->state)) {
        say(tr("%Ln document(s) have no summary, or were done only in part. Files says why.", nullptr,
               static_cast<int>(m_process->documents.partial)),
            Trouble::OfDocuments);
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
                     std::vector<DeadLetter> parked;
                     std::ranges::copy_if(*letters, std::back_inserter(parked), [](const DeadLetter &one) {
                         return one.stage == Stage::Summarise && !one.redriven;
                     });
                     const auto lowest = std::ranges::min_element(parked, {}, &DeadLetter::level);
                     if (lowest != parked.end())
                         say(lowest->error, lowest->level == 0 ? Trouble::OfDocuments : Trouble::OfSets);
                 });
}

void SummaryTrouble::say(const QString &sentence, Trouble trouble)
{
    if (std::exchange(m_said, sentence) == sentence) // closed, perhaps
        return;
    NoticeBar::Notice notice;
    notice.tone = trouble != Trouble::Waiting ? NoticeBar::Tone::Failure : NoticeBar::Tone::Warning;
    notice.text = sentence;
    const auto withProcess = [this](void (SummaryTrouble::*request)(const ProcessSnapshot &)) {
        return [this, request] {
            if (m_process)
                Q_EMIT(this->*request)(*m_process);
        };
    };
    if (trouble != Trouble::Waiting)
        notice.choices.push_back({tr("Retry"), [this] { Q_EMIT retryRequested(); }});
    if (trouble == Trouble::OfDocuments) {
        notice.choices.push_back(
            {tr("Use key sentences for these"), withProcess(&SummaryTrouble::keySentencesRequested)});
    }
    notice.choices.push_back({tr("Choose another model"), [this] { Q_EMIT modelRequested(); }});
    if (trouble != Trouble::OfDocuments)
        notice.choices.push_back(
            {tr("Run again with key sentences"), withProcess(&SummaryTrouble::offlineRequested)});
    m_bar.showNotice(std::move(notice));
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QObject>

#include <optional>

namespace Gemmary {

class Engine;
class NoticeBar;
class ProcessModel;

// Says above a process's details why its summaries wait or were given up, with what can be done about it.
class SummaryTrouble : public QObject
{
    Q_OBJECT

public:
    // All outlive it.
    SummaryTrouble(Engine &engine, ProcessModel &processes, NoticeBar &bar, QObject *parent);

    void setProcess(const std::optional<ProcessSnapshot> &process); // the one that is shown

Q_SIGNALS:
    void modelRequested(); // another one
    void retryRequested();
    void keySentencesRequested(const Gemmary::ProcessSnapshot &process); // for what failed
    void offlineRequested(const Gemmary::ProcessSnapshot &process);      // again, with key sentences

private:
    void look();
    void lookAtParked();
    enum class Trouble { Waiting, OfDocuments, OfSets }; // sets are a model's again when they are retried
    void say(const QString &sentence, Trouble trouble);

    Engine &m_engine;
    ProcessModel &m_processes;
    NoticeBar &m_bar;
    std::optional<ProcessSnapshot> m_process;
    QString m_said; // about this process
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "widgets/noticebar.h"

#include <QObject>

#include <vector>

namespace Gemmary {

class Engine;
class ProcessCommands;

// After an unclean end: holds back what was running and asks whether to go on. Whatever the answer, documents
// that were in hand are waiting again and finished ones are kept; the store sees to that by itself.
class Recovery : public QObject
{
    Q_OBJECT

public:
    Recovery(Engine &engine, ProcessCommands &commands, QObject *parent);

    // Asks the store once; then interrupted() or ready().
    void begin();

Q_SIGNALS:
    void interrupted(const Gemmary::NoticeBar::Notice &notice); // to be shown; the work may begin
    void ready();                                               // nothing was going on
    void detailsRequested();

private:
    void hold(const std::vector<ProcessSnapshot> &running);
    void offer(const std::vector<ProcessSnapshot> &held);

    Engine &m_engine;
    ProcessCommands &m_commands;
};

} // namespace Gemmary

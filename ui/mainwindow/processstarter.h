// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "summarizers/summarizersource.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Gemmary {

class ConsentGate;
class ProcessCommands;

// Starts processes whose summariser has what it needs and may have the texts. What it may not start it holds
// back and says why: nothing of it was sent.
class ProcessStarter : public QObject
{
    Q_OBJECT

public:
    ProcessStarter(ProcessCommands &commands, SummarizerSource &summarizers, ConsentGate &gate,
                   QObject *parent);

    void start(const NewProcess &process);
    void addInputs(const ProcessSnapshot &process, const std::vector<Locator> &inputs,
                   const QStringList &names);

Q_SIGNALS:
    // `instead` starts it with key sentences; empty: there is no such way.
    void held(const QString &sentence, const std::function<void()> &instead);

private:
    void pass(const ProcessSettings &settings, const std::function<void()> &act,
              const std::function<void()> &instead);

    ProcessCommands &m_commands;
    SummarizerSource &m_summarizers;
    ConsentGate &m_gate;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/processstarter.h"

#include "processes/processcommands.h"
#include "summarizers/consentgate.h"
#include "summarizers/summarizertexts.h"
#include "widgets/format.h"

namespace Gemmary {

ProcessStarter::ProcessStarter(ProcessCommands &commands, SummarizerSource &summarizers, ConsentGate &gate,
                               QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_summarizers(summarizers)
    , m_gate(gate)
{}

void ProcessStarter::start(const NewProcess &process)
{
    NewProcess offline = process;
    offline.settings.summarizer = QStringLiteral("extractive");
    offline.settings.model.clear();
    pass(
        process.settings, [this, process] { m_commands.start(process); },
        [this, offline] { m_commands.start(offline); });
}

void ProcessStarter::addInputs(const ProcessSnapshot &process, const std::vector<Locator> &inputs,
                               const QStringList &names)
{
    pass(process.settings, [this, process, inputs, names] { m_commands.addInputs(process, inputs, names); },
         {});
}

void ProcessStarter::pass(const ProcessSettings &settings, const std::function<void()> &act,
                          const std::function<void()> &instead)
{
    // An address is this computer's matter, not the process's.
    const SummarizerChoice choice{settings.summarizer, settings.model, m_summarizers.serverAddress()};
    if (const QString need = needOf(choice, m_summarizers); !need.isEmpty()) {
        Q_EMIT held(need, instead);
        return;
    }
    m_gate.pass(choice, act, [this, choice, instead] {
        Q_EMIT held(tr("Not started: nothing was sent to %1.").arg(m_gate.recipient(choice).name), instead);
    });
}

} // namespace Gemmary

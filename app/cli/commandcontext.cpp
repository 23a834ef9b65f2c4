// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/enginedesk.h"
#include "cli/listenerdesk.h"

namespace Gemmary {

CommandContext::CommandContext(Terminal &commandTerminal, const Backend &storesAndEngine)
    : terminal(commandTerminal)
    , backend(storesAndEngine)
{}

CommandContext::~CommandContext() = default;

Result<ProcessDesk *> CommandContext::desk()
{
    if (listener)
        return &listenerDesk();
    if (!m_desk) {
        GEMMARY_ASSIGN(opened, engine());
        m_desk = std::make_unique<EngineDesk>(*opened);
    }
    return m_desk.get();
}

ListenerDesk &CommandContext::listenerDesk()
{
    if (!m_desk)
        m_desk = std::make_unique<ListenerDesk>(*listener);
    return static_cast<ListenerDesk &>(*m_desk); // with a listener there is no other
}

} // namespace Gemmary

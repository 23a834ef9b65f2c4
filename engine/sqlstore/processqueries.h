// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "sqlstore/rows.h"

#include <chrono>

namespace Gemmary {

// A process's life: started, stopped, resumed, paused, removed. Contracts are ProcessStore's.
class ProcessQueries
{
public:
    explicit ProcessQueries(Session &session); // outlives it

    [[nodiscard]] Result<ProcessId> start(const NewProcess &process);
    [[nodiscard]] Result<void> stop(const ProcessId &id);
    [[nodiscard]] Result<void> resume(const ProcessId &id);
    [[nodiscard]] Result<void> setPaused(const ProcessId &id, bool paused);
    [[nodiscard]] Result<void> remove(const ProcessId &id);
    [[nodiscard]] Result<void> restore(const ProcessId &id);
    [[nodiscard]] Result<qint64> purgeRemoved(std::chrono::milliseconds age);
    [[nodiscard]] Result<std::vector<ProcessId>> openProcesses();

private:
    Session &m_session;
};

} // namespace Gemmary

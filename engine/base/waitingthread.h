// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gemmary {

// While one lives, its thread may wait for what it asks of others: whoever is asked may answer on it at once,
// without the way to a thread of their own and back.
class WaitingThread
{
public:
    WaitingThread();
    ~WaitingThread();
    WaitingThread(const WaitingThread &) = delete;
    WaitingThread &operator=(const WaitingThread &) = delete;

    [[nodiscard]] static bool isThisOne();

private:
    bool m_before;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gemmary {

// While one lives, its thread waits for what it asks an engine, so it may as well answer it itself: Engine
// hands it futures that are finished, without the way to a thread of its own and back.
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

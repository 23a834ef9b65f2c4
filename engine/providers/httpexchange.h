// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpmessage.h"
#include "providers/providertrouble.h"

#include <condition_variable>
#include <mutex>

namespace Gemmary {

// One reply on its way from the network's thread to the thread that waits for it. Both hold it, so that
// either may go first. Standard mutexes, for ThreadSanitizer's sake.
class HttpExchange
{
public:
    struct Piece
    {
        int status = 0; // 0: not known yet
        QByteArray retryAfter;
        QByteArray bytes; // since the last piece
        bool isLast = false;
        std::optional<ProviderTrouble> trouble; // with the last piece
    };

    // The network's side.
    void deliver(int status, const QByteArray &retryAfter, const QByteArray &bytes);
    void finish(std::optional<ProviderTrouble> trouble);

    // The waiting side: what has come, or nothing after `patience`.
    [[nodiscard]] Piece next(std::chrono::milliseconds patience);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Piece m_piece;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace Gemmary {

// Orders every use of QtSql's program-wide list of connections, which Qt guards in code that
// ThreadSanitizer does not see.
[[nodiscard]] inline std::unique_lock<std::mutex> lockConnectionList()
{
    static std::mutex mutex;
    return std::unique_lock(mutex);
}

} // namespace Gemmary

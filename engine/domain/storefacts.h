// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace Gemmary {

// What there is to say of a store that can be used, or could be after its schema is brought up to date.
struct StoreFacts
{
    QString place;   // a file's path, or host/database without user and password
    QString product; // "SQLite 3.40.1", "PostgreSQL 15.18"
    bool isServer = false;
    bool isEncrypted = false; // on its way; a file is not on any way
    int schema = 0;           // version; 0: none yet
    int newestSchema = 0;     // that this program brings
    std::chrono::microseconds answerTime{0};
    std::chrono::milliseconds clockAhead{0}; // of this computer's

    [[nodiscard]] bool isCurrent() const { return schema == newestSchema; }
};

} // namespace Gemmary

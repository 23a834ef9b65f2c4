// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/states.h"

#include <QString>

#include <optional>

namespace Gemmary {

// A process's place in a list, where the next page goes on.
struct ProcessPlace
{
    qint64 createdMs = 0;
    ProcessId id;
};

// What a list asks for; newest first.
struct ProcessFilter
{
    std::optional<ProcessState> state;
    QString idPrefix;                  // lower-case; empty: all
    bool removed = false;              // the removed ones instead
    qint64 sinceMs = 0;                // created then or later
    std::optional<ProcessPlace> after; // for paging
    int limit = 1000;
    int offset = 0;
};

struct DocumentFilter
{
    std::optional<DocumentState> state;
    bool problemsOnly = false;
    qint64 after = -1; // document number; for paging
    int limit = 500;
};

} // namespace Gemmary

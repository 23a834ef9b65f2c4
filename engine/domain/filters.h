// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QString>

#include <optional>

namespace Gemmary {

// What a list asks for; newest first.
struct ProcessFilter
{
    std::optional<ProcessState> state;
    QString idPrefix;     // lower-case; empty: all
    bool removed = false; // the removed ones instead
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

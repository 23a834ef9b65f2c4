// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/documentpage.h"
#include "documents/rowfilter.h"

#include <Qt>

#include <functional>
#include <vector>

namespace Gemmary {

constexpr int FoundOrder = -1; // no column: as the documents were found

// Which documents are shown, and in which order.
struct Arrangement
{
    RowFilter filter;
    int column = FoundOrder;
    Qt::SortOrder order = Qt::AscendingOrder;
};

// The rows of `pages`, counted through from 0, that the filter lets pass, in order; equal ones as they were
// found. Any thread. Gives up with any answer once `isStale` says so.
[[nodiscard]] std::vector<quint32> arranged(const DocumentPages &pages, const Arrangement &arrangement,
                                            const std::function<bool()> &isStale);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Gemmary {

// Documents whose number of words lies in [from, to].
struct LengthBin
{
    qint64 from = 0;
    qint64 to = 0;
    qint64 documents = 0;
};

// A histogram over bins that a person can read on a scale from one word to a library: 0, 1–9, 10–29, 30–99,
// 100–299 … From the first to the last bin that holds a document; those between are there even when empty.
[[nodiscard]] std::vector<LengthBin> lengthBins(const std::vector<qint64> &lengths);

} // namespace Gemmary

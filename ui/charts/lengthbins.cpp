// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lengthbins.h"

#include <algorithm>
#include <limits>

namespace Gemmary {

namespace {

std::vector<LengthBin> allBins()
{
    constexpr qint64 Longest = 1'000'000'000'000;
    std::vector<LengthBin> bins{{0, 0, 0}, {1, 9, 0}};
    for (qint64 decade = 10; decade < Longest; decade *= 10) {
        bins.push_back({decade, 3 * decade - 1, 0});
        bins.push_back({3 * decade, 10 * decade - 1, 0});
    }
    bins.push_back({Longest, std::numeric_limits<qint64>::max(), 0});
    return bins;
}

} // namespace

std::vector<LengthBin> lengthBins(const std::vector<qint64> &lengths)
{
    std::vector<LengthBin> bins = allBins();
    for (const qint64 length : lengths) {
        const auto bin = std::lower_bound(bins.begin(), bins.end(), length,
                                          [](const LengthBin &b, qint64 words) { return b.to < words; });
        ++bin->documents;
    }
    const auto isUsed = [](const LengthBin &bin) { return bin.documents > 0; };
    const auto first = std::find_if(bins.begin(), bins.end(), isUsed);
    const auto last = std::find_if(bins.rbegin(), bins.rend(), isUsed).base();
    return first == bins.end() ? std::vector<LengthBin>{} : std::vector<LengthBin>(first, last);
}

} // namespace Gemmary

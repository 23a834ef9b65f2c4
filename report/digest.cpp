// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/digest.h"

#include <algorithm>

namespace Gemmary {

namespace {

using LengthBin = Digest::LengthBin;

// Bounds that grow by half to two thirds: 0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100 …
std::vector<LengthBin> emptyBins()
{
    std::vector<LengthBin> bins{{0, 0, true}};
    for (const qint64 first : {1, 2, 3, 5, 7})
        bins.push_back({first, 0, first != 3 && first != 7});
    for (qint64 decade = 1; decade < 1'000'000'000'000; decade *= 10) {
        for (const qint64 factor : {10, 15, 20, 30, 50, 70})
            bins.push_back({factor * decade, 0, factor == 10 || factor == 20 || factor == 50});
    }
    return bins;
}

LengthBin &binOf(std::vector<LengthBin> &bins, qint64 words)
{
    const auto next = std::upper_bound(bins.begin(), bins.end(), words,
                                       [](qint64 value, const LengthBin &bin) { return value < bin.from; });
    return *std::prev(next);
}

std::vector<LengthBin> trimmed(const std::vector<LengthBin> &bins)
{
    const auto isUsed = [](const LengthBin &bin) { return bin.documents > 0; };
    const auto first = std::find_if(bins.begin(), bins.end(), isUsed);
    const auto last = std::find_if(bins.rbegin(), bins.rend(), isUsed).base();
    return first < last ? std::vector<LengthBin>(first, last) : std::vector<LengthBin>();
}

} // namespace

Result<Digest> digested(const ReportContent &content, std::size_t listed)
{
    Digest digest;
    std::vector<LengthBin> bins = emptyBins();
    GEMMARY_TRY(forEachDocument(content.documents, [&](const ReportDocument &document) {
        ++digest.documents;
        if (isCounted(document.row.state))
            ++binOf(bins, document.row.statistics.counts.words).documents;
        if (!document.problem)
            return;
        ProblemGroup &group = digest.problems[document.problem->reason];
        ++group.count;
        if (group.listed.size() < listed)
            group.listed.push_back({document.row.name, document.problem->detail});
    }));
    digest.lengths = trimmed(bins);
    return digest;
}

} // namespace Gemmary

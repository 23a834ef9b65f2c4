// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/steprows.h"

#include <QCoreApplication>

#include <cmath>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StepRows)
};

// Bucket n holds durations of 2^n … 2^(n+1) µs.
double middleMs(std::size_t bucket)
{
    return std::exp2(static_cast<double>(bucket) + 0.5) / 1000;
}

double quantileMs(const StepTimes &times, double quantile)
{
    const double wanted = quantile * static_cast<double>(times.count);
    double seen = 0;
    for (std::size_t bucket = 0; bucket < times.buckets.size(); ++bucket) {
        seen += static_cast<double>(times.buckets[bucket]);
        if (seen >= wanted && seen > 0)
            return middleMs(bucket);
    }
    return 0;
}

} // namespace

QString stepWord(Step step)
{
    switch (step) {
    case Step::Reading:
        return Tr::tr("Reading");
    case Step::Counting:
        return Tr::tr("Counting");
    case Step::Summarising:
        return Tr::tr("Summarising");
    case Step::Combining:
        return Tr::tr("Combining");
    case Step::Saving:
        return Tr::tr("Saving");
    }
    return {};
}

std::vector<StepRow> stepRows(const std::vector<StepTimes> &times)
{
    std::vector<StepRow> rows;
    for (const StepTimes &step : times) {
        if (step.count == 0)
            continue;
        StepRow row;
        row.name = stepWord(step.step);
        row.p25Ms = quantileMs(step, 0.25);
        row.medianMs = quantileMs(step, 0.5);
        row.p75Ms = quantileMs(step, 0.75);
        row.p95Ms = quantileMs(step, 0.95);
        row.maxMs = quantileMs(step, 1);
        row.totalMs = static_cast<double>(step.totalUs) / 1000;
        row.count = step.count;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace Gemmary

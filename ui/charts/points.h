// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QString>

namespace Gemmary {

// What the charts are given, as plain values. Times are milliseconds since the epoch.

// Documents settled between two instants.
struct ThroughputPoint
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    qint64 count = 0;
};

// All documents by state at one instant.
struct StatesPoint
{
    qint64 atMs = 0;
    DocumentCounts counts;
};

// How long one step took, over all times it was done.
struct StepRow
{
    QString name;
    double p25Ms = 0;
    double medianMs = 0;
    double p75Ms = 0;
    double p95Ms = 0;
    double maxMs = 0;
    double totalMs = 0;
    qint64 count = 0;
};

} // namespace Gemmary

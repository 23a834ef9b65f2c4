// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"

#include <QtGlobal>

#include <chrono>

namespace Gemmary {

// How the listener's answers are made.
struct RestSettings
{
    ProcessSettings processDefaults;                   // of processes for which nothing else is asked
    bool camel = false;                                // --compat camel: answer as the original system did
    qint64 largestBody = 32LL * 1024 * 1024;           // of an upload, in bytes
    int mostFiles = 100'000;                           // in one upload, with their contents
    int mostReferences = 250'000;                      // in one upload, handed over before or not
    int mostStreams = 64;                              // of events at the same time
    std::chrono::milliseconds eventInterval{500};      // between looks for what has changed
    std::chrono::milliseconds commentInterval{15'000}; // so that nobody takes a silent stream for a dead one
};

} // namespace Gemmary

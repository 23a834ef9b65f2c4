// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"

#include <QString>

namespace Gemmary {

// What the window is told; a snapshot that is replaced as a whole.
struct WindowSettings
{
    ProcessSettings processDefaults;
    bool startAtOnce = true; // false: a drop waits, paused, for Start
    bool notifications = true;
    bool keepAwake = true;
    QString logPath;
    QString sharedPlace; // host and database, when other computers share the results; else empty
    QString samplesPath; // where the sample library is, or will be, unpacked
};

} // namespace Gemmary

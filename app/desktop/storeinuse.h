// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/storefacts.h"

#include <QString>

#include <functional>

namespace Gemmary {

// What the window knows of its store, and how it looks at another.
struct StoreInUse
{
    QString sharedPlace; // host and database, when other computers use it; else empty
    std::function<Result<StoreFacts>(const QString &address)> inspect;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace Gemmary {

// The instants at which a killed engine is most telling. Tests are told of each (and kill themselves there);
// the product passes no observer.
enum class ProtocolPoint {
    BeforePlanPage,
    AfterPlanPage,
    BeforePlanFinish,
    BeforeClaim,
    AfterClaim,
    MidWork,
    AfterChunks,
    BeforeComplete,
    AfterComplete,
    BeforeSettle
};

using ProtocolObserver = std::function<void(ProtocolPoint)>;

} // namespace Gemmary

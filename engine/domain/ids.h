// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace Gemmary {

using ProcessId = Id<struct ProcessTag>;
using InstanceId = Id<struct InstanceTag>; // one running engine
using LeaseId = Id<struct LeaseTag>;       // one claim call; lets an ambiguous claim be asked again

} // namespace Gemmary

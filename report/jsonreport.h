// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Gemmary {

// The results object of the wire contract (DESIGN §7), with the process object and the time it was written
// beside it. What the options leave out is an empty list. Whole in memory, as for the REST listener.
[[nodiscard]] Result<void> writeJson(const ReportContent &content, QIODevice &device);

} // namespace Gemmary

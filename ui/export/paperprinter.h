// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "report/htmlreport.h"

QT_BEGIN_NAMESPACE
class QIODevice;
class QPageLayout;
class QPagedPaintDevice;
QT_END_NAMESPACE

namespace Gemmary {

// Lays a report out on the pages of `device` and paints those it asks for, each with the title above and its
// number below. Charts are painted as drawings, not as pixels. Any thread, one at a time; false: cancelled.
bool printPaper(const PaperReport &report, QPagedPaintDevice &device, const CancelToken &cancel = {});

// The same as a PDF. What goes wrong with the device is for its owner to see.
[[nodiscard]] Result<void> writePdf(const PaperReport &report, QIODevice &device, const CancelToken &cancel);

// The paper that people have where `locale` is spoken.
[[nodiscard]] QPageLayout paperFor(const QLocale &locale);

} // namespace Gemmary

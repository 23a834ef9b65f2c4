// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Gemmary {

// A report as Markdown with GitHub's tables, for wikis and issues. Memory holds one page of documents.
[[nodiscard]] Result<void> writeMarkdown(const ReportContent &content, QIODevice &device);

} // namespace Gemmary

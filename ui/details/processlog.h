// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>
#include <QtGlobal>

#include <vector>

namespace Gemmary {

struct LogEntry
{
    QString time;  // as written, RFC 3339
    QString level; // "debug", "info", "warning", "error"
    QString text;  // message and its facts
};

// The newest `limit` events about one process in the log at `path` and its rotated predecessors, oldest
// first. Reads files: not for the GUI thread. Lines that are no events are passed over.
[[nodiscard]] std::vector<LogEntry> readProcessLog(const QString &path, const ProcessId &id, int limit);

// Entries as text for a bug report: paths are replaced by their endings, ids stay.
[[nodiscard]] QString redactedLog(const std::vector<LogEntry> &entries);

} // namespace Gemmary

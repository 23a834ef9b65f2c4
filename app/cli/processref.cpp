// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/processref.h"

#include "cli/processdesk.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ProcessRef)
};

} // namespace

Result<ProcessId> resolveProcess(ProcessDesk &desk, const std::string &text, bool amongRemoved)
{
    const QString wanted = QString::fromStdString(text).toLower();
    ProcessFilter filter;
    filter.removed = amongRemoved;
    filter.limit = 2;
    if (wanted == QLatin1StringView("@last"))
        filter.limit = 1;
    else
        filter.idPrefix = wanted;
    std::vector<ProcessSnapshot> found;
    GEMMARY_TRY(desk.list(filter, [&found](const std::vector<ProcessSnapshot> &page) {
        found = page;
        return false;
    }));
    if (found.empty()) {
        return failure(ErrorKind::NotFound,
                       Tr::tr("No process \"%1\". \"gemmary-cli list\" shows those there are.").arg(wanted));
    }
    if (found.size() > 1) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("More than one process begins with \"%1\". Give more of the id.").arg(wanted));
    }
    return found.front().id;
}

} // namespace Gemmary

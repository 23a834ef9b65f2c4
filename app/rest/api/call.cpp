// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/call.h"

namespace Gemmary {

namespace {

tl::unexpected<Error> noSuchProcess(const QByteArray &id)
{
    return failure(ErrorKind::NotFound,
                   QStringLiteral("There is no process %1.").arg(QString::fromUtf8(id.left(100))));
}

} // namespace

Result<ProcessSnapshot> processOf(const Call &call)
{
    const auto id = ProcessId::fromString(QString::fromUtf8(call.id));
    if (!id)
        return noSuchProcess(call.id);
    GEMMARY_ASSIGN(process, waitFor(call.engine().snapshot(*id)));
    if (process.removed)
        return noSuchProcess(call.id);
    return process;
}

} // namespace Gemmary

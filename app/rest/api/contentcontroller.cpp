// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/controllers.h"
#include "rest/api/uploadkeeping.h"

#include <QJsonArray>

namespace Gemmary {

// Nothing is begun by it: what no process refers to within an hour goes away.
Answer keepContent(const Call &call)
{
    const auto &body = call.request.body;
    GEMMARY_ASSIGN(upload, readUpload(body ? body->bytes() : QByteArrayView(), call.services.settings,
                                      UploadKind::Content));
    GEMMARY_ASSIGN(kept, keepUpload(call, upload));
    QJsonArray digests;
    for (const Locator &locator : kept)
        digests.append(QString::fromLatin1(locator.value.toHex()));
    return jsonResponse({{QStringLiteral("sha256"), digests}}, 201);
}

} // namespace Gemmary

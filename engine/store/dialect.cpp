// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dialect.h"

#include <algorithm>

namespace Gemmary {

Error Dialect::describeBy(std::span<const ErrorText> texts, const StatementError &error) const
{
    const QString detail =
        error.code.isEmpty() ? error.text : QStringLiteral("%1 (%2)").arg(error.text, error.code);
    const ErrorClass errorClass = classify(error);
    const auto known = std::find_if(texts.begin(), texts.end(),
                                    [&](const ErrorText &text) { return text.errorClass == errorClass; });
    if (known != texts.end())
        return {known->kind, QString::fromLatin1(known->message).arg(place()), detail};
    return {ErrorKind::Internal, QStringLiteral("The store did not understand Gemmary. Please report it."),
            detail};
}

} // namespace Gemmary

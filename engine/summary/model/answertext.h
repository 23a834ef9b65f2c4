// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// A model's answer as plain text: no HTML, no links to follow or images to fetch, nothing invisible. A
// document may have talked the model into any of them.
[[nodiscard]] QString plainAnswer(const QString &answer);

// Whether a plain answer says that the text held nothing to summarise.
[[nodiscard]] bool saysNoContent(const QString &plain);

} // namespace Gemmary

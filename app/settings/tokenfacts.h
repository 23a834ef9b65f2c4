// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// What is known of a token of the REST listener once it is made.
struct TokenFacts
{
    QString name;
    qint64 createdAt = 0; // epoch ms
};

} // namespace Gemmary

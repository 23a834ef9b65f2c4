// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace Gemmary {

// A model that can be asked for summaries.
struct ModelOffer
{
    QString name;             // as settings name it
    QString label;            // as people read it
    qint64 contextTokens = 0; // input and output together; 0: unknown
    bool isGemma = false;
    bool runsInCloud = false; // though its server may be on this computer
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/summarizersource.h"

namespace Gemmary {

// Who gets the documents' texts, when that is not this computer alone.
struct Recipient
{
    enum class Kind { Nobody, Google, OllamaCloud, Server };

    Kind kind = Kind::Nobody;
    QString id;   // what a consent is kept under: "google", "ollama.com", a server's host
    QString name; // for people, isolated where it is not ours
    bool isReadableOnTheWay = false;

    [[nodiscard]] bool isSomebody() const { return kind != Kind::Nobody; }
};

// `runsInCloud`: as SummarizerSource says of the choice's model.
[[nodiscard]] Recipient recipientOf(const SummarizerChoice &choice, bool runsInCloud);

[[nodiscard]] bool isByModel(const QString &summarizer);

} // namespace Gemmary

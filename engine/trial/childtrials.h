// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/contentsource.h"
#include "ports/documenttrial.h"

#include <QString>

#include <chrono>

namespace Gemmary {

// The argument with which a program becomes a child of ChildTrials: it calls serveTrials() and nothing else.
inline constexpr auto TrialArgument = "--try-documents";

// Holds trials in child processes.
class ChildTrials : public DocumentTrials
{
public:
    // `content` outlives it; `program` obeys TrialArgument. A document may take `patience` and a second for
    // each MiB.
    ChildTrials(const ContentSource &content, QString program,
                std::chrono::milliseconds patience = std::chrono::minutes(2));

    [[nodiscard]] std::unique_ptr<DocumentTrial> begin(Stage stage,
                                                       const ProcessSettings &settings) const override;

private:
    const ContentSource &m_content;
    QString m_program;
    std::chrono::milliseconds m_patience;
};

} // namespace Gemmary

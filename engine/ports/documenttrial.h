// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/document.h"
#include "domain/processsettings.h"

#include <memory>

namespace Gemmary {

// Reads documents as a leaf job would, but where nothing is lost if reading ends the reader. One thread at a
// time.
class DocumentTrial
{
public:
    virtual ~DocumentTrial() = default;

    // The problem ReaderCrashed when reading ended the reader or came to no end; any other trouble is left
    // for the job to meet. An Error says that the trial could not be held.
    [[nodiscard]] virtual Result<Outcome<void>> tryOut(const DocumentTask &task,
                                                       const CancelToken &cancel) = 0;
};

// Holds trials for the leaf jobs of a stage. Thread-safe.
class DocumentTrials
{
public:
    virtual ~DocumentTrials() = default;
    [[nodiscard]] virtual std::unique_ptr<DocumentTrial> begin(Stage stage,
                                                               const ProcessSettings &settings) const = 0;
};

} // namespace Gemmary

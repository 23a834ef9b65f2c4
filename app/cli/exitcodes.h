// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace Gemmary {

// The exit codes of DESIGN §12; listed by `gemmary-cli help exit-codes`.
enum ExitCode {
    ExitOk = 0,
    ExitError = 1,
    ExitUsage = 2,
    ExitProblems = 3, // finished, but some documents could not be read
    ExitNoSuchId = 4,
    ExitConflict = 5, // not allowed in this state
    ExitRefused = 6,
    ExitUnreachable = 7,
    ExitStore = 8,
    ExitSummarizer = 9,
    ExitTimeout = 124,
    ExitInterrupted = 130,
    ExitTerminated = 143
};

[[nodiscard]] constexpr ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return ExitUsage;
    case ErrorKind::NotFound:
        return ExitNoSuchId;
    case ErrorKind::Conflict:
        return ExitConflict;
    case ErrorKind::Refused:
        return ExitRefused;
    case ErrorKind::Unavailable:
        return ExitUnreachable;
    case ErrorKind::Timeout:
        return ExitTimeout;
    case ErrorKind::Storage:
        return ExitStore;
    case ErrorKind::TooLong:
    case ErrorKind::RateLimited:
    case ErrorKind::BadReply:
        return ExitSummarizer;
    case ErrorKind::Cancelled:
        return ExitInterrupted;
    case ErrorKind::Internal:
        return ExitError;
    }
    return ExitError;
}

} // namespace Gemmary

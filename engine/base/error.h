// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// The closed set of what can go wrong. Edges map a kind, once each, to an exit code, an HTTP status and a
// translated sentence; whether a retry helps is isTransient().
enum class ErrorKind {
    InvalidInput, // the caller's input; says which part
    TooLong,      // more than the other side takes at once
    NotFound,     // no such id, file or resource
    Conflict,     // not allowed in the present state
    Refused,      // the other side does not let us in
    Unavailable,  // something we depend on does not answer
    Timeout,      // it answered too late
    RateLimited,  // it asked us to come back later
    BadReply,     // it answered nonsense
    Storage,      // the store failed: disk full, damaged, refused
    Cancelled,    // somebody asked to stop
    Internal      // a mistake of ours
};

// What went wrong. `message` is one English sentence for a person, without secrets; `detail` is raw (an
// errno text, an SQLSTATE) for logs and "Details".
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QString detail;
};

// Whether the same call may succeed later without anybody changing anything.
[[nodiscard]] constexpr bool isTransient(ErrorKind kind)
{
    return kind == ErrorKind::Unavailable || kind == ErrorKind::Timeout || kind == ErrorKind::RateLimited;
}

} // namespace Gemmary

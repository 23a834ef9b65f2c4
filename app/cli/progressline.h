// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QString>

#include <chrono>
#include <deque>

namespace Gemmary {

// Makes the one line that says how far a process is: share of bytes, documents, rate over the last seconds,
// time left, current file. Pure text; the caller gives the time.
class ProgressLine
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    void update(const ProcessSnapshot &process, TimePoint now);

    // At most `columns` wide; without a bar when there is no room for one.
    [[nodiscard]] QString text(const QString &currentDocument, int columns) const;

private:
    struct Sample
    {
        TimePoint time;
        qint64 documents;
        double share;
    };

    [[nodiscard]] double share() const; // of the work known so far, 0 … 1
    [[nodiscard]] QString position() const;
    [[nodiscard]] QString speed() const;

    ProcessSnapshot m_process;
    std::deque<Sample> m_samples; // of the last ten seconds
};

// "0:14", "1:02:03".
[[nodiscard]] QString clockText(std::chrono::seconds duration);

// "318 MB", in powers of ten as file managers show.
[[nodiscard]] QString sizeText(qint64 bytes);

// A bar of `columns` characters, in eighths of one.
[[nodiscard]] QString barText(double share, int columns);

} // namespace Gemmary

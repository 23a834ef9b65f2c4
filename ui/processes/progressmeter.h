// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <chrono>
#include <deque>
#include <optional>

namespace Gemmary {

// How fast one process gets on, from its snapshots of the last ten seconds of work.
class ProgressMeter
{
public:
    using Time = std::chrono::milliseconds; // any steady origin

    void add(Time now, const ProcessSnapshot &process);

    // Documents settled a second; 0 when it stands still or is not running.
    [[nodiscard]] double documentsASecond() const { return m_documentRate; }

    // Until everything is done at the present pace; nullopt while nobody can know.
    [[nodiscard]] std::optional<Time> remaining() const;

private:
    struct Sample
    {
        Time at;
        qint64 settled;
        double share;
    };

    std::deque<Sample> m_samples;
    double m_documentRate = 0;
    double m_shareRate = 0; // a second
    double m_share = -1;
};

} // namespace Gemmary

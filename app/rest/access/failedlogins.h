// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>

namespace Gemmary {

// Counts the failed logins of each address, so that who goes on guessing is told to wait, and nobody else.
class FailedLogins
{
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(const QString &address, Time now);

    // How long `address` has to wait; 0: not at all.
    [[nodiscard]] std::chrono::seconds waitOf(const QString &address, Time now);

private:
    struct Count
    {
        int failures = 0;
        Time until; // when they are forgotten
    };

    QHash<QString, Count> m_counts;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/failedlogins.h"

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr int FreeFailures = 5; // a typing error, a script that is started again
constexpr std::chrono::seconds Memory = 60s;
constexpr int MostAddresses = 10'000; // who has more of them is not stopped by counting

} // namespace

void FailedLogins::add(const QString &address, Time now)
{
    if (m_counts.size() >= MostAddresses)
        m_counts.removeIf([now](auto count) { return count.value().until <= now; });
    if (m_counts.size() >= MostAddresses && !m_counts.contains(address))
        return;
    Count &count = m_counts[address];
    if (count.until <= now)
        count.failures = 0;
    ++count.failures;
    count.until = now + Memory;
}

std::chrono::seconds FailedLogins::waitOf(const QString &address, Time now)
{
    const auto count = m_counts.constFind(address);
    if (count == m_counts.cend() || count->until <= now || count->failures < FreeFailures)
        return 0s;
    return std::chrono::ceil<std::chrono::seconds>(count->until - now);
}

} // namespace Gemmary

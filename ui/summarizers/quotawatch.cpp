// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/quotawatch.h"

#include "widgets/answer.h"

#include <utility>

namespace Gemmary {

namespace {

constexpr std::chrono::seconds Interval{5}; // some requests a minute are usual

} // namespace

QuotaWatch::QuotaWatch(SummarizerSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_again.setInterval(Interval);
    connect(&m_again, &QTimer::timeout, this, &QuotaWatch::ask);
    connect(&m_source, &SummarizerSource::changed, this, &QuotaWatch::ask);
    ask();
}

void QuotaWatch::ask()
{
    whenAnswered(m_source.quota(), this, [this](const std::optional<QuotaUse> &use) {
        // Where there is nothing to count, nothing changes but with the source.
        use ? m_again.start() : m_again.stop();
        if (std::exchange(m_use, use) != use)
            Q_EMIT changed();
    });
}

} // namespace Gemmary

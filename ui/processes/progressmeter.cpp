// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/progressmeter.h"

#include "widgets/processtexts.h"

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Window{10'000};
constexpr double LongestGuess = 99 * 3600; // seconds; beyond it a figure helps nobody

double seconds(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

} // namespace

void ProgressMeter::add(Time now, const ProcessSnapshot &process)
{
    m_share = shareDone(process);
    const bool works = process.state == ProcessState::Running && !process.paused;
    if (!works) {
        m_samples.clear();
        m_documentRate = m_shareRate = 0;
        return;
    }
    // A total that grows (scan, added folder) makes the share fall: the pace of before says nothing.
    if (!m_samples.empty() && m_share < m_samples.back().share)
        m_samples.clear();
    m_samples.push_back({now, process.documents.found() - process.documents.waiting, m_share});
    while (m_samples.size() > 2 && now - m_samples.front().at > Window)
        m_samples.pop_front();
    const Sample &first = m_samples.front();
    const double passed = seconds(now - first.at);
    if (passed <= 0) {
        m_documentRate = m_shareRate = 0;
        return;
    }
    m_documentRate = static_cast<double>(m_samples.back().settled - first.settled) / passed;
    m_shareRate = first.share < 0 ? 0 : (m_share - first.share) / passed;
}

std::optional<ProgressMeter::Time> ProgressMeter::remaining() const
{
    if (m_share < 0 || m_shareRate <= 0)
        return std::nullopt;
    const double left = (1 - m_share) / m_shareRate;
    if (left > LongestGuess)
        return std::nullopt;
    return Time(static_cast<qint64>(left * 1000));
}

} // namespace Gemmary

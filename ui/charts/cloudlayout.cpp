// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/cloudlayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Gemmary {

namespace {

constexpr double MeasuredAt = 100; // pixels; sizes are scaled from there
constexpr double Filled = 0.55;    // of the area, to begin with
constexpr double Shrink = 0.88;    // from try to try
constexpr int Tries = 6;
constexpr double StepShare = 0.5;  // of a word's height: how finely places are tried
constexpr double StartShare = 0.5; // of the radius where the last word found its place
constexpr double FullTurn = 6.283185;
constexpr double LargestShare = 0.24; // of the area's height, for the first word's letters

QSizeF measured(const QString &text, const QFontMetricsF &metrics)
{
    return {metrics.horizontalAdvance(text), metrics.ascent() * 0.78 + metrics.descent()};
}

class Cloud
{
public:
    explicit Cloud(const QSizeF &area)
        : m_area(QPointF(), area)
    {}

    // The first free place along a spiral from the middle, as wide as the area is. Words come by size, so the
    // search begins not far inside of where the last one found its place.
    std::optional<QRectF> place(const QSizeF &size)
    {
        const QPointF middle = m_area.center();
        const double stretch = m_area.width() / std::max(1.0, m_area.height());
        const double pitch = std::max(3.0, size.height() * StepShare);
        double radius = m_lastRadius * StartShare;
        double angle = 0;
        while (radius <= m_area.height() * 0.75) {
            const QPointF at(middle.x() + radius * stretch * std::cos(angle),
                             middle.y() + radius * std::sin(angle));
            const QRectF box(at.x() - size.width() / 2, at.y() - size.height() / 2, size.width(),
                             size.height());
            if (m_area.contains(box) && isFree(box)) {
                m_lastRadius = radius;
                m_taken.push_back(box);
                return box;
            }
            const double turn =
                pitch / std::max(pitch, radius * std::sqrt(stretch)); // even steps along the curve
            angle += turn;
            radius += pitch * turn / FullTurn;
        }
        return std::nullopt;
    }

private:
    static bool touch(const QRectF &a, const QRectF &b)
    {
        return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
    }

    bool isFree(const QRectF &box)
    {
        // What was in the way a step ago most often still is.
        if (m_lastHit < m_taken.size() && touch(m_taken[m_lastHit], box))
            return false;
        const auto hit =
            std::find_if(m_taken.begin(), m_taken.end(), [&](const QRectF &b) { return touch(b, box); });
        m_lastHit = static_cast<std::size_t>(hit - m_taken.begin());
        return hit == m_taken.end();
    }

    double m_lastRadius = 0;
    QRectF m_area;
    std::vector<QRectF> m_taken;
    std::size_t m_lastHit = 0;
};

double fontSize(const CloudWord &word, const CloudWord &first, double largest)
{
    return largest *
           std::sqrt(static_cast<double>(word.count) / static_cast<double>(std::max<qint64>(1, first.count)));
}

} // namespace

std::vector<PlacedWord> layoutCloud(const std::vector<CloudWord> &words, const QSizeF &area,
                                    const QFont &font)
{
    std::vector<PlacedWord> placed;
    if (words.empty() || area.isEmpty())
        return placed;
    QFont large = font;
    large.setPixelSize(static_cast<int>(MeasuredAt));
    const QFontMetricsF metrics(large);
    std::vector<QSizeF> sizes;
    double surface = 0; // were the first word's letters as high as measured
    for (const CloudWord &word : words) {
        sizes.push_back(measured(word.text, metrics));
        const double scale = fontSize(word, words.front(), 1);
        surface += sizes.back().width() * sizes.back().height() * scale * scale;
    }
    double largest = MeasuredAt * std::sqrt(Filled * area.width() * area.height() / surface);
    largest = std::min(
        {largest, area.height() * LargestShare, MeasuredAt * area.width() * 0.8 / sizes.front().width()});
    const double smallest = QFontMetricsF(font).height() * 0.55; // below it nobody reads
    for (int attempt = 0; attempt < Tries && placed.size() < words.size(); ++attempt, largest *= Shrink) {
        Cloud cloud(area);
        std::vector<PlacedWord> now;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const double pixels = std::max(smallest, fontSize(words[i], words.front(), largest));
            if (const auto box = cloud.place(sizes[i] * (pixels / MeasuredAt)))
                now.push_back({i, *box, pixels});
        }
        if (now.size() > placed.size())
            placed = std::move(now);
    }
    return placed;
}

} // namespace Gemmary

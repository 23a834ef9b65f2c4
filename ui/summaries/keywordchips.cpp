// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/keywordchips.h"

#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace Gemmary {

namespace {

constexpr int MostChipWidth = 24; // average characters

} // namespace

KeywordChips::KeywordChips(QWidget *parent)
    : QWidget(parent)
{
    setFontScale(this, 0.9);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeywordChips::setKeywords(const std::vector<QString> &keywords)
{
    m_keywords = keywords;
    QStringList list;
    for (const QString &keyword : keywords)
        list.append(oneLine(keyword));
    setAccessibleName(tr("Keywords: %1").arg(list.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int KeywordChips::heightForWidth(int width) const
{
    const std::vector<Chip> chips = chipsIn(width);
    return chips.empty() ? 0 : chips.back().frame.bottom() + 1;
}

QSize KeywordChips::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * MostChipWidth * 2;
    return {width, heightForWidth(width)};
}

QSize KeywordChips::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * MostChipWidth, chipHeight()}; // the width decides the rest
}

int KeywordChips::chipHeight() const
{
    return m_keywords.empty() ? 0 : spacing(this, 5);
}

void KeywordChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    QColor fill = colors.accent;
    fill.setAlphaF(0.1F);
    for (const Chip &chip : chipsIn(width())) {
        const QRectF frame =
            QRectF(QStyle::visualRect(layoutDirection(), rect(), chip.frame)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(colors.line, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(frame, static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine), chip.text);
    }
}

std::vector<KeywordChips::Chip> KeywordChips::chipsIn(int width) const
{
    const int gap = spacing(this, 1);
    const int inside = spacing(this, 2);
    const int height = chipHeight();
    const int most = std::min(width, fontMetrics().averageCharWidth() * MostChipWidth);
    std::vector<Chip> chips;
    QPoint at(0, 0);
    for (const QString &keyword : m_keywords) {
        const QString text = fontMetrics().elidedText(oneLine(keyword), Qt::ElideRight, most - 2 * inside);
        const QSize size(fontMetrics().horizontalAdvance(text) + 2 * inside, height);
        if (at.x() > 0 && at.x() + size.width() > width)
            at = QPoint(0, at.y() + height + gap);
        chips.push_back({text, QRect(at, size)});
        at.rx() += size.width() + gap;
    }
    return chips;
}

} // namespace Gemmary

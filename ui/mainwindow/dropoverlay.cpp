// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/dropoverlay.h"

#include "widgets/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace Gemmary {

DropOverlay::DropOverlay(QWidget *window)
    : QWidget(window)
{
    setAcceptDrops(true);
    setAccessibleName(tr("Drop area"));
    hide();
}

void DropOverlay::offer(const QStringList &effects)
{
    if (effects != m_effects) {
        m_effects = effects;
        setAccessibleDescription(effects.join(QStringLiteral(" / ")));
        update();
    }
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropOverlay::dragEnterEvent(QDragEnterEvent *event)
{
    event->acceptProposedAction();
}

void DropOverlay::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT moved(event->position().toPoint());
    if (const int area = areaAt(event->position()); area != m_area) {
        m_area = area;
        update();
    }
}

void DropOverlay::dragLeaveEvent(QDragLeaveEvent *)
{
    hide();
}

void DropOverlay::dropEvent(QDropEvent *event)
{
    hide();
    event->setDropAction(Qt::CopyAction); // sources are only read, whatever the other program proposes
    event->accept();
    Q_EMIT dropped(event->mimeData(), areaAt(event->position()), event->position().toPoint());
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    for (int area = 0; area < m_effects.size(); ++area)
        paintArea(painter, area);
}

QRectF DropOverlay::areaRect(int area) const
{
    const double edge = spacing(this, 5);
    const QRectF inner = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    const auto count = static_cast<double>(std::max<qsizetype>(1, m_effects.size()));
    const double width = (inner.width() - edge * (count - 1)) / count;
    const double place = layoutDirection() == Qt::RightToLeft ? count - 1 - area : area;
    return {inner.left() + place * (width + edge), inner.top(), width, inner.height()};
}

int DropOverlay::areaAt(const QPointF &position) const
{
    for (int area = 1; area < m_effects.size(); ++area) {
        if (areaRect(area).contains(position))
            return area;
    }
    return 0;
}

void DropOverlay::paintArea(QPainter &painter, int area) const
{
    const Colors colors = colorsOf(palette());
    const QRectF frame = areaRect(area);
    const bool isTarget = area == m_area || m_effects.size() == 1;
    QColor fill = colors.accent;
    fill.setAlphaF(isTarget ? 0.18F : 0.05F);
    QPen pen(isTarget ? colors.accent : colors.line, isTarget ? 2.5 : 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, spacing(this, 2.5), spacing(this, 2.5));

    const int size = spacing(this, 12);
    const QRect icon(qRound(frame.center().x()) - size / 2, qRound(frame.center().y()) - size, size, size);
    themedIcon(QStringLiteral("drop"), isTarget ? colors.accent : colors.faintText).paint(&painter, icon);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(isTarget);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::WindowText));
    const double margin = spacing(this, 4);
    const QRectF text(frame.left() + margin, icon.bottom() + spacing(this, 2), frame.width() - 2 * margin,
                      frame.bottom() - icon.bottom());
    painter.drawText(text, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap,
                     m_effects.at(area));
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotview.h"

#include "charts/callout.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

namespace Gemmary {

namespace {

constexpr double SmallText = 0.9;
constexpr double BehindSeries = 1; // QtCharts puts grids at 2 or 3 and series above
constexpr double AboveSeries = 100;

} // namespace

PlotView::PlotView(QWidget *parent)
    : QChartView(parent)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
    , m_frame(new PlotFrame(chart()))
    , m_callout(new Callout(chart()))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false); // the card shows through
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setFocusPolicy(
        Qt::NoFocus); // it has no name: only the view itself is a stop, which comes next
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 4);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    m_frame->setZValue(BehindSeries);
    m_callout->setZValue(AboveSeries);
    updateLook();
}

QAreaSeries *PlotView::addArea()
{
    auto *area = new QAreaSeries;
    area->setUpperSeries(new QLineSeries(area));
    area->setLowerSeries(new QLineSeries(area));
    area->setPen(Qt::NoPen);
    attach(area);
    return area;
}

void PlotView::fillBelow(QAreaSeries *area, const QList<QPointF> &line)
{
    area->lowerSeries()->replace(QList<QPointF>{{line.front().x(), 0}, {line.back().x(), 0}});
    area->upperSeries()->replace(line);
}

QLineSeries *PlotView::addLine()
{
    auto *line = new QLineSeries;
    attach(line);
    return line;
}

void PlotView::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void PlotView::setContent(PlotContent content)
{
    const double from = point(content.xFrom, 0).x();
    const double to = point(content.xTo, 0).x();
    m_x->setRange(std::min(from, to), std::max(from, to));
    m_y->setRange(content.yFrom, content.yTo);
    m_frame->setContent(std::move(content));
    arrange();
}

double PlotView::lineWidth() const
{
    return fontMetrics().height() / 9.0;
}

void PlotView::showCallout(const QPointF &value, const QString &text)
{
    m_callout->showAt(m_frame->position(value), text);
}

void PlotView::hideCallout()
{
    m_callout->hide();
}

QString PlotView::calloutText() const
{
    return m_callout->isVisible() ? m_callout->text() : QString();
}

void PlotView::paintOn(QPainter &painter, const QRectF &target)
{
    const bool wasShown = m_callout->isVisible();
    m_callout->hide();
    scene()->render(&painter, target, QRectF(QPointF(), chart()->size()));
    m_callout->setVisible(wasShown);
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    m_frame->setBounds(QRectF(QPointF(), chart()->size()));
    m_callout->setBounds(m_frame->boundingRect());
    arrange();
    Q_EMIT resized();
}

void PlotView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
        updateLook();
        break;
    default:
        break;
    }
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_frame->plotArea().contains(at))
        Q_EMIT pointed(m_frame->value(at));
    else
        Q_EMIT left();
}

// The page below shall not get what was meant for the plot.
void PlotView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    const QRectF reach(0, m_frame->plotArea().top(), width(),
                       m_frame->plotArea().height()); // with the y texts
    if (event->button() == Qt::LeftButton && reach.contains(event->position()))
        Q_EMIT clicked(m_frame->value(event->position()));
}

void PlotView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT left();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    // Another window's turn: coming back, people go on where they were.
    if (event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const int key = event->key();
    if (key == forward || key == Qt::Key_Down)
        Q_EMIT stepped(1);
    else if (key == back || key == Qt::Key_Up)
        Q_EMIT stepped(-1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT entered();
    else
        QWidget::keyPressEvent(event); // not the scroll area's, which has nothing to scroll
}

// The page scrolls, not the chart.
void PlotView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void PlotView::updateLook()
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * SmallText);
    m_frame->setLook(colorsOf(palette()), palette().color(QPalette::WindowText), small);
    m_frame->setMirrored(isRightToLeft());
    m_callout->setLook(palette(), font());
    arrange();
}

void PlotView::arrange()
{
    if (!m_frame->plotArea().isEmpty())
        chart()->setPlotArea(m_frame->plotArea());
}

} // namespace Gemmary

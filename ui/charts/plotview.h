// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plotframe.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QAbstractSeries;
class QAreaSeries;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace Gemmary {

class Callout;

// One plot: QtCharts draws the series, PlotFrame what surrounds them. Without animation or theme of its own;
// every colour comes from the palette.
//
// Points are given to series through point(), which mirrors x for right-to-left languages. GUI thread.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);

    // Owned by the chart; what is added later lies above.
    [[nodiscard]] QAreaSeries *addArea(); // between two lines
    [[nodiscard]] QLineSeries *addLine();
    void setContent(PlotContent content);
    [[nodiscard]] const PlotContent &content() const { return m_frame->content(); }
    [[nodiscard]] QPointF point(double x, double y) const { return {isRightToLeft() ? -x : x, y}; }
    [[nodiscard]] QRectF plotArea() const { return m_frame->plotArea(); }
    [[nodiscard]] QPointF position(const QPointF &value) const { return m_frame->position(value); }
    [[nodiscard]] double lineWidth() const; // of the curves, from the font

    // Between `line` and the x axis.
    static void fillBelow(QAreaSeries *area, const QList<QPointF> &line);

    void showCallout(const QPointF &value, const QString &text);
    void hideCallout();
    [[nodiscard]] QString calloutText() const; // empty: none is shown

    void paintOn(QPainter &painter, const QRectF &target); // without a callout

Q_SIGNALS:
    void resized();
    void pointed(const QPointF &value); // the mouse is over it
    void left();
    void clicked(const QPointF &value);
    void stepped(int by); // arrow keys
    void entered();       // Enter or Return

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void attach(QAbstractSeries *series);
    void updateLook();
    void arrange();

    QValueAxis *m_x;
    QValueAxis *m_y;
    PlotFrame *m_frame;
    Callout *m_callout;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartimage.h"
#include "charts/charttable.h"
#include "charts/plotview.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace Gemmary {

class ElidedLabel;
class NoticeBar;

// A card with one chart: title, a sentence that says what it shows, a menu, and the plot or its data as a
// table.
//
// A chart derives from it, keeps its data and says updateData() when they changed; draw() is called a few
// times a second at most and never while nobody sees the panel. A row of the table is a datum of the plot:
// pointing at it, arrow keys and Enter, the table and its copy all speak of the same rows. GUI thread.
class ChartPanel : public QFrame, protected ChartSource
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString definition; // what exactly is shown
        QString whenEmpty;  // what will make it show something
    };

    ~ChartPanel() override;

    void setTableShown(bool shown);
    [[nodiscard]] QString dataText() const; // as copied: lines of cells with tabs between them
    [[nodiscard]] Result<void> saveImage(const QString &path, ImageFormat format);

    [[nodiscard]] PlotView *plot() const { return m_plot; }
    [[nodiscard]] QAbstractItemModel *table() const { return m_table; }
    [[nodiscard]] QString sentence() const { return m_sentenceText; } // as last told

protected:
    ChartPanel(const Texts &texts, QWidget *parent);

    // Two or more ways to look at the data, as buttons beside the title; the first is chosen.
    void addChoices(const QStringList &texts, const std::function<void(int)> &choose);
    void setActivatable(const QString &hint); // rows lead somewhere; tells what a click does

    void updateData(); // draws soon

    virtual void draw() = 0;                            // series and content of the plot, from the data
    [[nodiscard]] virtual QString describe() const = 0; // one sentence that says the data
    [[nodiscard]] virtual int rowAt(const QPointF &value) const = 0; // of the table; -1: nothing is there
    [[nodiscard]] virtual QPointF anchor(int row) const = 0;         // where the plot shows it
    virtual void activate(int row);

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QMenu *makeMenu();
    void arrange(QWidget *header);
    void connectPlot();
    void redraw();
    void tellSentence();
    void showRow(int row);
    void leaveRow();
    void copyData() const;
    void askWhereToSave(ImageFormat format);
    void paintImage(QPainter &painter, const QSize &size);
    void updateLook();
    void showContent();

    Texts m_texts;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QWidget *m_below; // the title: what the chart says, and how to look at it
    QHBoxLayout *m_choices;
    QToolButton *m_menuButton;
    QAction *m_showTable = nullptr;
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    PlotView *m_plot;
    ChartTable *m_table;
    QTreeView *m_tableView;
    QTimer m_redraw;
    QElapsedTimer m_sinceRedraw;
    QElapsedTimer m_sinceSentence;
    QTimer m_sentence;
    QString m_sentenceText;
    QString m_hint;
    int m_row = -1; // that the callout speaks of
    bool m_isDirty = false;
};

} // namespace Gemmary

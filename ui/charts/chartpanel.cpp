// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpanel.h"

#include "widgets/elidedlabel.h"
#include "widgets/format.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QChart>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QWhatsThis>

namespace Gemmary {

namespace {

constexpr qint64 RedrawInterval = 250;    // ms; nobody reads faster
constexpr qint64 SentenceInterval = 3000; // ms; a screen reader shall come to its end

} // namespace

ChartPanel::ChartPanel(const Texts &texts, QWidget *parent)
    : QFrame(parent)
    , m_texts(texts)
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_below(new QWidget(this))
    , m_choices(new QHBoxLayout(m_below))
    , m_menuButton(new QToolButton(this))
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(texts.whenEmpty, this))
    , m_plot(new PlotView(this))
    , m_table(new ChartTable(*this, this))
    , m_tableView(new QTreeView(this))
{
    m_redraw.setSingleShot(true);
    m_sentence.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &ChartPanel::redraw);
    connect(&m_sentence, &QTimer::timeout, this, &ChartPanel::tellSentence);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_plot->setAccessibleName(texts.title);
    m_tableView->setModel(m_table);
    m_tableView->setAccessibleName(tr("%1, as a table").arg(texts.title));
    m_tableView->setRootIsDecorated(false);
    m_tableView->setUniformRowHeights(true);
    m_tableView->setAlternatingRowColors(true);
    m_tableView->setFrameShape(QFrame::NoFrame);
    for (QWidget *focusable : std::initializer_list<QWidget *>{m_plot, m_tableView})
        focusable->installEventFilter(this);
    arrange(makeHeader());
    connectPlot();
    updateLook();
    updateData();
}

QWidget *ChartPanel::makeHeader()
{
    auto *header = new QWidget(this);
    m_title->setFullText(m_texts.title);
    setFontScale(m_title, 1.05, true);
    setFontScale(m_subtitle, 0.92);
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setToolTip(tr("More for this chart"));
    m_menuButton->setAccessibleName(tr("More for the chart “%1”").arg(m_texts.title));
    // Not setMenu(): its arrow would stand on the dots.
    connect(m_menuButton, &QToolButton::clicked, this, [this, menu = makeMenu()] {
        menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
    });
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(this, 1));
    row->addWidget(m_title, 1);
    row->addWidget(m_menuButton);
    header->setToolTip(m_texts.definition);
    return header;
}

QMenu *ChartPanel::makeMenu()
{
    auto *menu = new QMenu(this);
    m_showTable = menu->addAction(themedIcon(QStringLiteral("table")), tr("Show as table"));
    m_showTable->setCheckable(true);
    connect(m_showTable, &QAction::toggled, this, &ChartPanel::setTableShown);
    QAction *copy = menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy data"));
    connect(copy, &QAction::triggered, this, &ChartPanel::copyData);
    menu->addSeparator();
    QAction *png = menu->addAction(themedIcon(QStringLiteral("export")), tr("Save as PNG…"));
    connect(png, &QAction::triggered, this, [this] { askWhereToSave(ImageFormat::Png); });
    QAction *svg = menu->addAction(themedIcon(QStringLiteral("export")), tr("Save as SVG…"));
    connect(svg, &QAction::triggered, this, [this] { askWhereToSave(ImageFormat::Svg); });
    menu->addSeparator();
    QAction *what = menu->addAction(themedIcon(QStringLiteral("about")), tr("What does this show?"));
    connect(what, &QAction::triggered, this, [this] {
        QWhatsThis::showText(mapToGlobal(m_plot->geometry().topLeft()), m_texts.definition.toHtmlEscaped(),
                             this);
    });
    return menu;
}

void ChartPanel::arrange(QWidget *header)
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_empty, m_plot, m_tableView})
        m_pages->addWidget(page);
    m_choices->setContentsMargins(0, 0, 0, 0);
    m_choices->setSpacing(0);
    m_choices->addWidget(m_subtitle, 1);
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 3);
    layout->setContentsMargins(edge, spacing(this, 2), spacing(this, 2), spacing(this, 2));
    layout->setSpacing(spacing(this, 0.5));
    layout->addWidget(header);
    layout->addWidget(m_below);
    layout->addWidget(m_notice);
    layout->addSpacing(spacing(this, 1));
    layout->addWidget(m_pages, 1);
}

void ChartPanel::connectPlot()
{
    connect(m_plot, &PlotView::resized, this, [this] {
        m_isDirty = true;
        m_redraw.start(0);
    });
    connect(m_plot, &PlotView::pointed, this, [this](const QPointF &value) { showRow(rowAt(value)); });
    connect(m_plot, &PlotView::left, this, &ChartPanel::leaveRow);
    connect(m_plot, &PlotView::clicked, this, [this](const QPointF &value) {
        if (const int row = rowAt(value); row >= 0)
            activate(row);
    });
    connect(m_plot, &PlotView::stepped, this, [this](int by) {
        const int first = by > 0 ? 0 : rowCount() - 1;
        showRow(m_row < 0 ? first : std::clamp(m_row + by, 0, rowCount() - 1));
    });
    connect(m_plot, &PlotView::entered, this, [this] {
        if (m_row >= 0)
            activate(m_row);
    });
    connect(m_tableView, &QTreeView::activated, this,
            [this](const QModelIndex &index) { activate(index.row()); });
}

void ChartPanel::addChoices(const QStringList &texts, const std::function<void(int)> &choose)
{
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < texts.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setText(texts[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setAutoRaise(true);
        //: a chart's title and a way to look at it
        button->setAccessibleName(tr("%1: %2").arg(m_texts.title, texts[i]));
        setFontScale(button, 0.92);
        group->addButton(button, i);
        m_choices->addWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, this, [this, choose](int id) {
        leaveRow();
        choose(id);
        updateData();
    });
}

void ChartPanel::setActivatable(const QString &hint)
{
    m_hint = hint;
}

void ChartPanel::activate(int) {}

void ChartPanel::updateData()
{
    m_isDirty = true;
    if (m_redraw.isActive())
        return;
    const bool isFresh = !m_sinceRedraw.isValid() || m_sinceRedraw.hasExpired(RedrawInterval);
    m_redraw.start(isFresh ? 0 : static_cast<int>(RedrawInterval - m_sinceRedraw.elapsed()));
}

void ChartPanel::redraw()
{
    // Scrolled out of sight or on another tab: paintEvent() asks again.
    if (!m_isDirty || visibleRegion().isEmpty())
        return;
    m_isDirty = false;
    m_sinceRedraw.start();
    showContent();
    if (rowCount() > 0 && !m_showTable->isChecked())
        draw();
    if (m_row >= 0)
        showRow(std::min(m_row, rowCount() - 1));
    if (!m_sentence.isActive()) {
        const bool isDue = !m_sinceSentence.isValid() || m_sinceSentence.hasExpired(SentenceInterval);
        m_sentence.start(isDue ? 0 : static_cast<int>(SentenceInterval - m_sinceSentence.elapsed()));
    }
}

void ChartPanel::showContent()
{
    const bool isEmpty = rowCount() == 0;
    QWidget *page = isEmpty                    ? static_cast<QWidget *>(m_empty)
                    : m_showTable->isChecked() ? m_tableView
                                               : static_cast<QWidget *>(m_plot);
    const bool hadFocus = m_pages->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    m_pages->setCurrentWidget(page);
    if (hadFocus && !isEmpty)
        page->setFocus();
    m_below->setVisible(!isEmpty);
    if (page == m_tableView || m_table->rowCount() > 0)
        m_table->sync();
    // A view without a current row confuses screen readers.
    if (page == m_tableView && !m_tableView->currentIndex().isValid()) {
        m_tableView->setCurrentIndex(m_table->index(0, 0));
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_tableView->resizeColumnToContents(column);
    }
}

void ChartPanel::tellSentence()
{
    m_sinceSentence.start();
    m_sentenceText = rowCount() == 0 ? m_texts.whenEmpty : describe();
    m_subtitle->setFullText(m_sentenceText);
    m_plot->setAccessibleDescription(m_sentenceText);
    m_tableView->setAccessibleDescription(m_sentenceText);
}

void ChartPanel::showRow(int row)
{
    m_row = row;
    if (row < 0) {
        leaveRow();
        return;
    }
    const std::vector<ChartColumn> all = columns();
    QString text = cell(row, 0);
    for (int column = 1; column < static_cast<int>(all.size()); ++column) {
        //: a name and its figure, in a line of their own beside a chart's point
        text += QLatin1Char('\n') +
                tr("%1: %2").arg(all[static_cast<std::size_t>(column)].title, cell(row, column));
    }
    if (!m_hint.isEmpty())
        text += QLatin1Char('\n') + m_hint;
    m_plot->showCallout(anchor(row), text);
    m_plot->setCursor(m_hint.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void ChartPanel::leaveRow()
{
    m_row = -1;
    m_plot->hideCallout();
    m_plot->unsetCursor();
}

ChartPanel::~ChartPanel()
{
    m_plot->disconnect(this); // it tells of its focus while it goes
}

void ChartPanel::setTableShown(bool shown)
{
    m_showTable->setChecked(shown);
    m_isDirty = true;
    m_redraw.start(0);
}

QString ChartPanel::dataText() const
{
    const std::vector<ChartColumn> all = columns();
    QStringList cells;
    for (const ChartColumn &column : all)
        cells.push_back(column.title);
    QString text = cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < static_cast<int>(all.size()); ++column)
            cells.push_back(cell(row, column));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void ChartPanel::copyData() const
{
    QGuiApplication::clipboard()->setText(dataText());
}

void ChartPanel::askWhereToSave(ImageFormat format)
{
    const bool isPng = format == ImageFormat::Png;
    auto *dialog = new QFileDialog(this, tr("Save the chart “%1”").arg(m_texts.title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isPng ? QStringLiteral("png") : QStringLiteral("svg"));
    dialog->setNameFilter(isPng ? tr("PNG image (*.png)") : tr("SVG drawing (*.svg)"));
    dialog->selectFile(m_texts.title);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) {
        if (const Result<void> saved = saveImage(path, format); !saved)
            //: %1 is a file, %2 the system's reason
            m_notice->showNotice({NoticeBar::Tone::Failure,
                                  tr("%1 was not saved: %2").arg(isolated(path), saved.error().detail),
                                  {},
                                  {}});
    });
    dialog->open();
}

Result<void> ChartPanel::saveImage(const QString &path, ImageFormat format)
{
    if (rowCount() > 0)
        draw(); // it may stand behind its table
    const QSize size(m_plot->width() + spacing(this, 6), m_plot->height() + spacing(this, 12));
    return writeImage(path, format, size, m_texts.title,
                      [&](QPainter &painter) { paintImage(painter, size); });
}

void ChartPanel::paintImage(QPainter &painter, const QSize &size)
{
    const int edge = spacing(this, 3);
    painter.fillRect(QRect(QPoint(), size), colorsOf(palette()).card);
    painter.setFont(m_title->font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect title(edge, edge, size.width() - 2 * edge, spacing(this, 5));
    painter.drawText(title, Qt::AlignLeading | Qt::AlignTop | Qt::TextSingleLine, m_texts.title);
    m_plot->paintOn(painter,
                    QRectF(edge, title.bottom() + spacing(this, 1), m_plot->width(), m_plot->height()));
}

void ChartPanel::paintEvent(QPaintEvent *)
{
    if (m_isDirty)
        updateData();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    const bool hasFocusInside = m_plot->hasFocus() || m_tableView->hasFocus();
    painter.setPen(QPen(hasFocusInside ? colors.accent : colors.line, hasFocusInside ? 2 : 1));
    painter.setBrush(colors.card);
    const double radius = spacing(this, 1.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void ChartPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::LayoutDirectionChange)
        return;
    updateLook();
    updateData();
}

bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the card's edge shows it
    return QFrame::eventFilter(watched, event);
}

void ChartPanel::updateLook()
{
    const Colors colors = colorsOf(palette());
    for (QLabel *label : std::initializer_list<QLabel *>{m_subtitle, m_empty}) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colors.faintText);
        label->setPalette(faint);
    }
    QPalette table = palette();
    table.setColor(QPalette::Base, colors.card);
    m_tableView->setPalette(table);
}

} // namespace Gemmary

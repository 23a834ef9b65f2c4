// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/paperprinter.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPageRanges>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>

namespace Gemmary {

namespace {

constexpr int PdfResolution = 600;
constexpr double Margin = 15;    // mm
constexpr double BodySize = 9.5; // points
constexpr double SmallSize = 8;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PaperPrinter)
};

// Paints the images called "chart:…" as the drawings they are, as wide as the text.
class ChartObjects : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit ChartObjects(const std::vector<Chart> &charts)
        : m_charts(charts)
    {}

    QSizeF intrinsicSize(QTextDocument *document, int, const QTextFormat &format) override
    {
        const Chart *chart = chartOf(format);
        if (!chart)
            return {};
        const double width = document->textWidth();
        return {width, width * chart->size.height() / chart->size.width()};
    }

    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                    const QTextFormat &format) override
    {
        if (const Chart *chart = chartOf(format))
            QSvgRenderer(chart->svg.toUtf8()).render(painter, rect);
    }

private:
    const Chart *chartOf(const QTextFormat &format) const
    {
        const QString name = format.toImageFormat().name();
        for (const Chart &chart : m_charts) {
            if (name == QLatin1StringView("chart:") + chart.name)
                return &chart;
        }
        return nullptr;
    }

    const std::vector<Chart> &m_charts;
};

// One layout of a report for one device.
class PaperPages
{
public:
    PaperPages(const PaperReport &report, QPagedPaintDevice &device)
        : m_title(report.title)
        , m_charts(report.charts)
        , m_small(smallFont())
        , m_page(device.pageLayout().paintRectPixels(device.logicalDpiX()).size())
        , m_band(2.4 * QFontMetricsF(m_small, &device).height())
    {
        QFont body;
        body.setPointSizeF(BodySize);
        m_document.setDefaultFont(body);
        m_document.setDocumentMargin(0);
        m_document.documentLayout()->setPaintDevice(&device);
        m_document.documentLayout()->registerHandler(QTextFormat::ImageObject, &m_charts);
        m_document.setPageSize(QSizeF(m_page.width(), m_page.height() - 2 * m_band));
        m_document.setHtml(report.html);
        keepHeadings();
    }

    [[nodiscard]] int count() const { return m_document.pageCount(); }

    void paint(QPainter &painter, int page)
    {
        const QSizeF body = m_document.pageSize();
        painter.save();
        painter.translate(0, m_band - page * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, page * body.height(), body.width(), body.height());
        context.palette.setColor(QPalette::Text, Qt::black); // whatever the window's theme is
        painter.setClipRect(context.clip);
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
        paintBands(painter, page);
    }

private:
    // A heading goes to the page of what it stands above.
    void keepHeadings()
    {
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() == 0 || !block.next().isValid())
                continue;
            if (pageOf(block) == pageOf(block.next()))
                continue;
            QTextBlockFormat format;
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).mergeBlockFormat(format);
        }
    }

    // The page on which a block's first line ends.
    [[nodiscard]] int pageOf(const QTextBlock &block) const
    {
        const QTextLayout *layout = block.layout();
        const double first = layout->lineCount() > 0 ? layout->lineAt(0).rect().bottom() : 0;
        const double top = m_document.documentLayout()->blockBoundingRect(block).top();
        return static_cast<int>((top + first - layout->boundingRect().top() - 1) /
                                m_document.pageSize().height());
    }

    static QFont smallFont()
    {
        QFont font;
        font.setPointSizeF(SmallSize);
        return font;
    }

    void paintBands(QPainter &painter, int page) const
    {
        painter.setFont(m_small);
        painter.setPen(QColor(0xff5b6473));
        const double line = m_band / 2.4;
        const QString above =
            QFontMetricsF(m_small, painter.device()).elidedText(m_title, Qt::ElideMiddle, m_page.width());
        if (page > 0) // the first page has the title itself
            painter.drawText(QRectF(0, 0, m_page.width(), line), Qt::AlignLeading | Qt::AlignVCenter, above);
        painter.drawText(
            QRectF(0, m_page.height() - line, m_page.width(), line), Qt::AlignTrailing | Qt::AlignVCenter,
            Tr::tr("Page %1 of %2").arg(QLocale().toString(page + 1), QLocale().toString(count())));
    }

    QString m_title;
    ChartObjects m_charts;
    QFont m_small;
    QSizeF m_page;
    double m_band; // above and below the text
    QTextDocument m_document;
};

} // namespace

bool printPaper(const PaperReport &report, QPagedPaintDevice &device, const CancelToken &cancel)
{
    PaperPages pages(report, device);
    const QPageRanges wanted = device.pageRanges();
    const int count = pages.count();
    QPainter painter(&device);
    bool isFirst = true;
    for (int page = 0; page < count; ++page) {
        if (cancel.isCancelled())
            return false;
        if (!wanted.isEmpty() && !wanted.contains(page + 1))
            continue;
        if (!std::exchange(isFirst, false))
            device.newPage();
        pages.paint(painter, page);
    }
    return true;
}

Result<void> writePdf(const PaperReport &report, QIODevice &device, const CancelToken &cancel)
{
    QPdfWriter writer(&device);
    writer.setResolution(PdfResolution);
    writer.setPageLayout(paperFor(QLocale()));
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("Gemmary ") + QCoreApplication::applicationVersion());
    if (!printPaper(report, writer, cancel))
        return failure(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
    return {};
}

QPageLayout paperFor(const QLocale &locale)
{
    const bool isLetter = locale.measurementSystem() == QLocale::ImperialUSSystem;
    return QPageLayout(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
                       QMarginsF(Margin, Margin, Margin, Margin), QPageLayout::Millimeter);
}

} // namespace Gemmary

#include "paperprinter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/figuregrid.h"

#include "details/figurecard.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QGridLayout>
#include <QLocale>

namespace Gemmary {

namespace {

struct FigureRow
{
    const char *name;
    const char *definition;
};

const FigureRow Rows[] = {
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Documents"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "everything found, read or not")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Problems"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "documents that could not be read or summarised")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Words"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "whatever stands between blanks, as wc counts")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Distinct words"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "different forms; capitals make no difference")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Sentences"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "by the rules of Unicode, for the document's language")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Lines"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "lines with anything but blanks in them")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Characters"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Unicode code points, blanks included")},
    {QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "Size"),
     QT_TRANSLATE_NOOP("Gemmary::FigureGrid", "of the documents to be read")},
};

constexpr int CardWidth = 26; // average characters, at least

} // namespace

FigureGrid::FigureGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    for (std::size_t figure = 0; figure < m_cards.size(); ++figure)
        m_cards[figure] = new FigureCard(tr(Rows[figure].name), tr(Rows[figure].definition), this);
    m_cards[Problems]->setClickable(true);
    connect(m_cards[Problems], &FigureCard::clicked, this, &FigureGrid::problemsRequested);
    arrange();
}

void FigureGrid::showProcess(const ProcessSnapshot &process)
{
    const TextCounts &counts = process.counts;
    const DocumentCounts &documents = process.documents;
    m_cards[Documents]->setFigure(formatCount(documents.found()));
    m_cards[Documents]->setDetail(process.planned ? tr("%1 read, %2 skipped, %3 waiting")
                                                        .arg(formatCount(documents.done + documents.partial),
                                                             formatCount(documents.skipped),
                                                             formatCount(documents.waiting))
                                                  : tr("found so far; still looking"));
    m_cards[Problems]->setFigure(formatCount(problemCount(process)));
    m_cards[Words]->setFigure(formatCount(counts.words));
    m_cards[Sentences]->setFigure(formatCount(counts.sentences));
    m_cards[Lines]->setFigure(formatCount(counts.lines));
    m_cards[Characters]->setFigure(formatCount(counts.characters));
    showPace(process);
}

void FigureGrid::showPace(const ProcessSnapshot &process)
{
    m_cards[Pace]->setFigure(formatBytes(process.bytesFound));
    if (!isSettled(process.state) || process.startedMs == 0 || process.finishedMs <= process.startedMs) {
        m_cards[Pace]->setDetail(tr(Rows[Pace].definition));
        return;
    }
    const auto took = std::chrono::milliseconds(process.finishedMs - process.startedMs);
    //: how long a process took
    m_cards[Pace]->setDetail(tr("read in %1").arg(formatDuration(took)));
}

void FigureGrid::showStatistics(const std::optional<SetStatistics> &statistics)
{
    FigureCard *card = m_cards[Distinct];
    if (!statistics) {
        card->setFigure(QStringLiteral("…"));
        card->setDetail(tr("known when everything is counted"));
        return;
    }
    card->setFigure(formatCount(statistics->distinctTerms));
    const auto moving = statistics->movingRatio.ratio();
    card->setDetail(
        moving
            ? tr("of every 500 words, %1 differ (MATTR-500)").arg(QLocale().toString(*moving * 500, 'f', 0))
            : tr(Rows[Distinct].definition));
}

void FigureGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FigureGrid::arrange()
{
    const int fitting = width() / (fontMetrics().averageCharWidth() * CardWidth);
    const int columns = fitting >= FigureCount ? FigureCount : fitting >= 4 ? 4 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int figure = 0; figure < FigureCount; ++figure)
        m_layout->addWidget(m_cards[static_cast<std::size_t>(figure)], figure / columns, figure % columns);
    for (int column = 0; column < FigureCount; ++column)
        m_layout->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/overviewcharts.h"

#include "charts/lengthschart.h"
#include "charts/stateschart.h"
#include "charts/stepschart.h"
#include "charts/throughputchart.h"
#include "charts/topwordschart.h"
#include "details/steprows.h"
#include "engine.h"
#include "widgets/answer.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QGridLayout>

namespace Gemmary {

namespace {

constexpr int LengthsPage = 5000;
constexpr qint64 LengthsInterval = 5000; // ms between passes while documents are still being read
constexpr qint64 LengthsShare = 20;      // a pass takes at most one part in so many of the store's time
constexpr int ChartLines = 13;           // height of a chart in lines of text

std::vector<ThroughputPoint> throughputOf(const std::vector<HistoryPoint> &history, qint64 startedMs)
{
    std::vector<ThroughputPoint> points;
    qint64 from = startedMs;
    for (const HistoryPoint &point : history) {
        points.push_back({from, point.atMs, point.done + point.failed});
        from = point.atMs;
    }
    return points;
}

// Documents that were never to be read (skips) are settled from the start.
std::vector<StatesPoint> statesOf(const std::vector<HistoryPoint> &history, const ProcessSnapshot &process)
{
    std::vector<StatesPoint> points;
    DocumentCounts counts;
    const DocumentCounts &all = process.documents;
    qint64 settledLater = 0;
    for (const HistoryPoint &point : history)
        settledLater += point.done + point.failed + point.skipped;
    counts.waiting = settledLater + all.waiting;
    counts.skipped = std::max<qint64>(0, all.found() - counts.waiting);
    points.push_back({process.startedMs, counts});
    for (const HistoryPoint &point : history) {
        counts.done += point.done;
        counts.failed += point.failed;
        counts.skipped += point.skipped;
        counts.waiting = std::max<qint64>(0, counts.waiting - point.done - point.failed - point.skipped);
        points.push_back({point.atMs, counts});
    }
    return points;
}

} // namespace

OverviewCharts::OverviewCharts(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_throughput(new ThroughputChart(this))
    , m_states(new StatesChart(this))
    , m_words(new TopWordsChart(this))
    , m_lengths(new LengthsChart(this))
    , m_steps(new StepsChart(this))
{
    arrange();
    connect(m_lengths, &LengthsChart::rangeActivated, this, &OverviewCharts::wordRangeRequested);
    connect(m_words, &TopWordsChart::wordActivated, this, &OverviewCharts::wordRequested);
}

void OverviewCharts::arrange()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing(this, 2));
    grid->addWidget(m_throughput, 0, 0);
    grid->addWidget(m_states, 0, 1);
    grid->addWidget(m_words, 1, 0, 2, 1);
    grid->addWidget(m_lengths, 1, 1);
    grid->addWidget(m_steps, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const int height = fontMetrics().lineSpacing() * ChartLines;
    for (QWidget *chart : std::initializer_list<QWidget *>{m_throughput, m_states, m_lengths, m_steps})
        chart->setMinimumHeight(height);
}

void OverviewCharts::setProcess(const std::optional<ProcessSnapshot> &process)
{
    m_process = process;
    m_throughput->clear();
    m_states->clear();
    m_words->setWords({}, 0);
    m_lengths->setLengths({});
    m_steps->setTimes({});
    m_sinceLengths.invalidate();
    m_lengthsInterval = LengthsInterval;
    m_lengthsAreFinal = false;
    if (!process)
        return;
    readHistory(process->id);
    processChanged(*process);
}

void OverviewCharts::processChanged(const ProcessSnapshot &process)
{
    if (!isStill(process.id))
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool works = process.state == ProcessState::Running && !process.paused;
    if (process.paused != m_process->paused)
        m_throughput->addMark(now, process.paused ? tr("paused") : tr("resumed"));
    const bool wasOpen = !isSettled(m_process->state);
    m_process = process;
    m_throughput->setRunning(works);
    if (works || wasOpen) {
        m_throughput->addSample(now, process.documents.found() - process.documents.waiting);
        m_states->addSample(now, process.documents);
    }
    readLengthsSoon();
    showSteps();
}

void OverviewCharts::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readLengthsSoon();
}

void OverviewCharts::showStatistics(const std::optional<SetStatistics> &statistics)
{
    if (statistics)
        m_words->setWords(statistics->keywords.empty() ? statistics->topTerms : statistics->keywords,
                          statistics->counts.terms);
    else
        m_words->setWords({}, 0);
}

void OverviewCharts::readHistory(const ProcessId &id)
{
    whenAnswered(m_engine.history(id), this, [this, id](const Result<std::vector<HistoryPoint>> &history) {
        if (!history || !isStill(id) || history->empty())
            return;
        m_throughput->setHistory(throughputOf(*history, m_process->startedMs));
        m_states->setHistory(statesOf(*history, *m_process));
    });
}

void OverviewCharts::readLengthsSoon()
{
    if (!m_process || !isVisible() || m_readingLengths || m_lengthsAreFinal)
        return;
    const bool isDue = !m_sinceLengths.isValid() || m_sinceLengths.hasExpired(m_lengthsInterval);
    if (isDue || isSettled(m_process->state))
        readLengths();
}

void OverviewCharts::readLengths()
{
    m_readingLengths = true;
    m_lengthsAreFinal = isSettled(m_process->state);
    m_sinceLengths.start();
    readLengthsAfter(-1, {});
}

void OverviewCharts::readLengthsAfter(qint64 number, Pass pass)
{
    const ProcessId id = m_process->id;
    whenAnswered(m_engine.documentLines(id, number, LengthsPage), this,
                 [this, id, pass = std::move(pass)](const Result<std::vector<DocumentLine>> &page) mutable {
                     if (!page || !isStill(id)) {
                         m_readingLengths = false;
                         m_lengthsAreFinal = false;
                         if (page)
                             readLengthsSoon(); // of the process that is shown now
                         return;
                     }
                     for (const DocumentLine &line : *page) {
                         if (isCounted(line.state))
                             pass.lengths.push_back(line.words);
                         if (line.milliseconds > pass.slowestMs) {
                             pass.slowestMs = line.milliseconds;
                             pass.slowest = line.name;
                         }
                     }
                     if (page->size() == LengthsPage)
                         readLengthsAfter(page->back().number, std::move(pass));
                     else
                         showLengths(pass);
                 });
}

void OverviewCharts::showLengths(const Pass &pass)
{
    m_readingLengths = false;
    m_lengthsInterval = std::max(LengthsInterval, m_sinceLengths.elapsed() * LengthsShare);
    m_lengths->setLengths(pass.lengths);
    if (pass.slowestMs > 0)
        Q_EMIT slowestFound(pass.slowest, pass.slowestMs);
    readLengthsSoon(); // it may have settled meanwhile
}

void OverviewCharts::showSteps()
{
    m_steps->setTimes(stepRows(m_engine.stepTimes(m_process->id)));
}

} // namespace Gemmary

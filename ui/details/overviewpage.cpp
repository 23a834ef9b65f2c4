// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/overviewpage.h"

#include "details/figuregrid.h"
#include "details/overviewcharts.h"
#include "details/steprows.h"
#include "engine.h"
#include "widgets/answer.h"
#include "widgets/elidedlabel.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds ActivityInterval{250};

} // namespace

OverviewPage::OverviewPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Overview"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_activity.setInterval(ActivityInterval);
    connect(&m_activity, &QTimer::timeout, this, &OverviewPage::showActivity);
    connect(m_figures, &FigureGrid::problemsRequested, this, &OverviewPage::problemsRequested);
    connect(m_charts, &OverviewCharts::wordRangeRequested, this, &OverviewPage::wordRangeRequested);
    connect(m_charts, &OverviewCharts::wordRequested, this, &OverviewPage::wordRequested);
    connect(m_charts, &OverviewCharts::slowestFound, this, [this](const QString &name, qint64 milliseconds) {
        const QString time = formatDuration(std::chrono::milliseconds(milliseconds));
        m_slowest->setFullText(tr("Slowest: %1, %2").arg(isolated(name), time));
    });
}

QWidget *OverviewPage::makeContent()
{
    auto *content = new QWidget(this);
    m_figures = new FigureGrid(content);
    m_now = new ElidedLabel(content);
    m_slowest = new ElidedLabel(content);
    m_slowest->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_charts = new OverviewCharts(m_engine, content);
    m_settings = new QLabel(content);
    m_settings->setWordWrap(true);
    m_settings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(content);
    const int edge = spacing(this, 3);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 2.5));
    layout->addWidget(m_figures);
    auto *activity = new QHBoxLayout;
    activity->setSpacing(spacing(this, 4));
    activity->addWidget(m_now, 3);
    activity->addWidget(m_slowest, 2);
    layout->addLayout(activity);
    layout->addWidget(m_charts, 1);
    layout->addWidget(m_settings);
    return content;
}

void OverviewPage::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const bool isAnother = !process || !m_process || process->id != m_process->id;
    m_process = process;
    if (!isAnother)
        return;
    m_statisticsAsked.reset();
    m_figures->showStatistics(std::nullopt);
    m_charts->setProcess(process);
    m_now->setFullText({});
    m_slowest->setFullText({});
    if (!process) {
        m_activity.stop();
        return;
    }
    showSettings(*process);
    processChanged(*process);
}

void OverviewPage::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    m_figures->showProcess(process);
    m_charts->processChanged(process);
    if (isSettled(process.state))
        m_activity.stop();
    else if (!m_activity.isActive())
        m_activity.start();
    showActivity();
    if (process.planned && process.documents.waiting == 0)
        askForStatistics(process);
}

void OverviewPage::showActivity()
{
    if (isSettled(m_process->state)) {
        m_now->setFullText(
            m_process->error.isEmpty()
                ? tr("%1 · added %2").arg(stateWord(*m_process), formatWhen(m_process->createdMs))
                : m_process->error);
        return;
    }
    for (const Activity &activity : m_engine.activities()) {
        if (activity.process != m_process->id)
            continue;
        const QString what =
            activity.document.isEmpty() ? tr("results of many documents") : isolated(activity.document);
        //: %1 is a step such as "Reading", %2 a document
        m_now->setFullText(tr("Now: %1 — %2").arg(stepWord(activity.step), what));
        return;
    }
    m_now->setFullText(stateWord(*m_process));
}

void OverviewPage::showSettings(const ProcessSnapshot &process)
{
    const ProcessSettings &settings = process.settings;
    const QString words =
        settings.words == QLatin1StringView("original")
            ? tr("word lists by blanks, as the original counted")
            : tr("word lists of letters and digits, capitals folded, apostrophes and hyphens inside");
    const QString summaries = settings.summarizer == QLatin1StringView("none")
                                  ? tr("no summaries")
                                  : tr("%Ln key sentence(s) a document", nullptr, settings.summarySentences);
    const QString copies = settings.countDuplicates ? tr("each copy counted") : tr("copies counted once");
    const QString hidden = settings.readHidden ? tr("hidden files read") : tr("hidden files skipped");
    m_settings->setText(tr("Settings: %1", "followed by a list")
                            .arg(QStringList{words, summaries, copies, hidden}.join(QStringLiteral(" · "))));
    QPalette faint = m_settings->palette();
    faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
    m_settings->setPalette(faint);
}

void OverviewPage::askForStatistics(const ProcessSnapshot &process)
{
    const std::pair asked(process.version, process.state);
    if (m_statisticsAsked == asked)
        return;
    m_statisticsAsked = asked;
    whenAnswered(m_engine.statistics(process.id), this,
                 [this, id = process.id](const Result<SetStatistics> &statistics) {
                     if (!m_process || m_process->id != id ||
                         !statistics) // not combined yet: asked at the next change
                         return;
                     m_figures->showStatistics(*statistics);
                     m_charts->showStatistics(*statistics);
                 });
}

} // namespace Gemmary

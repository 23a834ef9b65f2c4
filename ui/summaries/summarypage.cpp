// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summarypage.h"

#include "engine.h"
#include "summaries/summarycolumn.h"
#include "summaries/summarytexts.h"
#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/focuspass.h"
#include "widgets/format.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace Gemmary {

namespace {

constexpr int PageSize = 50;
constexpr std::chrono::milliseconds TypingPause{150};
constexpr std::chrono::milliseconds ReadInterval{1000};

bool hasSummaries(const ProcessSnapshot &process)
{
    return process.settings.summarizer != QLatin1StringView("none");
}

} // namespace

SummaryPage::SummaryPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_feed(engine)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPage(QStringLiteral("summary"), m_stack))
    , m_failure(new EmptyPage(QStringLiteral("warning"), m_stack))
    , m_again(m_failure->addButton(tr("Try again")))
{
    m_cards = makeCards();
    for (QWidget *page : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_failure), m_cards})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    new FocusPass(this, [this] { return m_column; });
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    m_interval.setSingleShot(true);
    m_interval.setInterval(ReadInterval);
    connectParts();
    showEmpty();
}

QWidget *SummaryPage::makeCards()
{
    auto *cards = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead(cards));
    m_column = new SummaryColumn(cards);
    layout->addWidget(m_column, 1);
    return cards;
}

QWidget *SummaryPage::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    m_search = new QLineEdit(head);
    makeSearchField(m_search, tr("Find in names and summaries"));
    m_status = new QLabel(head);
    m_status->setTextFormat(Qt::PlainText);
    m_copyAll = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy all"), head);
    m_copyAll->setToolTip(tr("Copies all cards of this page with where they come from"));
    auto *layout = new QHBoxLayout(head);
    const int edge = spacing(this, 2);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 3));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_copyAll);
    return head;
}

void SummaryPage::connectParts()
{
    connect(&m_feed, &SummaryFeed::arrived, this, &SummaryPage::showPage);
    connect(&m_feed, &SummaryFeed::failed, this, &SummaryPage::showError);
    connect(&m_interval, &QTimer::timeout, this, &SummaryPage::refresh);
    connect(&m_typing, &QTimer::timeout, this, &SummaryPage::search);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_copyAll, &QPushButton::clicked, this, &SummaryPage::copyAll);
    connect(m_again, &QPushButton::clicked, this, &SummaryPage::read);
    connect(m_column, &SummaryColumn::documentActivated, this, &SummaryPage::documentActivated);
    connect(m_column, &SummaryColumn::beforeRequested, this, &SummaryPage::goBefore);
    connect(m_column, &SummaryColumn::afterRequested, this, &SummaryPage::goAfter);
}

void SummaryPage::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const bool isAnother = !process || !m_process || process->id != m_process->id;
    m_process = process;
    if (!isAnother)
        return;
    m_feed.forget();
    ++m_setQuestion;
    m_readVersion = -1;
    m_starts = {NoDocument};
    m_interval.stop();
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_column->showSet(std::nullopt);
    m_column->showPage({});
    m_column->showPaging(false, false, {});
    m_column->showNothingFound({});
    showEmpty();
    refresh();
}

void SummaryPage::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
    m_status->setText(summarisedText(process));
    refresh();
}

void SummaryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

bool SummaryPage::isWorthReading() const
{
    if (!isVisible() || !m_process || !hasSummaries(*m_process) || m_process->version == m_readVersion)
        return false;
    if (m_feed.isReading() || m_interval.isActive())
        return false; // the end of either leads here again
    if (m_readVersion < 0 || isSettled(m_process->state))
        return true;
    return m_starts.size() == 1 && m_column->documentCards() < PageSize;
}

void SummaryPage::refresh()
{
    if (isWorthReading())
        read();
}

void SummaryPage::read()
{
    m_readVersion = m_process->version;
    m_interval.start();
    m_status->setText(summarisedText(*m_process));
    askForSet();
    askForPage();
}

void SummaryPage::askForSet()
{
    whenAnswered(m_engine.summary(m_process->id), this,
                 [this, question = ++m_setQuestion](const Result<SetSummary> &summary) {
                     if (question != m_setQuestion)
                         return;
                     if (summary)
                         m_column->showSet(summaryContent(*m_process, *summary));
                     else if (summary.error().kind == ErrorKind::Conflict) // it comes last
                         m_column->showSet(summaryContent(*m_process, std::nullopt));
                     else
                         showError(summary.error());
                 });
}

void SummaryPage::askForPage()
{
    m_feed.ask(m_process->id, m_starts.back(), m_search->text().trimmed(), PageSize);
}

void SummaryPage::search()
{
    if (!m_process)
        return;
    m_starts = {NoDocument};
    m_turned = true;
    m_status->setText(tr("Searching…"));
    askForPage();
}

void SummaryPage::showPage(const std::vector<SummaryContent> &page, bool more)
{
    const bool isSearch = !m_search->text().trimmed().isEmpty();
    const bool isNothing = page.empty() && m_starts.size() == 1;
    m_status->setText(summarisedText(*m_process));
    m_last = page.empty() ? m_starts.back() : page.back().document;
    m_column->showPage(page);
    const qsizetype first = static_cast<qsizetype>(m_starts.size() - 1) * PageSize + 1;
    m_column->showPaging(
        m_starts.size() > 1, more,
        //: the documents on a page, by their places
        tr("%1 – %2").arg(formatCount(first), formatCount(first + static_cast<qsizetype>(page.size()) - 1)));
    m_column->showNothingFound(isNothing && isSearch ? tr("No name and no key sentence has this text")
                                                     : QString());
    if (std::exchange(m_turned, false))
        m_column->scrollToDocuments();
    if (isNothing && !isSearch)
        showEmpty();
    else
        m_stack->setCurrentWidget(m_cards);
    refresh(); // it may have changed meanwhile
}

void SummaryPage::showError(const Error &error)
{
    m_feed.forget();
    m_failure->setTexts(tr("The key sentences could not be read"), error.message);
    m_stack->setCurrentWidget(m_failure);
}

void SummaryPage::showEmpty()
{
    const PageTexts texts = summariesNotReady(m_process, m_readVersion >= 0 && !m_feed.isReading());
    m_empty->setTexts(texts.headline, texts.hint);
    m_stack->setCurrentWidget(m_empty);
}

void SummaryPage::goBefore()
{
    if (m_starts.size() > 1)
        m_starts.pop_back();
    m_turned = true;
    askForPage();
}

void SummaryPage::goAfter()
{
    m_starts.push_back(m_last);
    m_turned = true;
    askForPage();
}

void SummaryPage::copyAll() const
{
    QGuiApplication::clipboard()->setText(m_column->text());
}

} // namespace Gemmary

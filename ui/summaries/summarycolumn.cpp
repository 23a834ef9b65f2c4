// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summarycolumn.h"

#include "summaries/summarycard.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int LineLength = 92;          // average characters
constexpr std::size_t CardsAtOnce = 10; // some milliseconds

} // namespace

SummaryColumn::SummaryColumn(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QWidget)
    , m_setPlace(new QVBoxLayout)
    , m_cardsPlace(new QVBoxLayout)
    , m_nothing(new QLabel(m_column))
{
    m_pager = makePager();
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // its keys scroll
    setAccessibleName(tr("Key sentences"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_column->setMaximumWidth(fontMetrics().averageCharWidth() * LineLength + 2 * spacing(this, 8));
    auto *column = new QVBoxLayout(m_column);
    const int edge = spacing(this, 4);
    column->setContentsMargins(edge, spacing(this, 2), edge, edge);
    column->setSpacing(spacing(this, 3));
    m_cardsPlace->setSpacing(spacing(this, 3));
    column->addLayout(m_setPlace);
    column->addWidget(m_nothing);
    column->addLayout(m_cardsPlace);
    column->addWidget(m_pager);
    column->addStretch(1);
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(m_column, 1000); // all there is, up to its greatest width
    middle->addStretch(1);
    setWidget(content);
    m_nothing->hide();
    m_pager->hide();
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &SummaryColumn::addCards);
}

QWidget *SummaryColumn::makePager()
{
    auto *pager = new QWidget(m_column);
    m_before = new QPushButton(tr("&Previous"), pager);
    m_after = new QPushButton(tr("&Next"), pager);
    m_before->setAccessibleName(tr("Previous documents"));
    m_after->setAccessibleName(tr("Next documents"));
    m_position = new QLabel(pager);
    m_position->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(pager);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(m_before);
    layout->addWidget(m_position);
    layout->addWidget(m_after);
    layout->addStretch(1);
    connect(m_before, &QPushButton::clicked, this, &SummaryColumn::beforeRequested);
    connect(m_after, &QPushButton::clicked, this, &SummaryColumn::afterRequested);
    return pager;
}

void SummaryColumn::showSet(const std::optional<SummaryContent> &content)
{
    if (m_set && content && m_set->content() == *content)
        return;
    delete std::exchange(m_set, nullptr);
    if (!content)
        return;
    m_set = makeCard(*content);
    m_setPlace->addWidget(m_set);
}

void SummaryColumn::showPage(const std::vector<SummaryContent> &page)
{
    std::size_t same = 0;
    while (same < page.size() && same < m_cards.size() && m_cards[same]->content() == page[same])
        ++same;
    while (m_cards.size() > same) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    m_page = page;
    addCards();
}

void SummaryColumn::addCards()
{
    const std::size_t end = std::min(m_page.size(), m_cards.size() + CardsAtOnce);
    while (m_cards.size() < end) {
        m_cards.push_back(makeCard(m_page[m_cards.size()]));
        m_cardsPlace->addWidget(m_cards.back());
    }
    if (end < m_page.size())
        m_more.start(0);
    else
        m_more.stop();
}

void SummaryColumn::showPaging(bool hasBefore, bool hasAfter, const QString &position)
{
    m_before->setEnabled(hasBefore);
    m_after->setEnabled(hasAfter);
    m_position->setText(position);
    m_pager->setVisible(hasBefore || hasAfter);
}

void SummaryColumn::showNothingFound(const QString &text)
{
    m_nothing->setText(text);
    m_nothing->setVisible(!text.isEmpty());
}

void SummaryColumn::scrollToDocuments()
{
    verticalScrollBar()->setValue(m_set ? m_set->geometry().bottom() : 0);
}

QString SummaryColumn::text() const
{
    QStringList texts;
    if (m_set)
        texts.append(copyText(m_set->content()));
    for (const SummaryContent &content : m_page)
        texts.append(copyText(content));
    return texts.join(QStringLiteral("\n\n"));
}

SummaryCard *SummaryColumn::makeCard(const SummaryContent &content)
{
    auto *card = new SummaryCard(content, m_column);
    connect(card, &SummaryCard::documentActivated, this, &SummaryColumn::documentActivated);
    return card;
}

} // namespace Gemmary

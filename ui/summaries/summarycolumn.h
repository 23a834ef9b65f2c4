// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summaries/summarycontent.h"

#include <QScrollArea>
#include <QTimer>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

class SummaryCard;

// The card of the process and one page of documents' cards below it, no wider than reads well, with the way
// to the pages before and after. Only a page of cards exists, however many documents there are; they are made
// a few at a time, so that the window answers meanwhile.
class SummaryColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit SummaryColumn(QWidget *parent = nullptr);

    void showSet(const std::optional<SummaryContent> &content); // nullopt: no card
    // Cards that stay the same stay, with what is selected in them.
    void showPage(const std::vector<SummaryContent> &page);
    void showPaging(bool hasBefore, bool hasAfter, const QString &position);
    void showNothingFound(const QString &text); // empty: something was found
    void scrollToDocuments();

    [[nodiscard]] QString text() const; // of all cards, to copy
    [[nodiscard]] std::size_t documentCards() const { return m_page.size(); }

Q_SIGNALS:
    void documentActivated(qint64 number);
    void beforeRequested();
    void afterRequested();

private:
    [[nodiscard]] SummaryCard *makeCard(const SummaryContent &content);
    [[nodiscard]] QWidget *makePager();
    void addCards();

    QWidget *m_column;
    QVBoxLayout *m_setPlace;
    QVBoxLayout *m_cardsPlace;
    QLabel *m_nothing;
    QWidget *m_pager = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
    QLabel *m_position = nullptr;
    SummaryCard *m_set = nullptr;
    std::vector<SummaryContent> m_page;
    std::vector<SummaryCard *> m_cards; // of the page, from its beginning
    QTimer m_more;
};

} // namespace Gemmary

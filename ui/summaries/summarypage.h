// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "summaries/summaryfeed.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class EmptyPage;
class Engine;
class SummaryColumn;

// What a process says in short: its own key sentences, then those of its documents, page by page. The engine
// is asked while somebody looks: once a second while the process runs and its first page is not full, and
// when it is settled.
class SummaryPage : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryPage(Engine &engine, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);

Q_SIGNALS:
    void documentActivated(qint64 number);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCards();
    [[nodiscard]] QWidget *makeHead(QWidget *parent);
    void connectParts();
    void refresh();
    void read();
    void askForSet();
    void askForPage();
    void search();
    void showEmpty();
    void showPage(const std::vector<SummaryContent> &page, bool more);
    void showError(const Error &error);
    void goBefore();
    void goAfter();
    void copyAll() const;
    [[nodiscard]] bool isWorthReading() const;

    Engine &m_engine;
    SummaryFeed m_feed;
    std::optional<ProcessSnapshot> m_process;
    std::vector<qint64> m_starts{NoDocument}; // for each page up to the present: the last document before it
    qint64 m_last = NoDocument;               // of the present page
    qint64 m_readVersion = -1;                // of the process when it was last read
    qint64 m_setQuestion = 0;
    bool m_turned = false; // a page was asked for by its buttons
    QTimer m_typing;
    QTimer m_interval; // between two reads
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    EmptyPage *m_failure;
    QPushButton *m_again;
    QWidget *m_cards = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_status = nullptr;
    QPushButton *m_copyAll = nullptr;
    SummaryColumn *m_column = nullptr;
};

} // namespace Gemmary

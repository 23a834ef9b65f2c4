// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/process.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class DocumentActions;
class DocumentCard;
class DocumentFeed;
class DocumentList;
class DocumentModel;
class EmptyPage;
class Engine;
class FilterChips;
class NoticeBar;

// The documents of one process: found, filtered, sorted, and what became of each. Follows the process while
// the page is seen.
class FilesPage : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPage(Engine &engine, QWidget *parent = nullptr);
    ~FilesPage() override;

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);
    void showWordRange(qint64 from, qint64 to);
    void showProblems();

    // The document `step` rows below that one which has text to read, in the list's order.
    [[nodiscard]] std::optional<qint64> neighbourOf(qint64 number, int step) const;

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void documentActivated(qint64 number); // to be read
    void retryRequested();
    void layoutChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Shown { List, NothingFits, NothingThere, Trouble };

    void addPages();
    void connectParts();
    void connectActions();
    void applyFilter();
    void showCurrent();
    void showOriginal(const QString &name);
    void showMenu(const QPoint &point);
    void showFigures();
    void showPage();
    void showError(const Error &error);

    std::optional<ProcessSnapshot> m_process;
    std::optional<Error> m_error;
    DocumentModel *m_model;
    DocumentFeed *m_feed;
    DocumentActions *m_actions;
    FilterChips *m_chips;
    NoticeBar *m_notice;
    DocumentList *m_list;
    QStackedWidget *m_stack;
    EmptyPage *m_nothingThere = nullptr;
    EmptyPage *m_trouble = nullptr;
    QLabel *m_found;
    DocumentCard *m_card;
};

} // namespace Gemmary

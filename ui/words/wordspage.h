// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/process.h"
#include "words/wordmodel.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class EmptyPage;
class Engine;
class WordCloud;
class WordContextPage;
class WordControls;
class WordTable;

// The words of a process, exact: as bars, table or cloud, and each where it stands in the documents. The
// engine is asked while somebody looks; before its table is there, and after an error, the page says so
// instead.
class WordsPage : public QWidget
{
    Q_OBJECT

public:
    explicit WordsPage(Engine &engine, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);
    void showWord(const QString &word); // in context

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void layoutChanged();
    void documentActivated(qint64 number);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    void connectParts();
    void refresh();
    void askForStatistics();
    void askForWords();
    void showWords(const WordList &words);
    void showError(const Error &error);
    void showView();
    void showStatus(const WordList &words);
    void updateLook();
    void showNotReady();
    void closeContext();
    [[nodiscard]] bool isWorthAsking() const;
    [[nodiscard]] QStringList languages() const;

    Engine &m_engine;
    std::optional<ProcessSnapshot> m_process;
    std::optional<SetStatistics> m_statistics; // of the table that is shown
    WordModel m_model;
    qint64 m_askedVersion = -1; // of the process when its statistics were asked for
    qint64 m_question = 0;      // answers to earlier ones are not shown
    bool m_isAsking = false;    // for statistics
    QStackedWidget *m_stack;
    EmptyPage *m_notReady;
    EmptyPage *m_failure;
    QPushButton *m_again;
    QWidget *m_list = nullptr;
    WordControls *m_controls = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_definition = nullptr;
    QStackedWidget *m_views = nullptr;
    WordTable *m_table = nullptr;
    WordCloud *m_cloud = nullptr;
    EmptyPage *m_none = nullptr;
    WordContextPage *m_context;
};

} // namespace Gemmary

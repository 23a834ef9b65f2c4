// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "words/wordcontextmodel.h"

#include <QFuture>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class ElidedLabel;
class EmptyPage;
class Engine;
class WordContextView;

// A word where it stands in the documents, which are read for it now. Going back forgets the question; what
// went wrong is said here, with a way to ask again.
class WordContextPage : public QWidget
{
    Q_OBJECT

public:
    explicit WordContextPage(Engine &engine, QWidget *parent = nullptr);

    // `counted`: how often the word table has it; -1: not known.
    void showWord(const ProcessId &process, const QString &word, qint64 counted);
    void forget(); // what is shown, and a question on its way
    [[nodiscard]] const QString &word() const { return m_word; }

Q_SIGNALS:
    void documentActivated(qint64 number);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    void ask();
    void show(const Result<std::vector<Occurrence>> &places);
    [[nodiscard]] QString resultText() const;

    Engine &m_engine;
    std::optional<ProcessId> m_process;
    QString m_word;
    qint64 m_counted = -1;
    qint64 m_question = 0; // the answer to an earlier one is not shown
    QFuture<Result<std::vector<Occurrence>>> m_answer;
    WordContextModel m_model;
    QPushButton *m_back = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_status = nullptr;
    QProgressBar *m_busy = nullptr;
    QStackedWidget *m_stack;
    WordContextView *m_view;
    EmptyPage *m_trouble;
    QPushButton *m_again;
};

} // namespace Gemmary

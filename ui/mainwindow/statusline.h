// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace Gemmary {

// The window's last line: what goes on, what makes summaries, where results are kept, problems. Each part is
// a button that leads to its page.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showWork(qint64 running, double documentsASecond);
    void showProblems(qint64 processes);
    void showSummarizer(const QString &icon, const QString &text, const QString &help = {});
    void setPlace(const QString &sharedPlace); // of the results; empty: this computer alone
    void showTrouble(const QString &sentence); // of the store; empty: none

Q_SIGNALS:
    void workClicked();
    void summarizerClicked();
    void storeClicked();
    void problemsClicked();

private:
    [[nodiscard]] QToolButton *addPart(const char *icon, const QString &help);

    QToolButton *m_work;
    QToolButton *m_summarizer;
    QToolButton *m_store;
    QString m_sharedPlace;
    QString m_trouble;
    QToolButton *m_problems;
};

} // namespace Gemmary

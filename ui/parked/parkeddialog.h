// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/job.h"
#include "domain/process.h"

#include <QDialog>
#include <QTimer>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
QT_END_NAMESPACE

namespace Gemmary {

class Engine;

// The batches of one process that were given up, with their reasons; tries one, some or all of them again.
// Asks the engine again every few seconds while shown.
class ParkedDialog : public QDialog
{
    Q_OBJECT

public:
    ParkedDialog(Engine &engine, const ProcessSnapshot &process, QWidget *parent);

private:
    void ask();
    void showLetters(const std::vector<DeadLetter> &letters);
    void tryAgain(bool all);
    void onTried(const Result<void> &done);
    QTreeWidget *makeTable();
    QPushButton *makeButton(const QString &text, bool all);

    Engine &m_engine;
    ProcessId m_process;
    std::vector<JobKey> m_jobs; // a row each
    QLabel *m_headline;
    QLabel *m_failure;
    QStackedWidget *m_pages;
    QTreeWidget *m_table;
    QPushButton *m_selected;
    QPushButton *m_all;
    QTimer m_again;
};

} // namespace Gemmary

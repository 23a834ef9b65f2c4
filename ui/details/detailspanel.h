// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QTabWidget;
QT_END_NAMESPACE

namespace Gemmary {

class ElidedLabel;
class Engine;
class FilesPage;
class LogPage;
class NoticeBar;
class OverviewPage;
class SummaryPage;
class WordsPage;

// Everything about one process, in five tabs.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Overview, Files, Words, Summary, Log };

    DetailsPanel(Engine &engine, const QString &logPath, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);
    void showTab(Tab tab); // and gives it the keyboard
    [[nodiscard]] Tab tab() const;
    void showProblems();
    [[nodiscard]] NoticeBar &notice() { return *m_notice; } // above the tabs

    // Layouts of pages that have one, by a name that stays.
    [[nodiscard]] QByteArray saveLayout(const QString &page) const;
    void restoreLayout(const QString &page, const QByteArray &layout);
    [[nodiscard]] static QStringList layoutPages();

Q_SIGNALS:
    void layoutChanged(const QString &page);
    void tabChanged();
    void retryRequested();

private:
    void addPages();
    void connectPages();
    void openReader(qint64 number);

    Engine &m_engine;
    std::optional<ProcessSnapshot> m_process;
    NoticeBar *m_notice;
    ElidedLabel *m_title;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    FilesPage *m_files;
    WordsPage *m_words;
    SummaryPage *m_summary;
    LogPage *m_log;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencetexts.h"
#include "widgets/noticebar.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListWidget;
class QScrollArea;
QT_END_NAMESPACE

namespace Gemmary {

class AutomationSource;
class ConsentGate;
class EmptyPage;
class PreferenceField;
class PreferencePageView;
class SummarizerSource;
class SummaryPages;

// All preferences, made from the sources: a list of pages, a search over all of them, and rows that
// hold at once. Sources and gate outlive the dialog. What could not be saved is said in a bar, and the row
// shows what holds.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(PreferencesSource &source, SummarizerSource &summarizers, ConsentGate &gate,
                      AutomationSource &automation, QWidget *parent = nullptr);

    void showPage(const QString &id); // "privacy", "summaries", "storage" …
    [[nodiscard]] QString page() const;
    void search(const QString &words);

Q_SIGNALS:
    void forgetRecentFoldersRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSearch();
    [[nodiscard]] QWidget *makePageList();
    [[nodiscard]] QWidget *makeContent();
    void addPages();
    void addAutomation();
    void onSearched(const QString &words);
    void onPageChosen();
    void showCurrentPage();
    void onChosen(const QString &key, const QString &value);
    void showRows();
    void showFailure(const Error &error);

    PreferencesSource &m_source;
    QLineEdit *m_search;
    AutomationSource &m_automation;
    SummaryPages *m_summaries;
    NoticeBar *m_notice;
    QListWidget *m_list;
    QScrollArea *m_scroll;
    EmptyPage *m_nothing;
    std::vector<PreferencePageView *> m_pages; // as in the list
    std::vector<PreferenceField *> m_fields;
    int m_lastPage = 0; // where a search began
};

} // namespace Gemmary

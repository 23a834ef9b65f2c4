// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencetexts.h"
#include "widgets/noticebar.h"

#include <QObject>

#include <utility>
#include <vector>

namespace Gemmary {

class CardRow;

// What the pages tell and do besides setting preferences: where things are, what leaves the computer, taking
// preferences along, and starting over. Whatever happens is said in a notice; what it replaces can be undone.
class PreferenceActions : public QObject
{
    Q_OBJECT

public:
    PreferenceActions(PreferencesSource &source, QWidget *window);

    using PagedRow = std::pair<PreferencePage, CardRow *>;
    [[nodiscard]] std::vector<PagedRow> makeRows(QWidget *parent);

    void exportTo(const QString &path);
    void importFrom(const QString &path);
    void resetAll();
    void copyDiagnostics();

Q_SIGNALS:
    void said(const Gemmary::NoticeBar::Notice &notice);
    void forgetRecentFoldersRequested();

private:
    [[nodiscard]] std::vector<PagedRow> makeStorageRows(QWidget *parent);
    [[nodiscard]] std::vector<PagedRow> makePrivacyRows(QWidget *parent);
    [[nodiscard]] std::vector<PagedRow> makeAdvancedRows(QWidget *parent);
    void open(const QString &path, const QString &otherwise);
    void chooseExport();
    void chooseImport();
    void forgetRecentFolders();
    void say(const QString &text);
    void sayWithUndo(const QString &text, const PreferencesSource::Values &before);
    void sayFailed(const Error &error);

    PreferencesSource &m_source;
    QWidget *m_window;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "export/exportfiles.h"
#include "widgets/noticebar.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

class Engine;
class ExportRun;
class FormatList;
class IncludeBox;

// Saves the results of one process as a file, or of several as files in a folder. Nothing is replaced without
// asking; the files appear whole or not at all. Closes itself when all is written, stays open on trouble.
// Deletes itself.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    // `folder` is where the last export went; the user's documents when it is empty or gone.
    ExportDialog(Engine &engine, std::vector<ProcessSnapshot> processes, const QString &folder,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    void setFormat(ExportFormat format);
    void setTarget(const QString &path); // a file for one process, a folder for several
    [[nodiscard]] QString target() const;
    void save();

Q_SIGNALS:
    void exported(const QStringList &paths);
    void failed(const Gemmary::Error &error);

protected:
    void reject() override;

private:
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeTarget();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] bool isOne() const { return m_processes.size() == 1; }
    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] std::vector<ExportFile> files() const;
    void onFormatChanged();
    void updateState();
    void browse();
    void askToReplace(const QStringList &existing);
    void write();
    void onFinished(const QStringList &paths);
    void onFailed(const Error &error);
    void endRun();

    Engine &m_engine;
    std::vector<ProcessSnapshot> m_processes;
    NoticeBar *m_notice;
    FormatList *m_formats = nullptr;
    IncludeBox *m_include = nullptr;
    QLineEdit *m_target = nullptr;
    QLabel *m_files = nullptr; // says which files there will be when there are several
    QWidget *m_inputs = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
    ExportRun *m_run = nullptr; // while writing
};

// What to say when it is done, with ways to see it: "Saved “letters.html”", Open, Show in folder.
[[nodiscard]] NoticeBar::Notice exportNotice(const QStringList &paths);

} // namespace Gemmary

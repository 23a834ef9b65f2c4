// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QObject>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Gemmary {

// What can be done about the current document; each action is enabled while it would do something.
class DocumentActions : public QObject
{
    Q_OBJECT

public:
    enum Action { Read, TryAgain, ShowOriginal, OpenFile, OpenFolder, CopyPath, CopyRows, ActionCount };

    explicit DocumentActions(QObject *parent = nullptr);

    void setDocument(const std::optional<DocumentLine> &document);
    void setRetryable(bool retryable); // whether the process is settled
    [[nodiscard]] QAction *action(Action action) const { return m_actions.at(action); }
    [[nodiscard]] const std::optional<DocumentLine> &document() const { return m_document; }

Q_SIGNALS:
    void readRequested(qint64 number);
    void retryRequested();
    void originalRequested(const QString &name);
    void copyRowsRequested();
    void openFailed(const QString &path); // the desktop has no program for it

private:
    void read();
    void showOriginal();
    void openFile();
    void openFolder();
    void copyPath();
    void open(const QString &path);
    void enable();
    [[nodiscard]] QString path() const; // empty: content kept in the store

    struct Row;
    static const Row Rows[];

    std::optional<DocumentLine> m_document;
    bool m_retryable = false;
    std::array<QAction *, ActionCount> m_actions{};
};

} // namespace Gemmary

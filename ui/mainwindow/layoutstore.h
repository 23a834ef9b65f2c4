// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace Gemmary {

// What the window remembers of its own looks: geometry, splitters, columns, tab, recent folders. Written when
// it changes, not at the end, so that a crash forgets nothing.
class LayoutStore
{
public:
    explicit LayoutStore(const QString &filePath);

    [[nodiscard]] QByteArray layout(const QString &key) const;
    void setLayout(const QString &key, const QByteArray &layout);
    void reset(); // layouts only

    [[nodiscard]] QStringList recentFolders() const; // newest first
    void addRecentFolder(const QString &folder);
    void forgetRecentFolders();

    [[nodiscard]] QString answer(const QString &question) const; // of a question asked once; or empty
    void setAnswer(const QString &question, const QString &answer);

private:
    QSettings m_settings;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/layoutstore.h"

namespace Gemmary {

namespace {

constexpr int MostRecentFolders = 8;
const QString RecentKey = QStringLiteral("recentFolders");

QString layoutKey(const QString &key)
{
    return QStringLiteral("layout/") + key;
}

QString answerKey(const QString &question)
{
    return QStringLiteral("answers/") + question;
}

} // namespace

LayoutStore::LayoutStore(const QString &filePath)
    : m_settings(filePath, QSettings::IniFormat)
{}

QByteArray LayoutStore::layout(const QString &key) const
{
    return m_settings.value(layoutKey(key)).toByteArray();
}

void LayoutStore::setLayout(const QString &key, const QByteArray &layout)
{
    m_settings.setValue(layoutKey(key), layout); // QSettings writes within seconds by itself
}

void LayoutStore::reset()
{
    m_settings.remove(QStringLiteral("layout"));
}

QStringList LayoutStore::recentFolders() const
{
    return m_settings.value(RecentKey).toStringList();
}

void LayoutStore::addRecentFolder(const QString &folder)
{
    QStringList folders = recentFolders();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_settings.setValue(RecentKey, folders.mid(0, MostRecentFolders));
}

void LayoutStore::forgetRecentFolders()
{
    m_settings.remove(RecentKey);
}

QString LayoutStore::answer(const QString &question) const
{
    return m_settings.value(answerKey(question)).toString();
}

void LayoutStore::setAnswer(const QString &question, const QString &answer)
{
    m_settings.setValue(answerKey(question), answer);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sessionmarker.h"

#include <QFile>

namespace Gemmary {

namespace {

constexpr qint64 LongestName = 64;

} // namespace

SessionMarker::SessionMarker(const QString &home)
    : m_path(home + QStringLiteral("/window.running"))
{}

std::optional<QString> SessionMarker::begin(const QString &instance)
{
    std::optional<QString> left;
    if (QFile last(m_path); last.open(QIODevice::ReadOnly))
        left = QString::fromLatin1(last.read(LongestName)).trimmed();
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) // else the store will say what is wrong with the folder
        file.write(instance.toLatin1());
    return left;
}

void SessionMarker::end()
{
    QFile::remove(m_path);
}

} // namespace Gemmary

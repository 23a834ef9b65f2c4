// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sessionmarker.h"

#include <QFile>

namespace Gemmary {

SessionMarker::SessionMarker(const QString &home)
    : m_path(home + QStringLiteral("/window.running"))
{}

bool SessionMarker::begin()
{
    const bool wasThere = QFile::exists(m_path);
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false; // the store will say what is wrong with the folder
    return wasThere;
}

void SessionMarker::end()
{
    QFile::remove(m_path);
}

} // namespace Gemmary

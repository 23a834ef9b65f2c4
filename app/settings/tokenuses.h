// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <mutex>

namespace Gemmary {

// When tokens were shown last, by name, since this program began; written by a listener's thread, read by any
// other. It is kept in no file.
class TokenUses
{
public:
    void note(const QString &token)
    {
        const std::lock_guard lock(m_mutex);
        m_last.insert(token, QDateTime::currentMSecsSinceEpoch());
    }

    [[nodiscard]] qint64 last(const QString &token) const // epoch ms; 0: not yet
    {
        const std::lock_guard lock(m_mutex);
        return m_last.value(token);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, qint64> m_last;
};

} // namespace Gemmary

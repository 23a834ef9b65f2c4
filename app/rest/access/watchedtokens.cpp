// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/watchedtokens.h"

#include "base/logging.h"

#include <QFile>

#include <sys/stat.h>

namespace Gemmary {

namespace {

// Which file it is and when it changed; a file that is put in its place is another one.
QByteArray stampOf(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return QByteArrayLiteral("none");
    const auto number = [](auto value) { return QByteArray::number(static_cast<qint64>(value)) + ' '; };
    return number(facts.st_ino) + number(facts.st_size) + number(facts.st_mtim.tv_sec) +
           number(facts.st_mtim.tv_nsec) + number(facts.st_ctim.tv_sec) + number(facts.st_ctim.tv_nsec);
}

} // namespace

const AccessTokens &WatchedTokens::current()
{
    QByteArray stamp = stampOf(m_path);
    if (stamp == m_stamp)
        return m_tokens;
    m_stamp = std::move(stamp);
    auto tokens = m_read();
    m_isReadable = tokens.has_value();
    if (!tokens)
        logError(logApp, QStringLiteral("no access with tokens"), {{"error", tokens.error().message}});
    m_tokens = std::move(tokens).value_or(AccessTokens());
    return m_tokens;
}

} // namespace Gemmary

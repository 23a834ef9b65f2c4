// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/hostcheck.h"

#include <QRegularExpression>
#include <QSysInfo>

namespace Gemmary {

namespace {

// "name:port" or "[address]:port" → name or address in lower case; empty: it is no host.
QString nameIn(const QByteArray &host)
{
    static const QRegularExpression form(
        QStringLiteral(R"(\A(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+))(?::[0-9]{1,5})?\z)"));
    const auto match = form.match(QString::fromLatin1(host).toLower());
    QString name = match.captured(1) + match.captured(2);
    if (name.endsWith(QLatin1Char('.'))) // the root's, which may be said
        name.chop(1);
    return name;
}

} // namespace

HostCheck::HostCheck(const QHostAddress &address, const QStringList &allowed)
    : m_isLoopback(address.isLoopback())
    , m_names{QStringLiteral("localhost")}
{
    for (const QString &name : allowed)
        m_names.append(name.toLower());
    if (!m_isLoopback)
        m_names.append(QSysInfo::machineHostName().toLower());
}

bool HostCheck::isOurs(const QByteArray &host) const
{
    const QString name = nameIn(host);
    if (name.isEmpty())
        return false;
    if (m_names.contains(name))
        return true;
    const QHostAddress address(name); // which nobody can lead elsewhere
    return !address.isNull() && (!m_isLoopback || address.isLoopback());
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/pathmap.h"

#include <QFile>
#include <QStringList>

namespace Gemmary {

namespace {

using Pair = std::pair<QByteArray, QByteArray>;

QByteArray prefixFrom(const QString &text)
{
    QByteArray prefix = QFile::encodeName(text.trimmed());
    while (prefix.endsWith('/'))
        prefix.chop(1);
    return prefix;
}

bool isWithin(const QByteArray &path, const QByteArray &prefix)
{
    return path.startsWith(prefix) && (path.size() == prefix.size() || path.at(prefix.size()) == '/');
}

QByteArray mapped(const QByteArray &path, const std::vector<Pair> &pairs, QByteArray Pair::*from,
                  QByteArray Pair::*to)
{
    const Pair *best = nullptr;
    for (const Pair &pair : pairs) {
        if (isWithin(path, pair.*from) && (!best || (pair.*from).size() > (best->*from).size()))
            best = &pair;
    }
    if (!best)
        return path;
    const QByteArray result = best->*to + path.sliced((best->*from).size());
    return result.isEmpty() ? QByteArray("/") : result;
}

} // namespace

PathMap::PathMap(const QString &pairs)
{
    for (const QString &pair : pairs.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QStringList sides = pair.split(QLatin1Char('='));
        if (sides.size() == 2)
            m_pairs.emplace_back(prefixFrom(sides.first()), prefixFrom(sides.last()));
    }
}

QByteArray PathMap::here(const QByteArray &stored) const
{
    return mapped(stored, m_pairs, &Pair::first, &Pair::second);
}

QByteArray PathMap::stored(const QByteArray &here) const
{
    return mapped(here, m_pairs, &Pair::second, &Pair::first);
}

} // namespace Gemmary

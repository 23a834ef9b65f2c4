// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace Gemmary {

// Where folders that several machines share are on this one: paths as the store has them, and as they are
// here. The longest prefix wins; prefixes are whole components. A path that no prefix fits is the same in
// both.
class PathMap
{
public:
    PathMap() = default;

    // "/mnt/share=/srv/docs;/a=/b": prefix in the store = prefix here.
    explicit PathMap(const QString &pairs);

    [[nodiscard]] QByteArray here(const QByteArray &stored) const;
    [[nodiscard]] QByteArray stored(const QByteArray &here) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_pairs; // in the store, here; without a slash at the end
};

} // namespace Gemmary

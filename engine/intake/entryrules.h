// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"
#include "domain/processsettings.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Gemmary {

// Decides by its name alone whether a folder's entry is passed over.
class EntryRules
{
public:
    explicit EntryRules(const ProcessSettings &settings);

    // Why the entry is passed over; nullopt: it is looked at. `relativePath` is below the input, `name` its
    // last part.
    [[nodiscard]] std::optional<Reason> skipReason(const QByteArray &name,
                                                   const QByteArray &relativePath) const;

private:
    [[nodiscard]] bool isExcluded(const QByteArray &name, const QByteArray &relativePath) const;

    bool m_readHidden;
    QList<QByteArray> m_exclude;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <numeric>

namespace Gemmary {

Connection::Answer Connection::change(const char *name, const std::vector<QVariantList> &rows)
{
    std::vector<Statement> statements;
    statements.reserve(rows.size());
    for (const QVariantList &values : rows)
        statements.push_back({name, values});
    return run(statements, Ending::GoOn).map([](const std::vector<qint64> &changed) {
        return std::accumulate(changed.begin(), changed.end(), qint64(0));
    });
}

} // namespace Gemmary

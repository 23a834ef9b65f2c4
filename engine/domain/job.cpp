// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/job.h"

namespace Gemmary {

qint64 nodesAtLevel(qint64 leaves, int fanIn, int level)
{
    qint64 nodes = leaves;
    for (int i = 0; i < level; ++i) {
        if (nodes <= 1)
            return 0;
        nodes = (nodes + fanIn - 1) / fanIn;
    }
    return nodes;
}

int rootLevel(qint64 leaves, int fanIn)
{
    if (leaves <= 0)
        return -1;
    int level = 0;
    while (nodesAtLevel(leaves, fanIn, level) > 1)
        ++level;
    return level;
}

} // namespace Gemmary

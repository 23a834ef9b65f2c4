// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/summarizersource.h"

#include <QTimer>

namespace Gemmary {

// Follows what was sent to the provider of the choice: other machines send, too. GUI thread.
class QuotaWatch : public QObject
{
    Q_OBJECT

public:
    // The source outlives it.
    explicit QuotaWatch(SummarizerSource &source, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<QuotaUse> &use() const { return m_use; } // as last heard

Q_SIGNALS:
    void changed();

private:
    void ask();

    SummarizerSource &m_source;
    QTimer m_again;
    std::optional<QuotaUse> m_use;
};

} // namespace Gemmary

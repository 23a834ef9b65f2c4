// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Gemmary {

// The REST listener at work, as long as it lives. Of the thread that started it.
class Serving : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual QString url() const = 0;

    // Takes no more requests in and gives the answers in hand; closed() within seconds, whatever they do.
    virtual void close() = 0;

Q_SIGNALS:
    void closed();
};

} // namespace Gemmary

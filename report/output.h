// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Gemmary {

// UTF-8 text on its way to a device that outlives it, in blocks. The first error stays and drops what
// follows; end() tells it.
class Output
{
public:
    explicit Output(QIODevice &device);

    void text(QStringView text);
    void bytes(const QByteArray &bytes);
    [[nodiscard]] Result<void> end();

private:
    void flush();

    QIODevice &m_device;
    QByteArray m_buffer;
    QString m_error;
};

} // namespace Gemmary

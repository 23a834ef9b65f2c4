// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/output.h"

#include <QIODevice>

namespace Gemmary {

namespace {

constexpr qsizetype Block = 64 * 1024;

} // namespace

Output::Output(QIODevice &device)
    : m_device(device)
{}

void Output::text(QStringView text)
{
    bytes(text.toUtf8());
}

void Output::bytes(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= Block)
        flush();
}

Result<void> Output::end()
{
    flush();
    if (m_error.isEmpty())
        return {};
    return failure(ErrorKind::Storage,
                   QStringLiteral("The report could not be written. Check that there is room on the disk."),
                   m_error);
}

void Output::flush()
{
    if (m_error.isEmpty() && m_device.write(m_buffer) != m_buffer.size())
        m_error = m_device.errorString();
    m_buffer.clear();
}

} // namespace Gemmary

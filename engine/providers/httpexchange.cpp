// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httpexchange.h"

namespace Gemmary {

void HttpExchange::deliver(int status, const QByteArray &retryAfter, const QByteArray &bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_piece.status = status;
    m_piece.retryAfter = retryAfter;
    m_piece.bytes.append(bytes);
    m_changed.notify_one();
}

void HttpExchange::finish(std::optional<ProviderTrouble> trouble)
{
    const std::scoped_lock lock(m_mutex);
    m_piece.isLast = true;
    m_piece.trouble = std::move(trouble);
    m_changed.notify_one();
}

HttpExchange::Piece HttpExchange::next(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_piece.isLast || !m_piece.bytes.isEmpty(); });
    Piece piece = m_piece;
    m_piece.bytes.clear();
    return piece;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/textspool.h"

#include "base/utf8.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t InMemory = 1024 * 1024; // bytes

// The largest size up to `bytes` at which `utf8` may be cut.
std::size_t cutWithin(std::string_view utf8, std::size_t bytes)
{
    std::size_t cut = std::min(bytes, utf8.size());
    while (cut > 0 && cut < utf8.size() && isUtf8Continuation(utf8[cut]))
        --cut;
    return cut;
}

} // namespace

void TextSpool::text(std::string_view utf8)
{
    m_tokens.add(utf8);
    m_size += static_cast<qint64>(utf8.size());
    if (!m_rest) {
        const std::size_t room = cutWithin(utf8, InMemory - m_beginning.size());
        m_beginning.append(utf8.substr(0, room));
        utf8.remove_prefix(room);
    }
    if (!utf8.empty())
        write(utf8);
}

void TextSpool::write(std::string_view utf8)
{
    if (!m_trouble.isEmpty())
        return;
    if (!m_rest) {
        m_rest = std::make_unique<QTemporaryFile>();
        if (!m_rest->open()) {
            m_trouble = m_rest->errorString();
            return;
        }
    }
    if (m_rest->write(utf8.data(), static_cast<qint64>(utf8.size())) != static_cast<qint64>(utf8.size()))
        m_trouble = m_rest->errorString();
}

Result<void> TextSpool::rewind()
{
    m_position = 0;
    if (m_trouble.isEmpty() && m_rest && (!m_rest->flush() || !m_rest->seek(0)))
        m_trouble = m_rest->errorString();
    if (!m_trouble.isEmpty())
        return failure(ErrorKind::Storage, QStringLiteral("There is no room for a temporary file."),
                       m_trouble);
    return {};
}

Result<std::string> TextSpool::read(std::size_t bytes)
{
    if (m_position < m_beginning.size()) {
        const std::string_view left = std::string_view(m_beginning).substr(m_position);
        const std::size_t cut = cutWithin(left, bytes);
        m_position += cut;
        return std::string(left.substr(0, cut));
    }
    if (!m_rest)
        return std::string();
    std::string text(bytes, '\0');
    const qint64 count = m_rest->read(text.data(), static_cast<qint64>(bytes));
    if (count < 0)
        return failure(ErrorKind::Storage, QStringLiteral("A temporary file cannot be read."),
                       m_rest->errorString());
    text.resize(static_cast<std::size_t>(count));
    // A code point that was cut is read to its end.
    char next = 0;
    while (m_rest->peek(&next, 1) == 1 && isUtf8Continuation(next)) {
        m_rest->skip(1);
        text += next;
    }
    return text;
}

} // namespace Gemmary

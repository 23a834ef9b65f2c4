// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gemmary {

// A member of a JSON object, made without a tree: large texts are in memory once.

// "key":"…" of UTF-8.
[[nodiscard]] QByteArray jsonMember(const char *key, const QByteArray &utf8);

// "content":"…" of what is UTF-8; "content_base64":"…" of all other bytes.
[[nodiscard]] QByteArray contentMember(const QByteArray &bytes);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <span>
#include <string_view>

namespace Gemmary {

// Several small documents in one request: a provider that allows fifteen requests a minute then does a
// thousand files in eight minutes instead of an hour. The price: what one document holds could bear on the
// summary of another, so one that looks as if it spoke to a model goes alone, and an answer is believed only
// file by file.

inline constexpr qint64 SmallDocument = 1'500; // tokens; larger ones go alone
inline constexpr qint64 PackTokens = 12'000;

// Whether no further document of any small size may join those with so many tokens each.
[[nodiscard]] bool isPackFull(std::span<const qint64> tokens);

// Whether a document may share a request.
[[nodiscard]] bool mayShareRequest(std::string_view text);

// The schema of the answer for these ids, for models that keep to one.
[[nodiscard]] QJsonObject packSchema(const QStringList &ids);

// The summaries of an answer, by id: plain, not empty, of a known id that is there once, and unlike all
// others. What is missing here must be asked for alone.
[[nodiscard]] std::map<QString, QString> packedSummaries(const QString &answer, const QStringList &ids);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"
#include "ports/tablestream.h"

#include <QList>

#include <algorithm>

namespace Gemmary {

// "the" and "of" in English, "la" in Spanish.
class FakeStopWords : public StopWords
{
public:
    QStringList languages() const override { return {QStringLiteral("en"), QStringLiteral("es")}; }
    bool contains(QStringView language, std::string_view term) const override
    {
        if (language == QLatin1StringView("en"))
            return term == "the" || term == "of";
        return language == QLatin1StringView("es") && term == "la";
    }
};

// English where "the" occurs, Spanish where "la" does, else unknown.
class FakeLanguageDetector : public LanguageDetector
{
public:
    QString detect(std::span<const TermCount> terms) const override
    {
        const auto holds = [&](const char *word) {
            return std::any_of(terms.begin(), terms.end(),
                               [&](const TermCount &term) { return term.term == word; });
        };
        if (holds("the"))
            return QStringLiteral("en");
        return holds("la") ? QStringLiteral("es") : QString();
    }
};

// Keeps chunks in memory; fails after `room` of them.
class ChunkList : public ChunkSink
{
public:
    Result<void> put(const QByteArray &chunk) override
    {
        if (chunks.size() >= room)
            return failure(ErrorKind::Storage, QStringLiteral("No room."));
        chunks.append(chunk);
        return {};
    }

    QList<QByteArray> chunks;
    qsizetype room = 1'000'000;
};

// Gives them back.
class ChunkListSource : public ChunkSource
{
public:
    explicit ChunkListSource(QList<QByteArray> chunks)
        : m_chunks(std::move(chunks))
    {}
    Result<std::optional<QByteArray>> next() override
    {
        if (m_chunks.isEmpty())
            return std::nullopt;
        return m_chunks.takeFirst();
    }

private:
    QList<QByteArray> m_chunks;
};

} // namespace Gemmary

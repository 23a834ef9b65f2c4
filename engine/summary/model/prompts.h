// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"
#include "ports/textmodel.h"

#include <span>
#include <string_view>

namespace Gemmary {

// What a model is asked for.
enum class PromptKind {
    Document, // a summary of a text that fits
    Part,     // of one part of a longer text
    Merge,    // of some parts' summaries, on the way to the whole
    Whole,    // of a document, from summaries of its parts
    Files     // of a set of files, from their summaries
};

// One of several documents in a request.
struct PackedText
{
    QString id;
    std::string_view text;
    QString language; // of its summary
};

// Writes the requests that a process's settings ask for. Constant; the texts are for models and in English,
// which all of them follow best. The task stands first and again in the last line, whose place counts most;
// what it is done to stands fenced between, named as data.
class Prompts
{
public:
    explicit Prompts(const ProcessSettings &settings);

    // `language`: ISO 639-1 of the answer, empty: that of the text. `insist`: an answer came in another one.
    [[nodiscard]] ModelRequest request(PromptKind kind, std::string_view data, const QString &language,
                                       bool insist = false) const;

    // A request for a summary of each, by itself; the answer is JSON that has them by id.
    [[nodiscard]] ModelRequest packedRequest(std::span<const PackedText> texts) const;

    // The longest answer, in tokens.
    [[nodiscard]] int outputTokens(PromptKind kind) const;

    // Estimated tokens of the longest request without data.
    [[nodiscard]] qint64 overhead() const;

    // Changes whenever any text does that a model is sent, the user's own included.
    [[nodiscard]] QString version() const;

private:
    [[nodiscard]] QString task(PromptKind kind) const;
    [[nodiscard]] QString instructions(PromptKind kind, const QString &language, const QString &code) const;
    [[nodiscard]] QString packedInstructions(const QString &code) const;
    [[nodiscard]] QString form(PromptKind kind) const;
    [[nodiscard]] QString lastLine(PromptKind kind, const QString &language) const;
    [[nodiscard]] int words(PromptKind kind) const;

    int m_words;
    int m_tokens;
    bool m_bullets;
    QString m_ownPrompt;
};

} // namespace Gemmary

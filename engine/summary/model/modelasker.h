// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"
#include "ports/languages.h"
#include "ports/summarycache.h"
#include "ports/textmodel.h"
#include "summary/model/prompts.h"
#include "summary/model/tokenestimate.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Gemmary {

// What a summariser needs of the world around a model. `cache` may be null and outlives it.
struct ModelParts
{
    std::shared_ptr<TextModel> model;
    std::shared_ptr<TokenCorrection> correction; // shared by all that ask the same model
    SummaryCache *cache = nullptr;
};

// Asks a model one thing at a time and answers only with what may be shown or summed up further: plain text
// that is not empty, kept answers before new ones.
//
// What the model does wrong is tried once more: nonsense, another language than asked for, an answer cut off
// at its longest (then with twice the room). After that, nonsense is a problem, the rest is accepted. A
// refusal is a problem at once. Errors are the model's, but never BadReply.
class ModelAsker
{
public:
    // `detector` outlives it.
    ModelAsker(const ProcessSettings &settings, ModelParts parts, const LanguageDetector &detector);

    // Asks for the model's limits, once. InvalidInput: it takes too little text to work with.
    [[nodiscard]] Result<void> prepare(const CancelToken &cancel);

    // Estimated tokens of data that one request holds; after prepare().
    [[nodiscard]] qint64 window() const { return m_window; }

    // `language`: ISO 639-1 of the answer; empty: of the data.
    [[nodiscard]] Result<Outcome<ModelAnswer>> ask(PromptKind kind, std::string_view data,
                                                   const QString &language, const CancelToken &cancel);

    // Asks about several documents in one request; answers for those that came out well, the others must be
    // asked about alone. One try. Errors are the job's only.
    [[nodiscard]] Result<std::vector<std::optional<ModelAnswer>>>
    askTogether(std::span<const PackedText> texts, const CancelToken &cancel);

    // Whether asking for a document's summary would answer without the model.
    [[nodiscard]] bool knows(std::string_view document, const QString &language) const;

    [[nodiscard]] const QString &version() const { return m_version; }

private:
    struct Question
    {
        PromptKind kind;
        std::string_view data;
        const QString &language;
    };

    [[nodiscard]] QByteArray keyOf(const Question &question) const;
    [[nodiscard]] Result<Outcome<ModelAnswer>> newAnswer(const Question &question, const CancelToken &cancel);
    [[nodiscard]] Result<Outcome<ModelAnswer>> usable(const Question &question, bool insist,
                                                      const CancelToken &cancel);
    [[nodiscard]] Result<ModelAnswer> longer(const ModelRequest &request, ModelAnswer first,
                                             const CancelToken &cancel);
    [[nodiscard]] Result<ModelAnswer> send(const ModelRequest &request, const CancelToken &cancel);
    [[nodiscard]] bool isInOtherLanguage(const QString &text, const QString &wanted) const;
    [[nodiscard]] int outputTokens(PromptKind kind) const;

    Prompts m_prompts;
    ModelParts m_parts;
    const LanguageDetector &m_detector;
    QString m_provider;
    QString m_model;
    QString m_version;
    ModelLimits m_limits;
    qint64 m_window = 0;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/model/modelsummarizer.h"
#include "support/languagefakes.h"
#include "support/scriptedmodel.h"

namespace Gemmary::Test {

// A summariser over a scripted model; each call of the functions below makes a new one, as each job does.
struct ModelFixture
{
    explicit ModelFixture(ScriptedModel::Rule rule = {})
        : model(std::make_shared<ScriptedModel>(std::move(rule)))
    {
        settings.summarizer = QStringLiteral("ollama");
        settings.model = QStringLiteral("gemma3:4b");
    }

    [[nodiscard]] std::unique_ptr<Summarizer> newSummarizer()
    {
        return std::make_unique<ModelSummarizer>(
            settings, ModelParts{model, std::make_shared<TokenCorrection>(), cache}, detector,
            std::make_unique<FakeSentenceSplitter>());
    }

    // What comes of one document, which waits for no other.
    [[nodiscard]] static Result<Outcome<std::optional<Summary>>>
    give(Summarizer &summarizer, std::string_view text, qint64 number = 0, const CancelToken &cancel = {})
    {
        TextSink &sink =
            summarizer.beginDocument({number, QStringLiteral("file%1.txt").arg(number), QString()});
        constexpr std::size_t Block = 64 * 1024;
        for (; text.size() > Block; text.remove_prefix(Block))
            sink.text(text.substr(0, Block));
        sink.text(text);
        auto ended = summarizer.endDocument(cancel);
        if (ended && ended->empty())
            ended = summarizer.settle(cancel);
        if (!ended)
            return failure(std::move(ended).error());
        if (ended->front().problem)
            return Outcome<std::optional<Summary>>(tl::unexpected(*ended->front().problem));
        return Outcome<std::optional<Summary>>(ended->front().summary);
    }

    [[nodiscard]] Result<Outcome<std::optional<Summary>>> summarise(std::string_view text)
    {
        return give(*newSummarizer(), text);
    }

    FakeLanguageDetector detector;
    std::shared_ptr<ScriptedModel> model;
    SummaryCache *cache = nullptr;
    ProcessSettings settings;
};

// `count` English sentences with the marks id1 …, twelve to a paragraph.
inline std::string markedText(int count)
{
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += "The keeper of the light at the harbour wrote down number id" + std::to_string(i) +
                " in the book that they have had there for years" + (i % 12 == 0 ? ".\n\n" : ". ");
    return text;
}

} // namespace Gemmary::Test

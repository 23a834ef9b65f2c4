// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/modeldocument.h"

#include "summary/model/answertext.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 LeastPart = 64; // tokens; a model that calls this too long will call anything so
constexpr MergeKind Merging{PromptKind::Merge, PromptKind::Whole, 10};

using DocumentOutcome = Outcome<std::optional<Summary>>;

bool isBlank(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

Summary summaryOf(const QString &text, const AnswerTally &tally)
{
    Summary summary;
    summary.text = text;
    summary.model = tally.model;
    summary.coverage = 1.0;
    summary.partial = tally.cutOff;
    summary.inputTokens = tally.inputTokens;
    summary.outputTokens = tally.outputTokens;
    return summary;
}

} // namespace

std::optional<Summary> summaryOf(const ModelAnswer &answer)
{
    if (saysNoContent(answer.text))
        return std::nullopt;
    AnswerTally tally;
    tally.count(answer);
    return summaryOf(answer.text, tally);
}

ModelDocument::ModelDocument(ModelAsker &asker, SentenceSplitter &splitter, QString language, QString wanted,
                             const CancelToken &cancel)
    : m_asker(asker)
    , m_splitter(splitter)
    , m_language(std::move(language))
    , m_wanted(std::move(wanted))
    , m_cancel(cancel)
    , m_merger(asker, Merging, m_wanted, cancel)
{}

Result<DocumentOutcome> ModelDocument::summarise(TextSpool &text)
{
    const std::string &beginning = text.beginning();
    const bool isShort = text.size() == static_cast<qint64>(beginning.size());
    if (isShort && isBlank(beginning))
        return DocumentOutcome(std::nullopt);
    if (!isShort || text.tokens() > m_asker.window())
        return fromParts(text, std::min(m_asker.window(), PartTokens));
    auto answer = m_asker.ask(PromptKind::Document, beginning, m_wanted, m_cancel);
    if (!answer && answer.error().kind == ErrorKind::TooLong)
        return fromParts(text, std::min(text.tokens(), PartTokens) / 2);
    if (!answer)
        return failure(std::move(answer).error());
    if (!*answer)
        return DocumentOutcome(tl::unexpected((*answer).error()));
    return DocumentOutcome(summaryOf(**answer));
}

Result<DocumentOutcome> ModelDocument::fromParts(TextSpool &text, qint64 window)
{
    if (const auto ready = text.rewind(); !ready)
        return DocumentOutcome(problem(Reason::SummaryFailed, ready.error().message));
    GEMMARY_TRY(readParts([&text](std::size_t bytes) { return text.read(bytes); }, window));
    GEMMARY_ASSIGN(whole, m_merger.finish());
    const double lost = m_lost + m_merger.lost();
    const auto size = static_cast<double>(text.size());
    if (lost * 2 > size || (whole.isEmpty() && lost > 0))
        return DocumentOutcome(
            problem(Reason::SummaryFailed, m_trouble.isEmpty() ? m_merger.trouble() : m_trouble));
    if (whole.isEmpty())
        return DocumentOutcome(std::nullopt);
    Summary summary = summaryOf(whole, m_merger.tally());
    summary.partial = summary.partial || m_parts.cutOff || lost > 0;
    summary.coverage = 1.0 - lost / size;
    summary.inputTokens += m_parts.inputTokens;
    summary.outputTokens += m_parts.outputTokens;
    return DocumentOutcome(std::move(summary));
}

Result<void> ModelDocument::readParts(Chunker::Source source, qint64 window)
{
    Chunker chunker(std::move(source), m_splitter, m_language, window);
    for (;;) {
        GEMMARY_ASSIGN(part, chunker.next());
        if (!part)
            return {};
        GEMMARY_TRY(readPart(*part, window));
    }
}

Result<void> ModelDocument::readPart(const Chunk &part, qint64 window)
{
    const std::string_view own = part.own();
    if (isBlank(own))
        return {};
    if (m_cancel.isCancelled()) // kept answers come without asking anybody
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    auto answer = m_asker.ask(PromptKind::Part, part.text, m_wanted, m_cancel);
    if (!answer && answer.error().kind == ErrorKind::TooLong) {
        // Only this part is cut finer: the answers to the others hold.
        if (window / 2 >= LeastPart)
            return readParts(
                [left = std::string(own)](std::size_t) mutable {
                    return Result<std::string>(std::exchange(left, {}));
                },
                window / 2);
        lose(own.size(), answer.error().message);
        return {};
    }
    if (!answer)
        return failure(std::move(answer).error());
    if (!*answer) {
        lose(own.size(), (*answer).error().detail);
        return {};
    }
    m_parts.count(**answer);
    if (saysNoContent((*answer)->text))
        return {};
    return m_merger.add({(*answer)->text.toStdString(), static_cast<double>(own.size())});
}

void ModelDocument::lose(std::size_t bytes, const QString &why)
{
    m_lost += static_cast<double>(bytes);
    if (m_trouble.isEmpty())
        m_trouble = why;
}

} // namespace Gemmary

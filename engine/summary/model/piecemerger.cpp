// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/piecemerger.h"

#include "summary/model/answertext.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 MostTokens = 12'000; // in a group: of more summaries a model forgets those in the middle

// Numbered, so that the model does not take the end of one for the beginning of the next.
std::string joined(const std::vector<Piece> &group)
{
    std::string text;
    for (std::size_t i = 0; i < group.size(); ++i)
        text.append("(").append(std::to_string(i + 1)).append(") ").append(group[i].text).append("\n\n");
    return text;
}

double weightOf(const std::vector<Piece> &group)
{
    double weight = 0;
    for (const Piece &piece : group)
        weight += piece.weight;
    return weight;
}

} // namespace

void AnswerTally::count(const ModelAnswer &answer)
{
    model = answer.model;
    cutOff = cutOff || answer.end == AnswerEnd::CutOff;
    inputTokens += answer.inputTokens;
    outputTokens += answer.outputTokens;
}

PieceMerger::PieceMerger(ModelAsker &asker, const MergeKind &kind, QString language,
                         const CancelToken &cancel)
    : m_asker(asker)
    , m_kind(kind)
    , m_language(std::move(language))
    , m_cancel(cancel)
    , m_tree([this](const std::vector<Piece> &group, bool last) { return merge(group, last); }, kind.fanIn,
             std::min(asker.window(), MostTokens))
{}

Result<QString> PieceMerger::finish()
{
    GEMMARY_ASSIGN(whole, m_tree.finish());
    return whole ? QString::fromStdString(whole->text) : QString();
}

Result<std::optional<Piece>> PieceMerger::merge(const std::vector<Piece> &group, bool last)
{
    GEMMARY_ASSIGN(text, textOf(group, last ? m_kind.last : m_kind.between));
    if (text && !saysNoContent(*text))
        return Piece{text->toStdString(), weightOf(group)};
    if (!text) {
        m_lost += weightOf(group);
        if (m_trouble.isEmpty())
            m_trouble = text.error().detail;
    }
    return std::nullopt;
}

Result<Outcome<QString>> PieceMerger::textOf(const std::vector<Piece> &group, PromptKind kind)
{
    auto answer = m_asker.ask(kind, joined(group), m_language, m_cancel);
    if (!answer && answer.error().kind == ErrorKind::TooLong)
        return textOfHalves(group, kind);
    if (!answer)
        return failure(std::move(answer).error());
    if (!*answer)
        return Outcome<QString>(tl::unexpected((*answer).error()));
    m_tally.count(**answer);
    return Outcome<QString>((*answer)->text);
}

Result<Outcome<QString>> PieceMerger::textOfHalves(const std::vector<Piece> &group, PromptKind kind)
{
    if (group.size() <= 2)
        return Outcome<QString>(
            problem(Reason::SummaryFailed, QStringLiteral("Two summaries are too long for the model.")));
    const auto middle = group.begin() + static_cast<std::ptrdiff_t>(group.size() / 2);
    std::vector<Piece> halves;
    for (const std::vector<Piece> &half :
         {std::vector(group.begin(), middle), std::vector(middle, group.end())}) {
        if (half.size() == 1) {
            halves.push_back(half.front());
            continue;
        }
        GEMMARY_ASSIGN(text, textOf(half, m_kind.between));
        if (!text)
            return text;
        if (!saysNoContent(*text))
            halves.push_back({text->toStdString(), weightOf(half)});
    }
    return textOf(halves, kind);
}

} // namespace Gemmary

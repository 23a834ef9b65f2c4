// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/model/modelasker.h"
#include "summary/model/reducetree.h"

namespace Gemmary {

// What the answers behind a summary have been.
struct AnswerTally
{
    QString model; // of the last one
    bool cutOff = false;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;

    void count(const ModelAnswer &answer);
};

// How pieces are asked about.
struct MergeKind
{
    PromptKind between; // a group on the way
    PromptKind last;    // the whole
    std::size_t fanIn;
};

// Makes one text of pieces by asking a model about groups of them. A group that the model refuses or fails is
// lost and the rest goes on; one that is too long for it after all is halved.
class PieceMerger
{
public:
    // `asker`, prepared, and `cancel` outlive it.
    PieceMerger(ModelAsker &asker, const MergeKind &kind, QString language, const CancelToken &cancel);
    PieceMerger(const PieceMerger &) = delete;
    PieceMerger &operator=(const PieceMerger &) = delete;

    [[nodiscard]] Result<void> add(Piece piece) { return m_tree.add(std::move(piece)); }

    // The whole's text; empty when nothing is left of it.
    [[nodiscard]] Result<QString> finish();

    [[nodiscard]] const AnswerTally &tally() const { return m_tally; }
    [[nodiscard]] double lost() const { return m_lost; } // weight of the groups that gave nothing
    [[nodiscard]] const QString &trouble() const { return m_trouble; } // why the first one did

private:
    [[nodiscard]] Result<std::optional<Piece>> merge(const std::vector<Piece> &group, bool last);
    [[nodiscard]] Result<Outcome<QString>> textOf(const std::vector<Piece> &group, PromptKind kind);
    [[nodiscard]] Result<Outcome<QString>> textOfHalves(const std::vector<Piece> &group, PromptKind kind);

    ModelAsker &m_asker;
    MergeKind m_kind;
    QString m_language;
    const CancelToken &m_cancel;
    ReduceTree m_tree;
    AnswerTally m_tally;
    double m_lost = 0;
    QString m_trouble;
};

} // namespace Gemmary

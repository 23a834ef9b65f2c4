// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <mutex>
#include <string_view>

namespace Gemmary {

// How many tokens Gemma would make of a text, without its vocabulary: rules fitted to what the real tokenizer
// made of prose, code, tables and a dozen languages (0.84 … 1.44 of it). Text may come in pieces cut between
// code points; the sum does not depend on the cuts.
class TokenEstimate
{
public:
    void add(std::string_view utf8);

    // Adds the longest beginning of `utf8` that keeps tokens() within `limit`; answers its bytes.
    [[nodiscard]] std::size_t addWithin(std::string_view utf8, qint64 limit);

    [[nodiscard]] qint64 tokens() const; // rounded up

private:
    enum class Run { None, Blank, Newline, Latin, Letters, Mark };

    void addCodePoint(char32_t c);
    void addMark(char32_t c);
    void goOn(Run run);
    [[nodiscard]] double ofRun() const;

    double m_closed = 0; // tokens of all runs but the last
    Run m_run = Run::None;
    qint64 m_length = 0; // code points of the last run
    char32_t m_mark = 0; // of a run of marks, all alike
    bool m_accented = false;
    bool m_afterSmall = false;
};

[[nodiscard]] qint64 estimateTokens(std::string_view utf8);

// What one model's counts have shown about the estimate. Thread-safe: one is shared by all that ask the
// model.
class TokenCorrection
{
public:
    TokenCorrection();

    void observe(qint64 estimated, qint64 counted);

    // The likeliest count for an estimate.
    [[nodiscard]] qint64 expected(qint64 estimated) const;

    // The estimate that is safe to send where `room` tokens are free; never less than a quarter of it. It
    // moves in large steps and only downwards: text must be cut in the same places when a job is tried again,
    // or no answer that was kept fits.
    [[nodiscard]] qint64 safeEstimate(qint64 room) const;

private:
    mutable std::mutex m_mutex;
    double m_ratio = 1; // counted / estimated, moving average
    double m_divisor;   // of room
};

} // namespace Gemmary

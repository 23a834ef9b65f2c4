// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace Gemmary {

// Cuts runs of scripts that are written without spaces into words, by ICU's dictionaries. Not thread-safe.
class WordBreaker
{
public:
    // False when ICU's data is not there; cut() then takes every run as one word.
    [[nodiscard]] bool isUsable() const { return !m_failed; }

    // Calls `take(word)` for each word of `run`, in order. `run` must live through the call.
    template <typename Take>
    void cut(const icu::UnicodeString &run, Take take)
    {
        if (!open(run)) {
            take(run);
            return;
        }
        int32_t start = m_breaks->first();
        for (int32_t end = m_breaks->next(); end != icu::BreakIterator::DONE; end = m_breaks->next()) {
            take(run.tempSubStringBetween(start, end));
            start = end;
        }
    }

private:
    bool open(const icu::UnicodeString &run);

    std::unique_ptr<icu::BreakIterator> m_breaks; // made at the first run: loading it takes a while
    bool m_failed = false;
};

} // namespace Gemmary

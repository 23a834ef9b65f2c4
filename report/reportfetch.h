// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filters.h"
#include "report/reportcontent.h"

#include <QDateTime>

namespace Gemmary {

namespace ReportFetch {

constexpr int Page = 500;

// Results that are not there yet are no trouble: a report says so.
template <typename Answer>
Result<std::optional<Answer>> ifReady(Result<Answer> answer)
{
    if (answer)
        return std::optional<Answer>(std::move(*answer));
    if (answer.error().kind == ErrorKind::Conflict)
        return std::optional<Answer>();
    return failure(std::move(answer).error());
}

template <typename Desk>
DocumentPages pagesThrough(Desk &desk, const ProcessId &id)
{
    return [&desk, id](qint64 after) -> Result<std::vector<ReportDocument>> {
        DocumentFilter filter;
        filter.after = after;
        filter.limit = Page;
        GEMMARY_ASSIGN(rows, desk.ask([=](auto &engine) { return engine.documents(id, filter); }));
        if (rows.empty())
            return std::vector<ReportDocument>();
        // No document has more than one summary, so these reach as far as the rows.
        GEMMARY_ASSIGN(summaries, desk.ask([=](auto &engine) { return engine.summaries(id, after, Page); }));
        return joined(std::move(rows), summaries);
    };
}

} // namespace ReportFetch

// Asks for everything a report is made of, whatever the state of the process: what is not known yet is left
// out. `desk.ask(question)` puts the question to the engine and waits for its Result; the desk outlives the
// content, whose pages come through it.
template <typename Desk>
[[nodiscard]] Result<ReportContent> fetchReport(Desk &desk, const ProcessId &id, const ReportOptions &options)
{
    using ReportFetch::ifReady;
    ReportContent content;
    content.options = options;
    content.generatedMs = QDateTime::currentMSecsSinceEpoch();
    GEMMARY_ASSIGN(process, desk.ask([id](auto &engine) { return engine.snapshot(id); }));
    content.process = std::move(process);
    GEMMARY_ASSIGN(statistics, ifReady(desk.ask([id](auto &engine) { return engine.statistics(id); })));
    content.statistics = std::move(statistics);
    GEMMARY_ASSIGN(summary, ifReady(desk.ask([id](auto &engine) { return engine.summary(id); })));
    content.summary = std::move(summary);
    if (options.words != 0) {
        WordFilter filter;
        filter.limit = options.words;
        GEMMARY_ASSIGN(words, ifReady(desk.ask([=](auto &engine) { return engine.words(id, filter); })));
        if (words)
            content.words = std::move(words->words);
    }
    content.documents = ReportFetch::pagesThrough(desk, id);
    return content;
}

} // namespace Gemmary

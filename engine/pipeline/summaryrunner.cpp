// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/carefulreading.h"
#include "pipeline/jobsupport.h"
#include "pipeline/stepwatch.h"

#include <algorithm>
#include <iterator>

namespace Gemmary {

namespace {

class SummaryRunner : public JobRunner
{
public:
    explicit SummaryRunner(const JobContext &context)
        : m_context(context)
        , m_parts(context.parts)
    {}

    Result<JobResult> run(const ClaimedJob &job, const CancelToken &cancel) override
    {
        ProcessSettings settings = job.settings;
        if (job.keySentences)
            settings.summarizer = QStringLiteral("extractive");
        GEMMARY_ASSIGN(summarizer, m_parts.summarizers.create(settings, job.claim.key.process));
        return job.claim.key.level == 0 ? runLeaf(job, *summarizer, cancel)
                                        : runMerge(job, *summarizer, cancel);
    }

private:
    Result<JobResult> runLeaf(const ClaimedJob &job, Summarizer &summarizer, const CancelToken &cancel)
    {
        GEMMARY_ASSIGN(tasks, m_parts.store.documentsOf(job.claim.key));
        CarefulReading reading(m_parts, job);
        JobResult result;
        for (const DocumentTask &task : tasks) {
            if (cancel.isCancelled())
                return cancelled();
            GEMMARY_ASSIGN(admission, reading.admit(task, cancel));
            GEMMARY_ASSIGN(summaries, admission ? summarise(task, job, summarizer, cancel)
                                                : refused(task, admission.error()));
            add(summaries, result);
            GEMMARY_TRY(applyHooks(m_context.hooks, cancel));
        }
        if (cancel.isCancelled())
            return cancelled();
        GEMMARY_ASSIGN(rest, summarizer.settle(cancel));
        add(rest, result);
        const StepWatch watch(m_context, job.claim.key.process, Step::Combining);
        const qint64 missing = std::ranges::count_if(result.summaries, isMissing);
        GEMMARY_ASSIGN(set, summarizer.finish(missing, cancel));
        result.details = toJson(set);
        return result;
    }

    static Result<std::vector<DocumentSummary>> refused(const DocumentTask &task, const Problem &problem)
    {
        return std::vector{DocumentSummary{task.number, std::nullopt, problem}};
    }

    // A document without text is skipped, not missing.
    static bool isMissing(const DocumentSummary &summary)
    {
        return summary.problem && !isSkip(summary.problem->reason);
    }

    static void add(std::vector<DocumentSummary> &summaries, JobResult &result)
    {
        std::ranges::move(summaries, std::back_inserter(result.summaries));
    }

    Result<std::vector<DocumentSummary>> summarise(const DocumentTask &task, const ClaimedJob &job,
                                                   Summarizer &summarizer, const CancelToken &cancel)
    {
        TextSink &sink = summarizer.beginDocument({task.number, task.document.name, job.settings.language});
        DocumentWatch watch(m_context, job.claim.key.process, task.document.name, Step::Summarising, sink);
        const auto facts = readText(m_parts, task, watch, cancel);
        if (!facts) {
            summarizer.abandonDocument();
            return refused(task, facts.error());
        }
        watch.endReading();
        return summarizer.endDocument(cancel);
    }

    Result<JobResult> runMerge(const ClaimedJob &job, Summarizer &summarizer, const CancelToken &cancel)
    {
        const Children children = childrenOf(job);
        const StepWatch watch(m_context, job.claim.key.process, Step::Combining);
        GEMMARY_ASSIGN(details, m_parts.store.details(children.first, children.count));
        std::vector<SetSummary> sets;
        sets.reserve(details.size());
        for (const QJsonObject &child : details)
            sets.push_back(setSummaryFromJson(child));
        GEMMARY_ASSIGN(set, summarizer.combine(sets, cancel));
        JobResult result;
        result.details = toJson(set);
        return result;
    }

    JobContext m_context;
    const PipelineParts &m_parts;
};

} // namespace

std::unique_ptr<JobRunner> makeSummaryRunner(const JobContext &context)
{
    return std::make_unique<SummaryRunner>(context);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/jobsupport.h"
#include "pipeline/stepwatch.h"

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
        GEMMARY_ASSIGN(summarizer, m_parts.summarizers.create(job.settings));
        return job.claim.key.level == 0 ? runLeaf(job, *summarizer, cancel)
                                        : runMerge(job, *summarizer, cancel);
    }

private:
    Result<JobResult> runLeaf(const ClaimedJob &job, Summarizer &summarizer, const CancelToken &cancel)
    {
        GEMMARY_ASSIGN(tasks, m_parts.store.documentsOf(job.claim.key));
        JobResult result;
        qint64 missing = 0;
        for (const DocumentTask &task : tasks) {
            if (cancel.isCancelled())
                return cancelled();
            GEMMARY_ASSIGN(summary, summarise(task, job, summarizer, cancel));
            missing += summary.problem && !isSkip(summary.problem->reason) ? 1 : 0; // no text, nothing missed
            result.summaries.push_back(std::move(summary));
            GEMMARY_TRY(applyHooks(m_context.hooks, cancel));
        }
        if (cancel.isCancelled())
            return cancelled();
        const StepWatch watch(m_context, job.claim.key.process, Step::Combining);
        GEMMARY_ASSIGN(set, summarizer.finish(missing, cancel));
        result.details = toJson(set);
        return result;
    }

    Result<DocumentSummary> summarise(const DocumentTask &task, const ClaimedJob &job, Summarizer &summarizer,
                                      const CancelToken &cancel)
    {
        DocumentSummary summary;
        summary.number = task.number;
        TextSink &sink = summarizer.beginDocument({task.number, task.document.name, job.settings.language});
        DocumentWatch watch(m_context, job.claim.key.process, task.document.name, Step::Summarising, sink);
        const auto facts = readText(m_parts, task, watch, cancel);
        if (!facts) {
            summarizer.abandonDocument();
            summary.problem = facts.error();
            return summary;
        }
        watch.endReading();
        GEMMARY_ASSIGN(outcome, summarizer.endDocument(cancel));
        if (outcome)
            summary.summary = std::move(*outcome);
        else
            summary.problem = std::move(outcome).error();
        return summary;
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

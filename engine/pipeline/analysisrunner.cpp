// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/carefulreading.h"
#include "pipeline/jobsupport.h"
#include "pipeline/stepwatch.h"

#include <chrono>
#include <optional>

namespace Gemmary {

namespace {

class AnalysisRunner : public JobRunner
{
public:
    explicit AnalysisRunner(const JobContext &context)
        : m_context(context)
        , m_parts(context.parts)
    {}

    Result<JobResult> run(const ClaimedJob &job, const CancelToken &cancel) override
    {
        return job.claim.key.level == 0 ? runLeaf(job, cancel) : runMerge(job, cancel);
    }

private:
    Result<JobResult> runLeaf(const ClaimedJob &job, const CancelToken &cancel)
    {
        GEMMARY_ASSIGN(tasks, m_parts.store.documentsOf(job.claim.key));
        const auto analyzer = m_parts.analyzer.newBatch(job.settings);
        CarefulReading reading(m_parts, job);
        JobResult result;
        for (const DocumentTask &task : tasks) {
            if (cancel.isCancelled())
                return cancelled();
            GEMMARY_ASSIGN(admission, reading.admit(task, cancel));
            result.analyses.push_back(admission ? analyse(job.claim.key.process, task, *analyzer, cancel)
                                                : refused(task, admission.error()));
            GEMMARY_TRY(applyHooks(m_context.hooks, cancel));
        }
        if (cancel.isCancelled())
            return cancelled();
        const StepWatch watch(m_context, job.claim.key.process, Step::Saving);
        ClaimChunkSink table(m_parts.store, job.claim);
        GEMMARY_ASSIGN(statistics, analyzer->finish(table));
        result.details = toJson(statistics);
        result.chunks = table.count();
        return result;
    }

    static DocumentAnalysis refused(const DocumentTask &task, const Problem &problem)
    {
        DocumentAnalysis analysis;
        analysis.number = task.number;
        analysis.problem = problem;
        return analysis;
    }

    DocumentAnalysis analyse(const ProcessId &process, const DocumentTask &task, BatchAnalyzer &analyzer,
                             const CancelToken &cancel)
    {
        DocumentWatch watch(m_context, process, task.document.name, Step::Counting, analyzer.beginDocument());
        DocumentAnalysis analysis;
        analysis.number = task.number;
        auto facts = readText(m_parts, task, watch, cancel);
        if (facts) {
            watch.endReading();
            analysis.facts = std::move(*facts);
            analysis.statistics = analyzer.endDocument(analysis.facts.bytes);
        } else {
            analyzer.abandonDocument();
            analysis.problem = std::move(facts).error();
        }
        analysis.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(watch.spent()).count();
        return analysis;
    }

    Result<JobResult> runMerge(const ClaimedJob &job, const CancelToken &cancel)
    {
        const Children children = childrenOf(job);
        const StepWatch watch(m_context, job.claim.key.process, Step::Combining);
        GEMMARY_ASSIGN(details, m_parts.store.details(children.first, children.count));
        std::vector<AnalysedNode> nodes;
        for (qint64 i = 0; i < static_cast<qint64>(details.size()); ++i) {
            JobKey child = children.first;
            child.node += i;
            GEMMARY_ASSIGN(table, m_parts.store.chunks(child));
            nodes.push_back({setStatisticsFromJson(details[static_cast<std::size_t>(i)]), std::move(table)});
        }
        ClaimChunkSink table(m_parts.store, job.claim);
        GEMMARY_ASSIGN(statistics, m_parts.analyzer.merge(nodes, job.settings, table, cancel));
        JobResult result;
        result.details = toJson(statistics);
        result.chunks = table.count();
        return result;
    }

    JobContext m_context;
    const PipelineParts &m_parts;
};

} // namespace

std::unique_ptr<JobRunner> makeAnalysisRunner(const JobContext &context)
{
    return std::make_unique<AnalysisRunner>(context);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/jobsupport.h"

#include <chrono>
#include <optional>

namespace Gemmary {

namespace {

using SteadyClock = std::chrono::steady_clock;

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
        JobResult result;
        for (const DocumentTask &task : tasks) {
            if (cancel.isCancelled())
                return cancelled();
            m_context.activities.set({job.claim.key.process, Stage::Analyse, false, task.document.name});
            result.analyses.push_back(analyse(task, *analyzer, cancel));
            GEMMARY_TRY(applyHooks(m_context.hooks, cancel));
        }
        if (cancel.isCancelled())
            return cancelled();
        ClaimChunkSink table(m_parts.store, job.claim);
        GEMMARY_ASSIGN(statistics, analyzer->finish(table));
        result.details = toJson(statistics);
        result.chunks = table.count();
        return result;
    }

    DocumentAnalysis analyse(const DocumentTask &task, BatchAnalyzer &analyzer, const CancelToken &cancel)
    {
        const auto begin = SteadyClock::now();
        DocumentAnalysis analysis;
        analysis.number = task.number;
        auto facts = readText(m_parts, task, analyzer.beginDocument(), cancel);
        if (facts) {
            analysis.facts = std::move(*facts);
            analysis.statistics = analyzer.endDocument(analysis.facts.bytes);
        } else {
            analyzer.abandonDocument();
            analysis.problem = std::move(facts).error();
        }
        const auto spent = SteadyClock::now() - begin;
        analysis.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(spent).count();
        return analysis;
    }

    Result<JobResult> runMerge(const ClaimedJob &job, const CancelToken &cancel)
    {
        const Children children = childrenOf(job);
        m_context.activities.set({job.claim.key.process, Stage::Analyse, true, {}});
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

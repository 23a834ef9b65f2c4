// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/processdriver.h"

#include <QJsonArray>

#include <algorithm>

namespace Gemmary {

namespace {

QByteArray packed(const std::vector<qint64> &numbers)
{
    QByteArray bytes(" "); // never empty: a chunk holds something
    for (const qint64 number : numbers)
        bytes += QByteArray::number(number) + ' ';
    return bytes;
}

void unpack(const QByteArray &bytes, std::vector<qint64> &numbers)
{
    for (const QByteArray &number : bytes.simplified().split(' ')) {
        if (!number.isEmpty())
            numbers.push_back(number.toLongLong());
    }
}

} // namespace

NewProcess ProcessDriver::request(const Shape &shape)
{
    NewProcess process;
    process.name = QStringLiteral("a process");
    process.settings.batchSize = shape.batchSize;
    process.settings.fanIn = shape.fanIn;
    process.settings.leaseMs = 60'000;
    process.settings.maxDeliveries = 3;
    process.settings.summarizer = shape.summaries ? QStringLiteral("extractive") : QStringLiteral("none");
    return process;
}

PlanPage ProcessDriver::page(const PlanClaim &claim, int documents, int batchSize)
{
    PlanPage page;
    for (int i = 0; i < documents; ++i) {
        DocumentTask task;
        task.number = claim.documents + i;
        task.document.name = QStringLiteral("document %1").arg(task.number);
        task.document.locator = {Locator::Kind::File, "/somewhere/" + QByteArray::number(task.number)};
        task.document.bytes = 10 * (task.number + 1);
        if (i % batchSize == 0)
            page.leaves.push_back({claim.leaves + i / batchSize, {}});
        page.leaves.back().documentNumbers.push_back(task.number);
        page.documents.push_back(std::move(task));
    }
    page.cursor = "after " + QByteArray::number(claim.documents + documents);
    return page;
}

ProcessId ProcessDriver::plan(const Shape &shape)
{
    const ProcessId id = m_store.start(request(shape)).value();
    auto claim = m_store.claimPlan({id, m_instance}).value();
    while (claim->documents < shape.documents) {
        const int count = std::min(shape.batchSize, shape.documents - static_cast<int>(claim->documents));
        if (m_store.publishPage(*claim, page(*claim, count, shape.batchSize)) != ClaimOutcome::Won)
            return {};
    }
    return m_store.finishPlan(*claim) == ClaimOutcome::Won ? id : ProcessId();
}

std::optional<ClaimedJob> ProcessDriver::claim(const ProcessId &process)
{
    auto jobs = m_store.claim({process, m_instance, 1}).value();
    return jobs.empty() ? std::nullopt : std::optional(std::move(jobs.front()));
}

int ProcessDriver::workAll(const ProcessId &process)
{
    int done = 0;
    while (const auto job = claim(process)) {
        const auto result = work(*job);
        if (!result || m_store.complete(job->claim, *result) != ClaimOutcome::Won)
            return -1;
        ++done;
    }
    return done;
}

ProcessState ProcessDriver::finish(const ProcessId &process)
{
    for (;;) {
        const int done = workAll(process);
        const ProcessState state = m_store.sweep(process).value_or(ProcessState::Pending);
        if (isSettled(state) || done < 0)
            return state;
        const auto next = claim(process);
        if (!next)
            return state;
        if (!m_store.release(next->claim, std::chrono::milliseconds(0), {}))
            return state;
    }
}

qint64 ProcessDriver::missingIn(const JobKey &set)
{
    return m_store.details(set, 1).value().front().value(QLatin1String("missing")).toInteger();
}

std::vector<qint64> ProcessDriver::rootOf(Stage stage, const ProcessId &process)
{
    const auto snapshot = m_store.snapshot(process).value();
    const qint64 leaves = snapshot.analyse.leaves;
    const JobKey root{process, stage, rootLevel(leaves, snapshot.settings.fanIn), 0};
    auto numbers = read(root).value_or(std::vector<qint64>());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<JobResult> ProcessDriver::work(const ClaimedJob &job)
{
    return job.claim.key.level == 0 ? workLeaf(job) : workNode(job);
}

Result<JobResult> ProcessDriver::workLeaf(const ClaimedJob &job)
{
    GEMMARY_ASSIGN(tasks, m_store.documentsOf(job.claim.key));
    JobResult result;
    std::vector<qint64> numbers;
    for (const DocumentTask &task : tasks) {
        if (job.claim.key.stage == Stage::Analyse)
            analyse(task, result, numbers);
        else
            summarise(task, result, numbers);
    }
    GEMMARY_TRY(leave(job, numbers, result));
    const auto lacks = [](const DocumentSummary &summary) { return summary.problem.has_value(); };
    const qint64 missing = std::ranges::count_if(result.summaries, lacks);
    result.details.insert(QLatin1String("missing"), missing);
    return result;
}

void ProcessDriver::analyse(const DocumentTask &task, JobResult &result, std::vector<qint64> &numbers) const
{
    DocumentAnalysis analysis;
    analysis.number = task.number;
    if (unreadable.contains(task.number)) {
        analysis.problem = Problem{Reason::ReadError, QStringLiteral("pretended")};
    } else {
        analysis.facts.bytes = task.document.bytes;
        analysis.statistics.counts.bytes = task.document.bytes;
        analysis.statistics.counts.words = task.number + 1;
        numbers.push_back(task.number);
    }
    result.analyses.push_back(std::move(analysis));
}

void ProcessDriver::summarise(const DocumentTask &task, JobResult &result, std::vector<qint64> &numbers) const
{
    DocumentSummary summary;
    summary.number = task.number;
    if (unsummarisable.contains(task.number)) {
        summary.problem = Problem{Reason::SummaryFailed, QStringLiteral("pretended")};
    } else if (unreadable.contains(task.number)) {
        summary.problem = Problem{Reason::ReadError, QStringLiteral("pretended")};
    } else {
        summary.summary = Summary{};
        summary.summary->text = QStringLiteral("summary of %1").arg(task.number);
        numbers.push_back(task.number);
    }
    result.summaries.push_back(std::move(summary));
}

Result<JobResult> ProcessDriver::workNode(const ClaimedJob &job)
{
    const JobKey &key = job.claim.key;
    const int fanIn = job.settings.fanIn;
    const JobKey first{key.process, key.stage, key.level - 1, key.node * fanIn};
    GEMMARY_ASSIGN(details, m_store.details(first, fanIn));
    std::vector<qint64> numbers;
    qint64 missing = 0;
    for (qint64 i = 0; i < std::ssize(details); ++i) {
        missing += details[static_cast<std::size_t>(i)].value(QLatin1String("missing")).toInteger();
        JobKey child = first;
        child.node += i;
        GEMMARY_ASSIGN(below, read(child));
        numbers.insert(numbers.end(), below.begin(), below.end());
    }
    JobResult result;
    GEMMARY_TRY(leave(job, numbers, result));
    result.details.insert(QLatin1String("missing"), missing);
    return result;
}

// Analyse results go to chunks, two to a node; summarise results to the details.
Result<void> ProcessDriver::leave(const ClaimedJob &job, const std::vector<qint64> &numbers,
                                  JobResult &result)
{
    if (job.claim.key.stage == Stage::Summarise) {
        result.details = {{QStringLiteral("numbers"), QString::fromLatin1(packed(numbers))}};
        return {};
    }
    const auto middle = numbers.begin() + std::ssize(numbers) / 2;
    GEMMARY_TRY(m_store.putChunk(job.claim, 0, packed({numbers.begin(), middle})));
    GEMMARY_TRY(m_store.putChunk(job.claim, 1, packed({middle, numbers.end()})));
    result.chunks = 2;
    return {};
}

Result<std::vector<qint64>> ProcessDriver::read(const JobKey &node)
{
    std::vector<qint64> numbers;
    if (node.stage == Stage::Summarise) {
        GEMMARY_ASSIGN(details, m_store.details(node, 1));
        for (const QJsonObject &object : details)
            unpack(object.value(QLatin1String("numbers")).toString().toLatin1(), numbers);
        return numbers;
    }
    GEMMARY_ASSIGN(chunks, m_store.chunks(node));
    for (;;) {
        GEMMARY_ASSIGN(chunk, chunks->next());
        if (!chunk)
            return numbers;
        unpack(*chunk, numbers);
    }
}

} // namespace Gemmary

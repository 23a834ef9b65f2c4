// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentquestions.h"
#include "pipeline/pagebuilder.h"

#include <random>

namespace Gemmary {

namespace {

constexpr std::size_t SampledDocuments = 16;
constexpr std::size_t SampleBytes = std::size_t(64) * 1024; // of each

// Takes the beginning of a text and then asks for no more.
class SampleSink : public TextSink
{
public:
    explicit SampleSink(std::string &sample)
        : m_sample(sample)
        , m_begin(sample.size())
    {}

    void text(std::string_view utf8) override
    {
        m_sample.append(utf8);
        if (size() >= SampleBytes)
            m_enough.cancel();
    }

    [[nodiscard]] std::size_t size() const { return m_sample.size() - m_begin; }
    [[nodiscard]] CancelToken enough() const { return m_enough.token(); }
    void forget() { m_sample.resize(m_begin); }

private:
    std::string &m_sample;
    std::size_t m_begin;
    CancelSource m_enough;
};

// What cannot be read says nothing about the others.
void addSample(const PipelineParts &parts, const Locator &locator, DocumentsAhead &ahead)
{
    auto content = parts.content.open(locator);
    if (!content)
        return;
    SampleSink sink(ahead.sample);
    const auto facts = parts.extractor.extract(**content, sink, sink.enough());
    if (sink.enough().isCancelled())
        ahead.sampleBytes += static_cast<qint64>(sink.size()); // of text: nobody says how far it was read
    else if (facts)
        ahead.sampleBytes += (*content)->bytes();
    else
        sink.forget();
}

// Takes the batches as the planner would, and some of the documents, each with the same chance.
class Walk
{
public:
    explicit Walk(const PlanClaim &claim)
        : m_builder(claim)
    {}

    void add(const FoundDocument &found)
    {
        const PlannedDocument &document = found.document;
        m_builder.add({m_number++, document, false}, found.cursor);
        m_bytes.push_back(document.problem ? 0 : document.bytes);
        if (!document.problem)
            choose(document.locator);
        take(m_builder.takeFullLeaves());
    }

    DocumentsAhead finish(const PipelineParts &parts, const CancelToken &closing)
    {
        take(m_builder.takeAll());
        for (const Locator &locator : m_chosen) {
            if (!closing.isCancelled())
                addSample(parts, locator, m_ahead);
        }
        return std::move(m_ahead);
    }

private:
    void choose(const Locator &locator)
    {
        ++m_readable;
        if (m_chosen.size() < SampledDocuments) {
            m_chosen.push_back(locator);
            return;
        }
        const auto place = std::uniform_int_distribution<std::size_t>(0, m_readable - 1)(m_random);
        if (place < m_chosen.size())
            m_chosen[place] = locator;
    }

    void take(const PlanPage &page)
    {
        for (const PlanPage::Leaf &leaf : page.leaves) {
            std::vector<qint64> &batch = m_ahead.batches.emplace_back();
            for (const qint64 number : leaf.documentNumbers)
                batch.push_back(m_bytes[static_cast<std::size_t>(number)]);
        }
    }

    PageBuilder m_builder;
    DocumentsAhead m_ahead;
    std::vector<qint64> m_bytes; // by number
    std::vector<Locator> m_chosen;
    std::size_t m_readable = 0;
    qint64 m_number = 0;
    std::mt19937 m_random{1}; // the same folder, the same estimate
};

} // namespace

Result<WorkEstimate> estimateWork(const PipelineParts &parts, const NewProcess &process,
                                  const CancelToken &closing)
{
    PlanClaim claim;
    claim.request = process;
    Walk walk(claim);
    const auto scan = parts.scanner.scan(process.inputs, process.inputNames, process.settings, {}, closing);
    while (const auto found = scan->next())
        walk.add(*found);
    const DocumentsAhead ahead = walk.finish(parts, closing);
    if (closing.isCancelled())
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    WorkEstimate estimate;
    for (const auto &batch : ahead.batches) {
        estimate.documents += std::ssize(batch);
        for (const qint64 bytes : batch)
            estimate.bytes += bytes;
    }
    const CallForecast calls = parts.summarizers.forecast(process.settings, ahead, closing);
    estimate.requests = calls.requests;
    estimate.inputTokens = calls.inputTokens;
    estimate.limits = calls.limits;
    return estimate;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summaryfeed.h"

#include "engine.h"
#include "widgets/answer.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int ChunkSize = 200;

bool matches(const SummaryContent &content, const QString &search)
{
    if (search.isEmpty() || content.title.contains(search, Qt::CaseInsensitive))
        return true;
    return std::any_of(content.sentences.begin(), content.sentences.end(),
                       [&search](const CardSentence &sentence) {
                           return sentence.text.contains(search, Qt::CaseInsensitive);
                       });
}

} // namespace

SummaryFeed::SummaryFeed(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{}

void SummaryFeed::ask(const ProcessId &process, qint64 after, const QString &search, int wanted)
{
    forget();
    m_isReading = true;
    m_process = process;
    m_after = after;
    m_search = search;
    m_wanted = static_cast<std::size_t>(wanted);
    readSummaries();
}

void SummaryFeed::forget()
{
    ++m_question;
    m_isReading = false;
    m_page.clear();
    m_chunk.clear();
}

void SummaryFeed::readSummaries()
{
    whenAnswered(m_engine.summaries(*m_process, m_after, ChunkSize), this,
                 [this, question = m_question](const Result<std::vector<DocumentSummary>> &summaries) {
                     if (question == m_question)
                         onSummaries(summaries);
                 });
}

void SummaryFeed::onSummaries(const Result<std::vector<DocumentSummary>> &summaries)
{
    if (!summaries) {
        fail(summaries.error());
        return;
    }
    if (summaries->empty()) {
        finish(false);
        return;
    }
    m_chunk = *summaries;
    m_names.clear();
    m_after = m_chunk.back().number;
    m_namesAfter = m_chunk.front().number - 1;
    readNames();
}

void SummaryFeed::readNames()
{
    whenAnswered(m_engine.documentLines(*m_process, m_namesAfter, ChunkSize), this,
                 [this, question = m_question](const Result<std::vector<DocumentLine>> &lines) {
                     if (question == m_question)
                         onNames(lines);
                 });
}

void SummaryFeed::onNames(const Result<std::vector<DocumentLine>> &lines)
{
    if (!lines) {
        fail(lines.error());
        return;
    }
    for (const DocumentLine &line : *lines) {
        const auto next = static_cast<std::size_t>(m_names.size());
        if (next < m_chunk.size() && m_chunk[next].number == line.number)
            m_names.append(line.name);
        m_namesAfter = line.number;
    }
    const bool isNamed = static_cast<std::size_t>(m_names.size()) == m_chunk.size();
    if (isNamed || lines->empty())
        takeMatches();
    else
        readNames(); // documents without a summary stand between
}

void SummaryFeed::takeMatches()
{
    const std::size_t named = std::min(m_chunk.size(), static_cast<std::size_t>(m_names.size()));
    for (std::size_t i = 0; i < named; ++i) {
        SummaryContent content = summaryContent(m_names[static_cast<qsizetype>(i)], m_chunk[i]);
        if (!matches(content, m_search))
            continue;
        if (m_page.size() == m_wanted) {
            finish(true);
            return;
        }
        m_page.push_back(std::move(content));
    }
    if (m_chunk.size() < static_cast<std::size_t>(ChunkSize))
        finish(false);
    else
        readSummaries();
}

void SummaryFeed::finish(bool more)
{
    m_isReading = false;
    m_chunk.clear();
    Q_EMIT arrived(std::exchange(m_page, {}), more);
}

void SummaryFeed::fail(const Error &error)
{
    forget();
    Q_EMIT failed(error);
}

} // namespace Gemmary

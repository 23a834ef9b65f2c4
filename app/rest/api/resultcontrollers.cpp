// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/cameljson.h"
#include "rest/api/controllers.h"
#include "rest/api/documentpages.h"
#include "rest/api/queryvalues.h"
#include "wire/processjson.h"
#include "wire/statisticsjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace Gemmary {

namespace {

constexpr qint64 UsualPage = 100;
constexpr qint64 LongestPage = 1000;
constexpr qint64 MostInResults = 250'000; // documents; some 150 MB of JSON

tl::unexpected<ApiError> notReady(const ProcessSnapshot &process)
{
    const QString state = nameOf(process.state);
    const QString sentence = QStringLiteral("Results are not ready. Process status is: %1.").arg(state);
    return refusal(400, QStringLiteral("not_ready"), sentence, {{QStringLiteral("status"), state}});
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// A JSON array as it grows, so that no tree of a long one is ever held.
class ArrayText
{
public:
    void append(const QByteArray &value)
    {
        if (!m_text.isEmpty())
            m_text += ',';
        m_text += value;
    }

    [[nodiscard]] QByteArray member(const char *key) const
    {
        return QByteArray(",\"") + key + "\":[" + m_text + ']';
    }

private:
    QByteArray m_text;
};

QByteArray stringText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

// The four lists of a results object.
class ResultLists
{
public:
    void add(const DocumentRow &row, const DocumentSummary *summary)
    {
        m_documents.append(compact(documentJson(row)));
        if (isCounted(row.state))
            m_processed.append(stringText(row.name));
        if (row.problem)
            m_problems.append(compact(problemJson(row.name, *row.problem)));
        else if (summary && summary->problem)
            m_problems.append(compact(problemJson(row.name, *summary->problem)));
        if (summary && summary->summary)
            m_summaries.append(compact(summaryJson(row.name, *summary->summary)));
    }

    [[nodiscard]] QByteArray members() const
    {
        return m_processed.member("files_processed") + m_summaries.member("file_summaries") +
               m_documents.member("documents") + m_problems.member("problems");
    }

private:
    ArrayText m_documents;
    ArrayText m_processed;
    ArrayText m_problems;
    ArrayText m_summaries;
};

QJsonObject pagedDocumentJson(const DocumentRow &row)
{
    QJsonObject object = documentJson(row);
    object.insert(QStringLiteral("number"), row.number);
    if (row.problem)
        object.insert(QStringLiteral("message"), problemText(*row.problem));
    return object;
}

// What is not there yet is no trouble.
template <typename Value>
tl::expected<std::optional<Value>, ApiError> ifReady(Result<Value> value)
{
    if (value)
        return std::optional<Value>(std::move(*value));
    if (value.error().kind == ErrorKind::Conflict)
        return std::optional<Value>();
    return tl::unexpected<ApiError>(value.error());
}

tl::expected<DocumentFilter, ApiError> documentFilterFrom(const HttpRequest &request)
{
    const QueryValues query(request);
    GEMMARY_TRY(query.allow({"limit", "cursor", "state", "problems", "details"}));
    GEMMARY_ASSIGN(limit, query.number("limit", UsualPage, 1, LongestPage));
    GEMMARY_ASSIGN(after, query.number("cursor", -1, 0, std::numeric_limits<qint64>::max()));
    GEMMARY_ASSIGN(problemsOnly, query.flag("problems"));
    DocumentFilter filter;
    filter.limit = static_cast<int>(limit);
    filter.after = after;
    filter.problemsOnly = problemsOnly;
    filter.state = documentStateFrom(query.text("state"));
    if (!query.text("state").isEmpty() && !filter.state)
        return badParameter("state", QStringLiteral("state is waiting, done, partial, failed or skipped."));
    return filter;
}

tl::expected<WordFilter, ApiError> wordFilterFrom(const HttpRequest &request)
{
    const QueryValues query(request);
    GEMMARY_TRY(query.allow({"limit", "cursor", "containing", "min_length", "without_stop_words_of"}));
    GEMMARY_ASSIGN(length, query.number("min_length", 1, 1, 1000));
    WordFilter filter;
    filter.minimumLength = static_cast<int>(length);
    filter.containing = query.text("containing");
    filter.withoutStopWordsOf =
        query.text("without_stop_words_of").split(QLatin1Char(','), Qt::SkipEmptyParts);
    return filter;
}

} // namespace

Answer showResults(const Call &call)
{
    GEMMARY_ASSIGN(process, processOf(call));
    if (process.state != ProcessState::Completed)
        return notReady(process);
    if (process.documents.found() > MostInResults) {
        return refusal(422, QStringLiteral("too_large"),
                       QStringLiteral("The process has too many documents for one answer. Read them page by "
                                      "page at /process/documents/%1.")
                           .arg(process.id.toString()));
    }
    if (call.services.settings.camel)
        return camelResults(call, process);
    GEMMARY_ASSIGN(results, waitFor(call.engine().results(process.id)));
    ResultLists lists;
    const auto add = [&](const DocumentRow &row, const DocumentSummary *summary) { lists.add(row, summary); };
    GEMMARY_TRY(readDocuments(call.engine(), process.id, MostInResults, add));
    HttpResponse response = jsonResponse(totalsJson(results));
    response.body.chop(1);
    response.body += lists.members() + '}';
    return response;
}

Answer showStatistics(const Call &call)
{
    ProcessStatistics all;
    GEMMARY_ASSIGN(process, processOf(call));
    GEMMARY_ASSIGN(statistics, ifReady(waitFor(call.engine().statistics(process.id))));
    GEMMARY_ASSIGN(summary, ifReady(waitFor(call.engine().summary(process.id))));
    all.process = std::move(process);
    all.statistics = std::move(statistics);
    all.summary = std::move(summary);
    return jsonResponse(statisticsJson(all));
}

Answer listSummaries(const Call &call)
{
    const QueryValues query(call.request);
    GEMMARY_TRY(query.allow({"limit", "cursor"}));
    GEMMARY_ASSIGN(limit, query.number("limit", UsualPage, 1, LongestPage));
    GEMMARY_ASSIGN(after, query.number("cursor", -1, 0, std::numeric_limits<qint64>::max()));
    GEMMARY_ASSIGN(process, processOf(call));
    GEMMARY_ASSIGN(rows, waitFor(call.engine().summaries(process.id, after, static_cast<int>(limit) + 1)));
    HttpResponse response;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.resize(static_cast<std::size_t>(limit));
        response.headers.append({QByteArrayLiteral("Link"),
                                 QueryValues::nextLink(call.request, QString::number(rows.back().number))});
    }
    response.body = QJsonDocument(summariesJson(rows)).toJson(QJsonDocument::Compact);
    return response;
}

Answer listDocuments(const Call &call)
{
    GEMMARY_ASSIGN(wantsDetails, QueryValues(call.request).flag("details"));
    GEMMARY_ASSIGN(filter, documentFilterFrom(call.request));
    GEMMARY_ASSIGN(process, processOf(call));
    const auto wanted = static_cast<std::size_t>(filter.limit);
    ++filter.limit; // one more tells whether there is a next page
    GEMMARY_ASSIGN(rows, waitFor(call.engine().documents(process.id, filter)));
    HttpResponse response;
    if (rows.size() > wanted) {
        rows.resize(wanted);
        response.headers.append({QByteArrayLiteral("Link"),
                                 QueryValues::nextLink(call.request, QString::number(rows.back().number))});
    }
    QJsonArray array;
    for (const DocumentRow &row : rows)
        array.append(wantsDetails ? documentDetailsJson(row) : pagedDocumentJson(row));
    response.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return response;
}

// Pages are cut from the ordered table, which does not change once it is there.
Answer listWords(const Call &call)
{
    const QueryValues query(call.request);
    GEMMARY_ASSIGN(filter, wordFilterFrom(call.request));
    GEMMARY_ASSIGN(limit, query.number("limit", UsualPage, 1, 10'000));
    GEMMARY_ASSIGN(offset, query.number("cursor", 0, 0, 10'000'000));
    GEMMARY_ASSIGN(process, processOf(call));
    filter.limit = offset + limit;
    auto list = waitFor(call.engine().words(process.id, filter));
    if (!list && list.error().kind == ErrorKind::Conflict)
        return notReady(process);
    if (!list)
        return tl::unexpected<ApiError>(list.error());
    std::vector<TermCount> &words = list->words;
    words.erase(words.begin(),
                words.begin() + static_cast<std::ptrdiff_t>(std::min<qint64>(offset, qint64(words.size()))));
    HttpResponse response = jsonResponse(wordsJson(*list));
    if (offset + limit < list->matching)
        response.headers.append({QByteArrayLiteral("Link"),
                                 QueryValues::nextLink(call.request, QString::number(offset + limit))});
    return response;
}

} // namespace Gemmary

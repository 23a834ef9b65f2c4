// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/cameljson.h"

#include "rest/api/documentpages.h"
#include "wire/processjson.h"
#include "wire/timejson.h"

#include <QHash>
#include <QJsonDocument>

#include <limits>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

constexpr qint64 MostWhileRunning = 1000; // a client asks again and again

QJsonObject totals(const TextCounts &counts, const CamelLists &lists)
{
    return {{QStringLiteral("totalWords"), counts.words},
            {QStringLiteral("totalLines"), counts.lines},
            {QStringLiteral("totalCharacters"), counts.characters},
            {QStringLiteral("mostFrequentWords"), lists.mostFrequentWords},
            {QStringLiteral("filesProcessed"), lists.filesProcessed},
            {QStringLiteral("fileSummaries"), lists.fileSummaries}};
}

QJsonObject progress(const DocumentCounts &documents)
{
    const qint64 found = documents.found();
    const qint64 processed = found - documents.waiting;
    const double share = found == 0 ? 0 : static_cast<double>(processed) / static_cast<double>(found);
    return {{QStringLiteral("totalFiles"), found},
            {QStringLiteral("processedFiles"), processed},
            {QStringLiteral("percentage"), qRound(100 * share)}};
}

// The original took every file it was given for processed, an empty one too.
bool isProcessed(DocumentState state)
{
    return state != DocumentState::Waiting && state != DocumentState::Failed;
}

} // namespace

tl::expected<CamelLists, ApiError> camelLists(const Call &call, const ProcessSnapshot &process)
{
    CamelLists lists;
    if (process.startedMs == 0)
        return lists;
    const bool isDone = process.state == ProcessState::Completed;
    QHash<QString, int> seen;
    const auto add = [&](const DocumentRow &row, const DocumentSummary *summary) {
        if (!isProcessed(row.state))
            return;
        const int count = ++seen[row.name];
        const QString name = count == 1 ? row.name : QStringLiteral("%1 (%2)").arg(row.name).arg(count);
        lists.filesProcessed.append(name);
        if (summary && summary->summary)
            lists.fileSummaries.insert(name, summary->summary->text);
    };
    GEMMARY_TRY(readDocuments(call.engine(), process.id,
                              isDone ? std::numeric_limits<qint64>::max() : MostWhileRunning, add));
    if (isDone) {
        GEMMARY_ASSIGN(results, waitFor(call.engine().results(process.id)));
        for (const TermCount &term : results.statistics.topTerms) {
            if (lists.mostFrequentWords.size() < process.settings.topWords)
                lists.mostFrequentWords.append(QString::fromStdString(term.term));
        }
    }
    return lists;
}

QJsonObject camelProcessJson(const ProcessSnapshot &process, const CamelLists &lists)
{
    QJsonObject object{{QStringLiteral("process_id"), process.id.toString()},
                       {QStringLiteral("status"), nameOf(process.state)}};
    if (process.startedMs == 0)
        return object;
    object.insert(Key("progress"), progress(process.documents));
    object.insert(Key("startedAt"), timeJson(process.startedMs));
    if (const qint64 estimate = estimatedCompletionMs(process))
        object.insert(Key("estimatedCompletion"), timeJson(estimate));
    object.insert(Key("results"), totals(process.counts, lists));
    if (process.state == ProcessState::Completed)
        object.insert(Key("completedAt"), timeJson(process.finishedMs));
    return object;
}

HttpResponse camelList(const std::vector<ProcessSnapshot> &processes)
{
    QJsonArray array;
    for (const ProcessSnapshot &process : processes)
        array.append(camelProcessJson(process, {}));
    HttpResponse response;
    response.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return response;
}

Answer camelResults(const Call &call, const ProcessSnapshot &process)
{
    GEMMARY_ASSIGN(lists, camelLists(call, process));
    return jsonResponse(totals(process.counts, lists));
}

} // namespace Gemmary

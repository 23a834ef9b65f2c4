// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonreport.h"

#include "report/escape.h"
#include "report/output.h"
#include "wire/processjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace Gemmary {

namespace {

// Half a surrogate pair would be a JSON text that many programs refuse.
ReportDocument withCleanTexts(ReportDocument document)
{
    document.row.name = cleaned(document.row.name);
    if (document.summary)
        document.summary->text = cleaned(document.summary->text);
    for (std::optional<Problem> *problem : {&document.row.problem, &document.problem}) {
        if (*problem)
            (*problem)->detail = cleaned((*problem)->detail);
    }
    return document;
}

bool isWanted(const ReportContent &content, const ReportDocument &document)
{
    return content.options.documents || (content.options.problems && document.problem);
}

Result<ResultsContent> gathered(const ReportContent &content)
{
    ResultsContent results;
    results.results.process = content.process;
    results.results.statistics = content.statistics.value_or(SetStatistics());
    results.results.summary = content.summary;
    if (!content.words.empty())
        results.results.statistics.topTerms = content.words;
    GEMMARY_TRY(forEachDocument(content.documents, [&](const ReportDocument &given) {
        if (!isWanted(content, given))
            return;
        const ReportDocument document = withCleanTexts(given);
        results.documents.push_back(document.row);
        const bool hasSummary = document.summary && content.options.summaries;
        results.summaries.push_back({document.row.number, hasSummary ? document.summary : std::nullopt,
                                     document.row.problem ? std::nullopt : document.problem});
    }));
    return results;
}

} // namespace

Result<void> writeJson(const ReportContent &content, QIODevice &device)
{
    GEMMARY_ASSIGN(results, gathered(content));
    QJsonObject object = resultsJson(results);
    if (!content.options.problems)
        object.insert(QLatin1StringView("problems"), QJsonArray());
    object.insert(QLatin1StringView("process"), processJson(content.process));
    object.insert(QLatin1StringView("generated_at"),
                  QDateTime::fromMSecsSinceEpoch(content.generatedMs, Qt::UTC).toString(Qt::ISODateWithMs));
    Output output(device);
    output.bytes(QJsonDocument(object).toJson());
    return output.end();
}

} // namespace Gemmary

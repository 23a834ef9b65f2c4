// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/processjson.h"

#include "wire/jsonwriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue numberJson(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

void writeProgress(JsonWriter &json, const ProcessSnapshot &process)
{
    const DocumentCounts &documents = process.documents;
    const qint64 processed = documents.found() - documents.waiting;
    const qint64 found = documents.found();
    const qint64 percentage =
        found == 0 ? 0 : qRound64(100.0 * static_cast<double>(processed) / static_cast<double>(found));
    json.begin(Key("progress"));
    json.add(Key("total_files"), found);
    json.add(Key("processed_files"), processed);
    json.add(Key("percentage"), percentage);
    json.add(Key("summarized_files"), process.summarise.documentsDone);
    json.add(Key("failed_files"), documents.failed);
    json.add(Key("partial_files"), documents.partial);
    json.add(Key("skipped_files"), documents.skipped);
    json.add(Key("total_bytes"), process.bytesFound);
    json.add(Key("processed_bytes"), process.bytesDone);
    json.end();
}

QJsonArray wordsOnly(const std::vector<TermCount> &terms, int count)
{
    QJsonArray words;
    for (const TermCount &term : terms) {
        if (words.size() == count)
            break;
        words.append(QString::fromStdString(term.term));
    }
    return words;
}

QJsonArray languagesJson(const std::vector<LanguageCounts> &languages)
{
    QJsonArray array;
    for (const LanguageCounts &counts : languages) {
        QJsonObject object{{QStringLiteral("language"), textJson(counts.language)},
                           {QStringLiteral("documents"), counts.documents},
                           {QStringLiteral("readability"), QJsonValue::Null}};
        if (const auto readability = readabilityOf(counts)) {
            object.insert(Key("readability"), QJsonObject{{QStringLiteral("formula"), readability->formula},
                                                          {QStringLiteral("score"), readability->score}});
        }
        array.append(object);
    }
    return array;
}

// The lists with one entry a document: all of them, those read, their summaries, and what went wrong.
void writeDocuments(QJsonObject &object, const ResultsContent &content)
{
    QJsonArray documents;
    QJsonArray processed;
    QJsonArray problems;
    QJsonArray summaries;
    std::map<qint64, const DocumentRow *> byNumber;
    for (const DocumentRow &row : content.documents) {
        byNumber[row.number] = &row;
        documents.append(documentJson(row));
        if (isCounted(row.state))
            processed.append(row.name);
        if (row.problem)
            problems.append(problemJson(row.name, *row.problem));
    }
    for (const DocumentSummary &summary : content.summaries) {
        const auto row = byNumber.find(summary.number);
        if (row == byNumber.end())
            continue;
        if (summary.problem && !row->second->problem)
            problems.append(problemJson(row->second->name, *summary.problem));
        if (summary.summary)
            summaries.append(summaryJson(row->second->name, *summary.summary));
    }
    object.insert(Key("files_processed"), processed);
    object.insert(Key("file_summaries"), summaries);
    object.insert(Key("documents"), documents);
    object.insert(Key("problems"), problems);
}

} // namespace

qint64 estimatedCompletionMs(const ProcessSnapshot &process)
{
    if (process.finishedMs != 0)
        return process.finishedMs;
    if (process.state != ProcessState::Running || !process.planned || process.bytesDone <= 0)
        return 0;
    const double elapsed = static_cast<double>(QDateTime::currentMSecsSinceEpoch() - process.startedMs);
    const double share = static_cast<double>(process.bytesDone) / static_cast<double>(process.bytesFound);
    return process.startedMs + static_cast<qint64>(elapsed / std::clamp(share, 0.001, 1.0));
}

QJsonObject documentJson(const DocumentRow &row)
{
    QJsonObject object{{QStringLiteral("name"), row.name},
                       {QStringLiteral("state"), nameOf(row.state)},
                       {QStringLiteral("bytes"), row.bytes}};
    if (isCounted(row.state)) {
        const TextCounts &counts = row.statistics.counts;
        object.insert(Key("words"), counts.words);
        object.insert(Key("lines"), counts.lines);
        object.insert(Key("characters"), counts.characters);
        object.insert(Key("sentences"), counts.sentences);
        object.insert(Key("distinct_terms"), row.statistics.distinctTerms);
        object.insert(Key("mattr"), numberJson(row.statistics.movingRatio.ratio()));
        object.insert(Key("language"), textJson(row.statistics.language.language));
        object.insert(Key("encoding"), row.facts.encoding);
        object.insert(Key("encoding_guessed"), row.facts.encodingGuessed);
    }
    if (row.problem)
        object.insert(Key("reason"), nameOf(row.problem->reason));
    return object;
}

QJsonObject problemJson(const QString &name, const Problem &problem)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("reason"), nameOf(problem.reason)},
            {QStringLiteral("message"), problemText(problem)}};
}

QJsonObject summaryJson(const QString &name, const Summary &summary)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("summary"), summary.text},
            {QStringLiteral("engine"), summary.engine},
            {QStringLiteral("model"), textJson(summary.model)},
            {QStringLiteral("coverage"), summary.coverage}};
}

QJsonObject totalsJson(const ProcessResults &results)
{
    const SetStatistics &statistics = results.statistics;
    QJsonObject object{{QStringLiteral("schema"), QStringLiteral("gemmary.results/1")},
                       {QStringLiteral("process_id"), results.process.id.toString()}};
    const QJsonObject counts = toJson(statistics.counts);
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(QStringLiteral("total_") + it.key(), it.value());
    object.insert(Key("distinct_terms"), statistics.distinctTerms);
    object.insert(Key("type_token_ratio"), numberJson(statistics.typeTokenRatio()));
    object.insert(Key("mattr"), numberJson(statistics.movingRatio.ratio()));
    object.insert(Key("languages"), languagesJson(statistics.languages));
    object.insert(Key("most_frequent_words"),
                  wordsOnly(statistics.topTerms, results.process.settings.topWords));
    object.insert(Key("word_frequencies"), toJson(statistics.topTerms));
    object.insert(Key("keywords"), toJson(statistics.keywords));
    object.insert(Key("summary"), results.summary ? textJson(results.summary->summary.text) : QJsonValue());
    object.insert(Key("summary_engine"),
                  results.summary ? textJson(results.summary->summary.engine) : QJsonValue());
    return object;
}

void appendProcess(QByteArray &text, const ProcessSnapshot &process)
{
    JsonWriter json(text);
    json.begin();
    json.add(Key("process_id"), process.id.toString());
    json.add(Key("name"), process.name);
    json.add(Key("status"), nameOf(process.state));
    writeProgress(json, process);
    json.add(Key("planned"), process.planned);
    json.add(Key("paused"), process.paused);
    json.addTime(Key("created_at"), process.createdMs);
    json.addTime(Key("started_at"), process.startedMs);
    json.addTime(Key("estimated_completion"), estimatedCompletionMs(process));
    json.addTime(Key("completed_at"), process.finishedMs);
    json.addOrNull(Key("error"), process.error);
    json.begin(Key("results"));
    json.add(Key("total_words"), process.counts.words);
    json.add(Key("total_lines"), process.counts.lines);
    json.add(Key("total_characters"), process.counts.characters);
    json.end();
    json.end();
}

QJsonObject processJson(const ProcessSnapshot &process)
{
    QByteArray text;
    appendProcess(text, process);
    return QJsonDocument::fromJson(text).object();
}

QJsonObject resultsJson(const ResultsContent &content)
{
    QJsonObject object = totalsJson(content.results);
    writeDocuments(object, content);
    return object;
}

QString problemText(const Problem &problem)
{
    const Explanation explanation = explain(problem.reason);
    const auto translated = [](const char *text) { return QCoreApplication::translate("Reason", text); };
    QString text = translated(explanation.what);
    if (!problem.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(problem.detail);
    return text + QStringLiteral(". ") + translated(explanation.remedy) + QLatin1Char('.');
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/summarycache.h"
#include "ports/textmodel.h"

#include <QRegularExpression>

#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace Gemmary::Test {

// What a request gives as data: the text between its fences, word joiners taken out; empty when there are
// none.
inline QString dataOf(const ModelRequest &request)
{
    static const QRegularExpression Fences(
        QStringLiteral(R"(\A\[\[\[ BEGIN ([0-9a-f]{24}) \]\]\]\n(.*)\[\[\[ END \1 \]\]\]\n)"),
        QRegularExpression::DotMatchesEverythingOption);
    return Fences.match(request.prompt).captured(2).remove(QChar(0x2060));
}

// The documents of a request for several: id and text; empty when it is another one.
inline std::vector<std::pair<QString, QString>> packedDataOf(const ModelRequest &request)
{
    static const QRegularExpression File(
        QStringLiteral(
            R"(^(f\d+)\. [^\n]*\n\[\[\[ BEGIN ([0-9a-f]{24}) \]\]\]\n(.*?)\[\[\[ END \2 \]\]\]\n)"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    std::vector<std::pair<QString, QString>> files;
    for (auto match = File.globalMatch(request.prompt); match.hasNext();) {
        const auto file = match.next();
        files.emplace_back(file.captured(1), file.captured(3).remove(QChar(0x2060)));
    }
    return files;
}

// Whether a request is for a text of a document, not for summaries.
inline bool isAboutText(const ModelRequest &request)
{
    return request.instructions.contains(QStringLiteral("holds the text of a document")) ||
           request.instructions.contains(QStringLiteral("holds one part of a longer document"));
}

inline ModelAnswer says(const QString &text, AnswerEnd end = AnswerEnd::Complete)
{
    ModelAnswer answer;
    answer.text = text;
    answer.end = end;
    answer.model = QStringLiteral("scripted");
    answer.inputTokens = 100;
    answer.outputTokens = 10;
    return answer;
}

inline ModelAnswer refuses(const QString &word)
{
    ModelAnswer answer = says({}, AnswerEnd::Refused);
    answer.refusal = word;
    return answer;
}

// All marks "id123" of the data, in their order, each once.
inline QStringList idsOf(const QString &text)
{
    static const QRegularExpression Id(QStringLiteral("\\bid\\d+\\b"));
    QStringList ids;
    for (auto match = Id.globalMatch(text); match.hasNext();)
        ids.append(match.next().captured());
    ids.removeDuplicates();
    return ids;
}

// "id1 id2 … idN".
inline QStringList allIds(int count)
{
    QStringList ids;
    for (int i = 1; i <= count; ++i)
        ids.append(QStringLiteral("id%1").arg(i));
    return ids;
}

// Answers by a rule and writes down what it was asked. Thread-safe; the rule is called by one at a time.
class ScriptedModel : public TextModel
{
public:
    using Rule = std::function<Result<ModelAnswer>(const ModelRequest &request, int number)>;

    // Without a rule: which ids there are, in English.
    explicit ScriptedModel(Rule rule = {})
        : m_rule(rule ? std::move(rule) : echo)
    {}

    static Result<ModelAnswer> echo(const ModelRequest &request, int)
    {
        const QString ids = idsOf(dataOf(request)).join(QLatin1Char(' '));
        return says(QStringLiteral("This is the summary of all that is in it: ") + ids);
    }

    [[nodiscard]] Result<ModelLimits> limits(const CancelToken &) override { return known; }

    [[nodiscard]] Result<ModelAnswer> answer(const ModelRequest &request, const CancelToken &cancel) override
    {
        const std::scoped_lock lock(m_mutex);
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
        requests.push_back(request);
        return m_rule(request, static_cast<int>(requests.size()));
    }

    [[nodiscard]] int calls() const { return static_cast<int>(requests.size()); }

    std::vector<ModelRequest> requests;
    Result<ModelLimits> known = ModelLimits{.contextTokens = 4096, .outputTokens = 0};

private:
    Rule m_rule;
    std::mutex m_mutex;
};

// Keeps answers in memory.
class MemoryCache : public SummaryCache
{
public:
    [[nodiscard]] std::optional<ModelAnswer> get(const QByteArray &key) override
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_answers.find(key);
        return found == m_answers.end() ? std::nullopt : std::optional(found->second);
    }

    void put(const QByteArray &key, const ModelAnswer &answer) override
    {
        const std::scoped_lock lock(m_mutex);
        m_answers[key] = answer;
    }

    [[nodiscard]] std::size_t size() const { return m_answers.size(); }

private:
    std::mutex m_mutex;
    std::map<QByteArray, ModelAnswer> m_answers;
};

} // namespace Gemmary::Test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Gemmary {

// One turn for a model: what it shall do, and the text that it shall do it to.
struct ModelRequest
{
    QString instructions; // goes as system text, or before `prompt` to models that take none
    QString prompt;
    int outputTokens = 512;            // the longest answer
    qint64 inputTokens = 0;            // estimate of both texts, for limits
    std::optional<QJsonObject> schema; // JSON schema of the answer, for models that keep to one
};

// Why an answer ended.
enum class AnswerEnd {
    Complete,
    CutOff, // at the longest answer; `text` is its beginning
    Refused // the provider blocked text or answer; `refusal` says as what
};

struct ModelAnswer
{
    QString text;
    AnswerEnd end = AnswerEnd::Complete;
    QString refusal;         // the provider's word, such as "SAFETY"
    qint64 inputTokens = 0;  // as the provider counted; 0: it did not say
    qint64 outputTokens = 0; // thoughts included
    QString model;           // what answered, as the provider names it
};

// What a model can take, as its provider says or its family is known to.
struct ModelLimits
{
    qint64 contextTokens = 0; // input and output together
    qint64 outputTokens = 0;  // 0: as many as there is room for
    bool keepsToSchema = false;
    int concurrency = 1; // useful number of requests at the same time
};

// A model that answers in text, wherever it runs. Thread-safe; blocks until the answer is there.
//
// Errors: RateLimited, Unavailable and Timeout may pass; InvalidInput (key refused, model withdrawn) lasts
// until somebody changes something; TooLong: the text and the answer do not fit the model together; BadReply:
// nobody can use what came; Cancelled when the token was, and the provider is told at once.
class TextModel
{
public:
    virtual ~TextModel() = default;

    [[nodiscard]] virtual Result<ModelLimits> limits(const CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<ModelAnswer> answer(const ModelRequest &request,
                                                     const CancelToken &cancel) = 0;
};

} // namespace Gemmary

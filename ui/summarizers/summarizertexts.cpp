// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/summarizertexts.h"

#include "widgets/format.h"
#include "widgets/oneline.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Summarizers)
};

constexpr int MostAnswer = 200; // characters of what a model said

QString placeText(const SummarizerChoice &choice, const Recipient &recipient)
{
    switch (recipient.kind) {
    case Recipient::Kind::Google:
        return Tr::tr("Google (leaves this computer)");
    case Recipient::Kind::OllamaCloud:
        return Tr::tr("Ollama's cloud (leaves this computer)");
    case Recipient::Kind::Server:
        //: %1 is a host
        return Tr::tr("%1 (leaves this computer)").arg(recipient.name);
    case Recipient::Kind::Nobody:
        break;
    }
    return choice.summarizer == QLatin1StringView("ollama") ? Tr::tr("Ollama on this computer")
                                                            : Tr::tr("a server on this computer");
}

} // namespace

QString choiceText(const SummarizerChoice &choice, const Recipient &recipient)
{
    if (choice.summarizer == QLatin1StringView("none"))
        return Tr::tr("No summaries");
    if (!isByModel(choice.summarizer))
        return Tr::tr("Key sentences · no AI");
    //: a model, and where it runs
    return Tr::tr("%1 · %2").arg(choice.model.isEmpty() ? Tr::tr("No model yet") : isolated(choice.model),
                                 placeText(choice, recipient));
}

QString shortChoiceText(const SummarizerChoice &choice)
{
    if (choice.summarizer == QLatin1StringView("none"))
        return Tr::tr("No summaries");
    if (!isByModel(choice.summarizer))
        return Tr::tr("Key sentences");
    return choice.model.isEmpty() ? Tr::tr("No model yet") : choice.model;
}

QString choiceIcon(const SummarizerChoice &choice, const Recipient &recipient)
{
    if (choice.summarizer == QLatin1StringView("none"))
        return QStringLiteral("close");
    if (!isByModel(choice.summarizer))
        return QStringLiteral("sentences");
    return recipient.isSomebody() ? QStringLiteral("cloud") : QStringLiteral("server");
}

void putGemmaFirst(std::vector<ModelOffer> &models)
{
    std::stable_partition(models.begin(), models.end(),
                          [](const ModelOffer &model) { return model.isGemma; });
}

QString modelFacts(const ModelOffer &model)
{
    return model.contextTokens > 0 ? Tr::tr("context %1 tokens").arg(formatCount(model.contextTokens))
                                   : QString();
}

QString trialText(const ModelTrial &trial)
{
    QString answer = trial.answered;
    if (answer.size() > MostAnswer)
        answer = answer.left(MostAnswer) + QStringLiteral("…");
    QString text = Tr::tr("Asked: “%1” Answered after %2 by %3: “%4”")
                       .arg(trial.asked, formatDuration(trial.time), oneLine(trial.model), oneLine(answer));
    if (trial.tokens > 0)
        text += QLatin1Char(' ') + Tr::tr("(%1 tokens)").arg(formatCount(trial.tokens));
    return text;
}

QString quotaText(const QuotaUse &use)
{
    return use.limits.requestsPerDay > 0
               //: requests to Google: those sent, and how many a day has
               ? Tr::tr("%1 of %2 requests today")
                     .arg(formatCount(use.requestsOfDay), formatCount(use.limits.requestsPerDay))
               : Tr::tr("%Ln request(s) today", nullptr, static_cast<int>(use.requestsOfDay));
}

QString quotaSentence(const QuotaUse &use)
{
    QString sentence = Tr::tr("%1, by all computers that share this database and key.").arg(quotaText(use));
    if (use.limits.requestsPerMinute > 0)
        sentence += QLatin1Char(' ') + Tr::tr("At most %Ln request(s) a minute are sent.", nullptr,
                                              use.limits.requestsPerMinute);
    return sentence;
}

QString needOf(const SummarizerChoice &choice, const SummarizerSource &source)
{
    if (!isByModel(choice.summarizer))
        return {};
    if (choice.summarizer == QLatin1StringView("gemini") && source.keyPlace() == KeyPlace::Nowhere)
        return Tr::tr("Google's models need a key. Enter yours in Preferences ▸ Summaries.");
    if (choice.model.isEmpty())
        return Tr::tr("No model is chosen. Choose one in Preferences ▸ Summaries.");
    const Recipient recipient = recipientOf(choice, source.runsInCloud(choice.model));
    if (source.isPrivate() && recipient.isSomebody()) {
        return Tr::tr("Everything stays on this computer: Preferences ▸ Privacy says so. %1 would get the "
                      "texts.")
            .arg(recipient.name);
    }
    return {};
}

} // namespace Gemmary

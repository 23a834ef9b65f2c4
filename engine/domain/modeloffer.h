// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <vector>

namespace Gemmary {

// A model that can be asked for summaries.
struct ModelOffer
{
    QString name;             // as settings name it
    QString label;            // as people read it
    qint64 contextTokens = 0; // input and output together; 0: unknown
    bool isGemma = false;
    bool runsInCloud = false; // though its server may be on this computer
};

// Whether a name is one that Ollama gives to models which run on its makers' computers.
[[nodiscard]] inline bool hasCloudName(const QString &model)
{
    return model.endsWith(QLatin1StringView("-cloud")) || model.endsWith(QLatin1StringView(":cloud"));
}

// A model server that answers.
struct ServerOffer
{
    QString name;       // of its program, for people; or the host
    QString summarizer; // "ollama" or "openai": what it speaks
    QString address;
    std::vector<ModelOffer> models; // none while it loads
};

// A model asked for the smallest answer there is: being listed proves nothing.
struct ModelTrial
{
    QString asked;
    QString answered;
    QString model; // what answered, as the provider names it
    std::chrono::milliseconds time{0};
    qint64 tokens = 0; // input and output, as the provider counted; 0: it did not say
};

} // namespace Gemmary

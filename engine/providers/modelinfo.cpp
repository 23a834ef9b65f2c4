// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/modelinfo.h"

#include <QCoreApplication>
#include <QPasswordDigestor>

#include <utility>

namespace Gemmary {

namespace {

constexpr int ThoughtTokens = 512; // thoughts count against the longest answer, even when they are not wanted

struct Family
{
    const char *inName;
    ModelCapabilities capabilities;
};

// At Google's API. "JSON mode" of Gemma 4 is not documented: it is tried once.
constexpr Family Families[] = {
    {"gemma-3", {false, false, false, 0}},
    {"gemma-4", {true, true, true, ThoughtTokens}},
};

} // namespace

QString providerName(const ProviderSettings &settings)
{
    switch (settings.kind) {
    case ProviderKind::Gemini:
        return QStringLiteral("Google Gemini");
    case ProviderKind::Ollama:
        return QStringLiteral("Ollama");
    case ProviderKind::OpenAi:
        break;
    }
    return QCoreApplication::translate("Provider", "The model server at %1")
        .arg(settings.address.authority());
}

ModelCapabilities knownCapabilities(ProviderKind kind, const ModelInfo &model)
{
    if (kind == ProviderKind::Gemini) {
        for (const Family &family : Families) {
            if (model.name.contains(QLatin1StringView(family.inName), Qt::CaseInsensitive))
                return family.capabilities;
        }
        return {};
    }
    // Local servers fold instructions into the prompt and hold every model to a schema.
    return {true, true, model.thinks, model.thinks ? ThoughtTokens : 0};
}

bool giveUp(ModelFeature feature, ModelCapabilities &capabilities)
{
    switch (feature) {
    case ModelFeature::Instructions:
        return std::exchange(capabilities.takesInstructions, false);
    case ModelFeature::Schema:
        return std::exchange(capabilities.keepsToSchema, false);
    case ModelFeature::Thinking:
        return std::exchange(capabilities.thinks, false);
    }
    return false;
}

QString quotaAccountOf(const ProviderSettings &settings)
{
    constexpr int Iterations = 100'000; // some 50 ms, once a program and key
    constexpr quint64 Length = 16;      // bytes
    const QByteArray salt = "gemmary quota account\n" + settings.address.toEncoded(QUrl::RemoveUserInfo);
    const QByteArray digest = QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, settings.key.trimmed().toUtf8(), salt, Iterations, Length);
    return QString::fromLatin1(digest.toHex());
}

Error errorOf(const ProviderTrouble &trouble, const ProviderSettings &settings)
{
    Error error = errorOf(trouble, providerName(settings), settings.model);
    if (const QString key = settings.key.trimmed(); !key.isEmpty())
        error.detail.replace(key, QStringLiteral("***"));
    return error;
}

} // namespace Gemmary

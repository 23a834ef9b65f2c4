// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textmodel.h"
#include "providers/httpmessage.h"
#include "providers/modelinfo.h"
#include "providers/streamparser.h"

#include <QJsonArray>

#include <memory>
#include <vector>

namespace Gemmary {

// An answer of which not all events have come.
struct AnswerDraft
{
    ModelAnswer answer;
    bool isBegun = false; // though there may be no text yet
    bool isEnded = false; // the provider said why it ended
};

struct ModelPage
{
    std::vector<ModelInfo> models;
    QString next; // the page after this one; empty: none
};

// A provider's language: requests to bytes and bytes to answers, without a network. Stateless, thread-safe.
class ModelCodec
{
public:
    explicit ModelCodec(ProviderSettings settings);
    virtual ~ModelCodec() = default;
    Q_DISABLE_COPY_MOVE(ModelCodec)

    [[nodiscard]] virtual HttpRequest ask(const ModelRequest &request, const ModelInfo &model,
                                          const ModelCapabilities &capabilities) const = 0;
    [[nodiscard]] virtual StreamFraming framing() const { return StreamFraming::Events; }
    // Adds an event to the draft.
    [[nodiscard]] virtual Attempt<void> read(const QByteArray &event, AnswerDraft &draft) const = 0;
    // What only the whole answer shows.
    [[nodiscard]] virtual Attempt<void> check(const ModelAnswer &answer, const ModelRequest &request) const;
    // What a reply with another status than 200 means.
    [[nodiscard]] virtual ProviderTrouble troubleOf(const HttpReply &reply) const = 0;

    [[nodiscard]] virtual HttpRequest askForModels(const QString &page) const = 0;
    [[nodiscard]] virtual Attempt<ModelPage> readModels(const QByteArray &body) const = 0;

    // About the model of the settings.
    [[nodiscard]] virtual HttpRequest askAbout() const = 0;
    [[nodiscard]] virtual Attempt<ModelInfo> readAbout(const QByteArray &body) const = 0;
    // What some servers say elsewhere; a failure of this one is none.
    [[nodiscard]] virtual std::optional<HttpRequest> askMore(const ModelInfo &model) const;
    virtual void readMore(const QByteArray &body, ModelInfo &model) const;

    [[nodiscard]] const ProviderSettings &settings() const { return m_settings; }

protected:
    // A request to `path`, with the key in the header of that name behind `prefix`.
    [[nodiscard]] HttpRequest requestTo(const QString &path, const QJsonObject &body = {}) const;
    [[nodiscard]] virtual std::pair<QByteArray, QByteArray> keyHeader(const QByteArray &key) const;

private:
    ProviderSettings m_settings;
    QString m_root;
};

[[nodiscard]] std::unique_ptr<ModelCodec> newModelCodec(const ProviderSettings &settings);

// Instructions and prompt as one text, for models that take no instructions.
[[nodiscard]] QString joinedPrompt(const ModelRequest &request);

[[nodiscard]] Attempt<QJsonObject> readObject(const QByteArray &json);

// The array under `key`; WrongAddress without it: what answers is no such server.
[[nodiscard]] Attempt<QJsonArray> readModelRows(const QByteArray &json, QLatin1StringView key);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/summarizersource.h"

#include <optional>

namespace Gemmary {

class ConsentGate;

// A choice on its way: a summariser, then what it needs, then one of its models. It holds for new processes
// as soon as it is complete and, where texts leave the computer, agreed to; until then the old one does.
class SummarizerSetup : public QObject
{
    Q_OBJECT

public:
    SummarizerSetup(SummarizerSource &source, ConsentGate &gate, QObject *parent = nullptr);

    [[nodiscard]] const SummarizerChoice &draft() const { return m_draft; }
    [[nodiscard]] bool isChosen() const; // the draft is what holds
    void setSummarizer(const QString &summarizer);
    void setModel(const QString &model);
    void setAddress(const QString &address);

    // What the provider of the draft offers; nullopt: not known (yet).
    [[nodiscard]] const std::optional<std::vector<ModelOffer>> &models() const { return m_models; }
    [[nodiscard]] const ModelOffer *model() const;            // the draft's, if it is offered
    [[nodiscard]] QString status() const { return m_status; } // about the list, or why there is none
    void refresh();
    [[nodiscard]] bool isAsking() const { return m_isAsking; } // for the list

    // Asks the draft's model for the smallest answer there is.
    void tryOut();
    [[nodiscard]] bool isTrying() const { return m_isTrying; }
    [[nodiscard]] QString trial() const { return m_trial; } // what came of it

Q_SIGNALS:
    void changed();
    void failed(const Gemmary::Error &error); // the choice could not be kept

private:
    void onSourceChanged();
    void onModels(const Result<std::vector<ModelOffer>> &models);
    void settle(); // keeps the draft when it is complete
    void fallBack();

    SummarizerSource &m_source;
    ConsentGate &m_gate;
    SummarizerChoice m_draft;
    KeyPlace m_keyPlace;
    std::optional<std::vector<ModelOffer>> m_models;
    QString m_status;
    QString m_trial;
    bool m_isAsking = false;
    bool m_isTrying = false;
    int m_asked = 0; // the last question; answers to earlier ones come too late
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/recipient.h"

#include <QObject>

#include <functional>
#include <map>
#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

// Lets through what sends no text to anybody, and what the user agreed to send; asks before anything else, in
// one dialogue a recipient, however much waits for the answer.
class ConsentGate : public QObject
{
    Q_OBJECT

public:
    using Act = std::function<void()>;

    ConsentGate(SummarizerSource &source, QWidget *window);

    // Calls one of both, now or after the answer. Nothing when the window is gone before.
    void pass(const SummarizerChoice &choice, Act agreed, Act refused = {});

    // Who is behind a choice, as far as the source knows.
    [[nodiscard]] Recipient recipient(const SummarizerChoice &choice) const;

private:
    struct Waiting
    {
        Act agreed;
        Act refused;
    };

    void ask(const Recipient &recipient);
    void answer(const QString &id, bool agreed);

    SummarizerSource &m_source;
    QWidget *m_window;
    std::map<QString, std::vector<Waiting>> m_waiting; // by recipient
};

} // namespace Gemmary

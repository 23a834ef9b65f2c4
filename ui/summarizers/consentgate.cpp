// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/consentgate.h"

#include "summarizers/consentdialog.h"

namespace Gemmary {

ConsentGate::ConsentGate(SummarizerSource &source, QWidget *window)
    : QObject(window)
    , m_source(source)
    , m_window(window)
{}

Recipient ConsentGate::recipient(const SummarizerChoice &choice) const
{
    return recipientOf(choice, m_source.runsInCloud(choice.model));
}

void ConsentGate::pass(const SummarizerChoice &choice, Act agreed, Act refused)
{
    const Recipient who = recipient(choice);
    if (!who.isSomebody() || m_source.hasConsent(who.id)) {
        agreed();
        return;
    }
    auto &waiting = m_waiting[who.id];
    waiting.push_back({std::move(agreed), std::move(refused)});
    if (waiting.size() == 1)
        ask(who);
}

void ConsentGate::ask(const Recipient &who)
{
    auto *dialog = new ConsentDialog(who, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true); // over the preferences, too: the question may come from there
    connect(dialog, &QDialog::finished, this,
            [this, id = who.id](int result) { answer(id, result == QDialog::Accepted); });
    dialog->show();
}

void ConsentGate::answer(const QString &id, bool agreed)
{
    if (agreed)
        m_source.setConsent(id, true);
    const std::vector<Waiting> waiting = std::exchange(m_waiting[id], {});
    for (const Waiting &one : waiting) {
        const Act &act = agreed ? one.agreed : one.refused;
        if (act)
            act();
    }
}

} // namespace Gemmary

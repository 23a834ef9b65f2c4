// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencetexts.h"
#include "summarizers/summarizersetup.h"

#include <utility>
#include <vector>

namespace Gemmary {

class CardRow;
class PreferenceField;

// The rows about summarisers: on the page of summaries, what makes them and what that needs; on the page of
// privacy, who may get texts and which models were used.
class SummaryPages : public QObject
{
    Q_OBJECT

public:
    SummaryPages(SummarizerSource &source, ConsentGate &gate, QWidget *window);

    using PagedRow = std::pair<PreferencePage, CardRow *>;
    [[nodiscard]] std::vector<PagedRow> makeRows(QWidget *parent);

    // A preference that only some summarisers read is offered with those.
    void follow(PreferenceField *field);

    void begin(); // asks for the models of what is chosen; once the page is seen

Q_SIGNALS:
    void failed(const Gemmary::Error &error);

private:
    void offer(PreferenceField *field) const;

    SummarizerSource &m_source;
    SummarizerSetup m_setup;
    bool m_hasBegun = false;
};

} // namespace Gemmary

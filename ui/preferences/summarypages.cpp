// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/summarypages.h"

#include "preferences/keyrow.h"
#include "preferences/leavesrow.h"
#include "preferences/preferencefield.h"
#include "preferences/summarizerrows.h"
#include "summarizers/recipient.h"

namespace Gemmary {

namespace {

enum class Reader { KeySentences, Models, Google };

struct FieldRow
{
    const char *key;
    Reader reader;
};

constexpr FieldRow Fields[] = {
    {"GEMMARY_SUMMARY_SENTENCES", Reader::KeySentences},
    {"GEMMARY_SUMMARY_LENGTH", Reader::Models},
    {"GEMMARY_SUMMARY_STYLE", Reader::Models},
    {"GEMMARY_SUMMARY_LANGUAGE", Reader::Models},
    {"GEMMARY_PROMPT", Reader::Models},
    {"GEMINI_REQUESTS_PER_MINUTE", Reader::Google},
    {"GEMINI_TOKENS_PER_MINUTE", Reader::Google},
    {"GEMINI_REQUESTS_PER_DAY", Reader::Google},
};

bool reads(Reader reader, const QString &summarizer)
{
    switch (reader) {
    case Reader::KeySentences:
        return summarizer == QLatin1StringView("extractive");
    case Reader::Models:
        return isByModel(summarizer);
    case Reader::Google:
        return summarizer == QLatin1StringView("gemini");
    }
    Q_UNREACHABLE();
}

} // namespace

SummaryPages::SummaryPages(SummarizerSource &source, ConsentGate &gate, QWidget *window)
    : QObject(window)
    , m_source(source)
    , m_setup(source, gate)
{
    connect(&m_setup, &SummarizerSetup::failed, this, &SummaryPages::failed);
}

std::vector<SummaryPages::PagedRow> SummaryPages::makeRows(QWidget *parent)
{
    return {{PreferencePage::Summaries, new SummarizerRow(m_source, m_setup, parent)},
            {PreferencePage::Summaries, new KeyRow(m_source, m_setup, parent)},
            {PreferencePage::Summaries, new ServerRow(m_source, m_setup, parent)},
            {PreferencePage::Summaries, new ModelRow(m_source, m_setup, parent)},
            {PreferencePage::Privacy, new LeavesRow(m_source, parent)},
            {PreferencePage::Privacy, new UsesRow(m_source, parent)}};
}

void SummaryPages::follow(PreferenceField *field)
{
    offer(field);
    connect(&m_setup, &SummarizerSetup::changed, field, [this, field] { offer(field); });
}

void SummaryPages::offer(PreferenceField *field) const
{
    for (const FieldRow &row : Fields) {
        if (field->key() == QLatin1StringView(row.key))
            field->setOffered(reads(row.reader, m_setup.draft().summarizer));
    }
}

void SummaryPages::begin()
{
    if (!std::exchange(m_hasBegun, true))
        m_setup.refresh();
}

} // namespace Gemmary

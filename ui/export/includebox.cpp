// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/includebox.h"

#include "widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr int MostWords = 1'000'000;
constexpr int DefaultWords = 100;

} // namespace

IncludeBox::IncludeBox(QWidget *parent)
    : QGroupBox(tr("Include"), parent)
    , m_wordCount(new QSpinBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 1.5));
    m_documents = addBox(tr("&Documents"), tr("A line for each document, with its figures"));
    m_summaries = addBox(tr("&Key sentences or summary of each"), tr("Below each document"));
    m_problems = addBox(tr("&Problems"), tr("Documents that could not be read, why, and what to do"));
    m_words = addBox(tr("&Most frequent words:"), tr("With how often each occurs"));
    m_guard =
        addBox(tr("Make &formulas harmless"),
               tr("Names that begin with = + - or @ get an apostrophe in front, so that a spreadsheet which "
                  "opens the file does not run them"));
    m_wordCount->setRange(0, MostWords);
    m_wordCount->setSpecialValueText(tr("all"));
    m_wordCount->setGroupSeparatorShown(true);
    m_wordCount->setValue(DefaultWords);
    m_wordCount->setAccessibleName(tr("How many of the most frequent words"));
    auto *words = new QHBoxLayout;
    words->addWidget(m_words);
    words->addWidget(m_wordCount);
    words->addStretch();
    for (QCheckBox *box : {m_documents, m_summaries, m_problems})
        layout->addWidget(box);
    layout->addLayout(words);
    layout->addWidget(m_guard);
    layout->addStretch();
    connect(m_wordCount, &QSpinBox::valueChanged, this, &IncludeBox::optionsChanged);
    updateEnabled();
}

QCheckBox *IncludeBox::addBox(const QString &text, const QString &help)
{
    auto *box = new QCheckBox(text, this);
    box->setToolTip(help);
    box->setAccessibleDescription(help);
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, [this] {
        updateEnabled();
        Q_EMIT optionsChanged();
    });
    return box;
}

void IncludeBox::setFormat(ExportFormat format)
{
    m_format = format;
    updateEnabled();
}

ReportOptions IncludeBox::options() const
{
    ReportOptions options;
    options.documents = m_documents->isChecked();
    options.summaries = m_summaries->isChecked();
    options.problems = m_problems->isChecked();
    const qint64 count = m_wordCount->value() == 0 ? -1 : m_wordCount->value();
    options.words = m_words->isChecked() ? count : 0;
    return options;
}

bool IncludeBox::guardsFormulas() const
{
    return m_guard->isChecked();
}

void IncludeBox::updateEnabled()
{
    m_summaries->setEnabled(m_documents->isChecked());
    m_wordCount->setEnabled(m_words->isChecked());
    m_guard->setVisible(m_format == ExportFormat::Data);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportformat.h"

#include <QGroupBox>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QSpinBox;
QT_END_NAMESPACE

namespace Gemmary {

// What of a process goes into the files. Offers only what the format can take.
class IncludeBox : public QGroupBox
{
    Q_OBJECT

public:
    explicit IncludeBox(QWidget *parent = nullptr);

    void setFormat(ExportFormat format);
    [[nodiscard]] ReportOptions options() const;
    [[nodiscard]] bool guardsFormulas() const;

Q_SIGNALS:
    void optionsChanged();

private:
    [[nodiscard]] QCheckBox *addBox(const QString &text, const QString &help);
    void updateEnabled();

    ExportFormat m_format = ExportFormat::Html;
    QCheckBox *m_documents;
    QCheckBox *m_summaries;
    QCheckBox *m_problems;
    QCheckBox *m_words;
    QSpinBox *m_wordCount;
    QCheckBox *m_guard;
};

} // namespace Gemmary

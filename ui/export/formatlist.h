// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportformat.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

// The formats, one to choose, each with a line that says what it is good for.
class FormatList : public QWidget
{
    Q_OBJECT

public:
    explicit FormatList(QWidget *parent = nullptr);

    [[nodiscard]] ExportFormat format() const;
    void setFormat(ExportFormat format);

Q_SIGNALS:
    void formatChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFormat(const ExportFormatRow &row, QGridLayout *layout);
    void updateLook();

    QButtonGroup *m_buttons;
    std::vector<QLabel *> m_icons;
    std::vector<QLabel *> m_descriptions;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/formatlist.h"

#include "widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace Gemmary {

namespace {

constexpr int DescriptionWidth = 52; // average characters

} // namespace

FormatList::FormatList(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing(this, 2));
    layout->setVerticalSpacing(spacing(this, 0.5));
    layout->setColumnStretch(1, 1);
    for (const ExportFormatRow &row : exportFormats())
        addFormat(row, layout);
    layout->setRowStretch(layout->rowCount(), 1);
    setFormat(ExportFormat::Html);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            Q_EMIT formatChanged();
    });
    updateLook();
}

void FormatList::addFormat(const ExportFormatRow &row, QGridLayout *layout)
{
    const int line = layout->rowCount();
    auto *icon = new QLabel(this);
    auto *button = new QRadioButton(titleOf(row), this);
    button->setAccessibleDescription(descriptionOf(row));
    setFontScale(button, 1, true);
    auto *description = new QLabel(descriptionOf(row), this);
    description->setWordWrap(true);
    description->setContentsMargins(0, 0, 0, spacing(this, 2));
    // A window does not keep the height that wrapped text needs by itself.
    const int width = fontMetrics().averageCharWidth() * DescriptionWidth;
    description->setMinimumSize(width, description->heightForWidth(width));
    layout->addWidget(icon, line, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(button, line, 1);
    layout->addWidget(description, line + 1, 1);
    m_buttons->addButton(button, static_cast<int>(row.format));
    m_icons.push_back(icon);
    m_descriptions.push_back(description);
}

ExportFormat FormatList::format() const
{
    return static_cast<ExportFormat>(m_buttons->checkedId());
}

void FormatList::setFormat(ExportFormat format)
{
    m_buttons->button(static_cast<int>(format))->setChecked(true);
}

void FormatList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void FormatList::updateLook()
{
    const Colors colors = colorsOf(palette());
    const int size = spacing(this, 6);
    for (std::size_t i = 0; i < m_icons.size(); ++i) {
        const QString name = QString::fromLatin1(exportFormats()[i].icon);
        m_icons[i]->setPixmap(
            themedIcon(name, colors.faintText).pixmap(QSize(size, size), devicePixelRatioF()));
        QPalette faint = palette();
        faint.setColor(QPalette::WindowText, colors.faintText);
        if (m_descriptions[i]->palette() != faint)
            m_descriptions[i]->setPalette(faint);
    }
}

} // namespace Gemmary

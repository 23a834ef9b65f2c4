// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencefield.h"

#include "preferences/preferencecontrol.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Gemmary {

PreferenceField::PreferenceField(const PreferenceText &text, const PreferenceRow &row, QWidget *parent)
    : CardRow(preferenceText(text.title), preferenceText(text.help), parent)
    , m_row(row)
    , m_lock(new QLabel(this))
    , m_origin(new QLabel(this))
    , m_reset(new QToolButton(this))
    , m_control(PreferenceControl::make(row, this))
{
    m_origin->setTextFormat(Qt::PlainText);
    m_origin->setWordWrap(true);
    auto *origin = new QWidget(this);
    auto *layout = new QHBoxLayout(origin);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 1));
    layout->addWidget(m_lock);
    layout->addWidget(m_origin, 1);
    addFaint(origin);

    m_reset->setIcon(themedIcon(QStringLiteral("reset")));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // controls stay in line
    m_reset->setSizePolicy(policy);
    m_control->widget()->setObjectName(row.key);
    addAtEnd(m_control->widget());
    setTitled(m_control->widget());
    addAtEnd(m_reset);

    QStringList found{row.key};
    for (const QString &option : row.options)
        found.append(optionText(row.key, option));
    m_found = found.join(QLatin1Char(' '));
    connect(m_control, &PreferenceControl::chosen, this,
            [this](const QString &value) { Q_EMIT chosen(m_row.key, value); });
    connect(m_reset, &QToolButton::clicked, this, [this] { Q_EMIT chosen(m_row.key, m_row.defaultValue); });
    showRow(row);
    drawLock();
}

QWidget *PreferenceField::control() const
{
    return m_control->widget();
}

bool PreferenceField::matches(const QString &words) const
{
    if (CardRow::matches(words))
        return true;
    return m_found.contains(words.simplified(), Qt::CaseInsensitive);
}

void PreferenceField::showRow(const PreferenceRow &row)
{
    m_row = row;
    m_control->setValue(row.value);
    const QString origin = originText(row);
    m_origin->setText(origin);
    m_lock->setVisible(row.isLocked());
    QWidget *control = m_control->widget();
    control->setEnabled(!row.isLocked());
    control->setAccessibleName(title());
    control->setAccessibleDescription(origin);
    control->setToolTip(row.isLocked() ? origin.toHtmlEscaped() : QString());
    const QString normal = valueText(row, row.defaultValue);
    m_reset->setVisible(row.isChanged() && !row.isLocked());
    //: %1 is a preference, %2 its default
    m_reset->setAccessibleName(tr("Reset %1 to %2").arg(isolated(title()), normal));
    m_reset->setToolTip(tr("Back to the default: %1").arg(normal).toHtmlEscaped());
}

void PreferenceField::changeEvent(QEvent *event)
{
    CardRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawLock();
}

void PreferenceField::drawLock()
{
    const int size = spacing(this, 3.5);
    m_lock->setPixmap(themedIcon(QStringLiteral("locked"), colorsOf(palette()).faintText)
                          .pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace Gemmary

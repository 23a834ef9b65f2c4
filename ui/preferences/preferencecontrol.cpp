// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencecontrol.h"

#include "preferences/preferencetexts.h"
#include "preferences/sizes.h"
#include "preferences/switchbox.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int LargestSize = 1024 * 1024; // MiB
constexpr int TextColumns = 26;          // of a field for text

const PreferenceText *textOf(const QString &key)
{
    const auto texts = preferenceTexts();
    const auto text = std::ranges::find_if(
        texts, [&](const PreferenceText &one) { return key == QLatin1StringView(one.key); });
    return text == texts.end() ? nullptr : &*text;
}

class BoolControl : public PreferenceControl
{
public:
    explicit BoolControl(QCheckBox *box)
        : PreferenceControl(box)
        , m_box(box)
    {
        connect(box, &QCheckBox::toggled, this,
                [this](bool on) { Q_EMIT chosen(on ? QStringLiteral("true") : QStringLiteral("false")); });
    }

    void setValue(const QString &value) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(value == QLatin1StringView("true"));
    }

private:
    QCheckBox *m_box;
};

// Numbers, and sizes in MiB.
class NumberControl : public PreferenceControl
{
public:
    NumberControl(QSpinBox *box, const PreferenceRow &row)
        : PreferenceControl(box)
        , m_box(box)
        , m_isSize(row.kind == PreferenceRow::Kind::Size)
    {
        const PreferenceText *text = textOf(row.key);
        const QString unit =
            m_isSize ? PreferenceControl::tr("MiB") : preferenceText(text ? text->unit : nullptr);
        if (!unit.isEmpty())
            box->setSuffix(QLatin1Char(' ') + unit);
        if (text && text->leastWord)
            box->setSpecialValueText(preferenceText(text->leastWord));
        box->setRange(m_isSize ? 1 : row.least, m_isSize ? LargestSize : row.most);
        box->setGroupSeparatorShown(true);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setKeyboardTracking(false); // a number is chosen when it is typed, not each of its digits
        connect(box, &QSpinBox::valueChanged, this, [this](int number) {
            Q_EMIT chosen(m_isSize ? sizeOfMebibytes(number) : QString::number(number));
        });
    }

    void setValue(const QString &value) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(m_isSize ? mebibytes(value) : value.toInt());
    }

private:
    QSpinBox *m_box;
    bool m_isSize;
};

class ChoiceControl : public PreferenceControl
{
public:
    ChoiceControl(QComboBox *box, const PreferenceRow &row)
        : PreferenceControl(box)
        , m_box(box)
    {
        for (const QString &option : row.options) {
            const QString text = optionText(row.key, option);
            if (text != option || option == row.value) // what has no words is for those who know it
                box->addItem(text, option);
        }
        connect(box, &QComboBox::activated, this, [this] { Q_EMIT chosen(m_box->currentData().toString()); });
    }

    void setValue(const QString &value) override
    {
        if (m_box->findData(value) < 0)
            m_box->addItem(value, value);
        m_box->setCurrentIndex(m_box->findData(value));
    }

private:
    QComboBox *m_box;
};

// Texts and lists.
class TextControl : public PreferenceControl
{
public:
    TextControl(QLineEdit *field, const PreferenceRow &row)
        : PreferenceControl(field)
        , m_field(field)
    {
        const PreferenceText *text = textOf(row.key);
        field->setPlaceholderText(preferenceText(text ? text->placeholder : nullptr));
        field->setMinimumWidth(field->fontMetrics().averageCharWidth() * TextColumns);
        connect(field, &QLineEdit::editingFinished, this, [this] {
            if (m_field->text() == m_value) // said already: leaving the field follows Enter
                return;
            m_value = m_field->text();
            Q_EMIT chosen(m_value);
        });
    }

    void setValue(const QString &value) override
    {
        m_value = value;
        if (m_field->text() != value)
            m_field->setText(value);
        m_field->setCursorPosition(0);
    }

private:
    QLineEdit *m_field;
    QString m_value; // the last that was shown or chosen
};

} // namespace

PreferenceControl *PreferenceControl::make(const PreferenceRow &row, QWidget *parent)
{
    switch (row.kind) {
    case PreferenceRow::Kind::Bool:
        return new BoolControl(new SwitchBox(parent));
    case PreferenceRow::Kind::Number:
    case PreferenceRow::Kind::Size:
        return new NumberControl(new QSpinBox(parent), row);
    case PreferenceRow::Kind::Choice:
        return new ChoiceControl(new QComboBox(parent), row);
    case PreferenceRow::Kind::Text:
    case PreferenceRow::Kind::List:
        break;
    }
    return new TextControl(new QLineEdit(parent), row);
}

PreferenceControl::PreferenceControl(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(this);
}

// The wheel scrolls the page: it changes nothing on its way across a control.
bool PreferenceControl::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::Wheel || m_widget->hasFocus())
        return false;
    event->ignore();
    return true;
}

} // namespace Gemmary

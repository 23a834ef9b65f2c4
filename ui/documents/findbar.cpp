// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/findbar.h"

#include "documents/readertext.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Gemmary {

FindBar::FindBar(ReaderText &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_words(new QLineEdit(this))
    , m_result(new QLabel(this))
{
    makeSearchField(m_words, tr("Find in the text"));
    auto *layout = new QHBoxLayout(this);
    const int margin = spacing(this, 1.5);
    layout->setContentsMargins(margin * 2, margin, margin, margin);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_result);
    const auto addButton = [this, layout](const QString &name, auto act) {
        auto *button = new QToolButton(this);
        button->setText(name);
        button->setAutoRaise(true);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, act);
        return button;
    };
    addButton(tr("Previous"), [this] { find(true); });
    addButton(tr("Next"), [this] { find(false); });
    QToolButton *shut = addButton(tr("Close"), [this] { close(); });
    shut->setIcon(themedIcon(QStringLiteral("close")));
    shut->setAccessibleName(tr("Close the find bar"));
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        QTextCursor cursor = m_text.textCursor(); // a longer word is looked for where the shorter one was
        cursor.setPosition(cursor.selectionStart());
        m_text.setTextCursor(cursor);
        find(false);
    });
    hide();
}

void FindBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::find(bool backwards)
{
    const bool found = m_text.findAgain(m_words->text(), backwards);
    m_result->setText(found ? QString() : tr("Not found"));
}

void FindBar::close()
{
    hide();
    m_text.setFocus();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        find(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

} // namespace Gemmary

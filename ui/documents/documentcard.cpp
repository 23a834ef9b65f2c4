// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentcard.h"

#include "base/languagename.h"
#include "documents/documentactions.h"
#include "documents/documentcolumns.h"
#include "documents/rowfilter.h"
#include "widgets/elidedlabel.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Gemmary {

namespace {

// One sentence: a problem with its remedy, or what was counted.
QString sentenceOf(const DocumentLine &document)
{
    if (document.problem) {
        //: why a document was not read, and what helps
        return DocumentCard::tr("%1. %2.").arg(problemText(document.problem),
                                               remedyText(document.problem->reason));
    }
    if (!isCounted(document.state))
        return DocumentCard::tr("Not read yet.");
    QStringList facts{DocumentCard::tr("%Ln word(s)", nullptr, static_cast<int>(document.words)),
                      DocumentCard::tr("%Ln sentence(s)", nullptr, static_cast<int>(document.sentences)),
                      DocumentCard::tr("%Ln line(s)", nullptr, static_cast<int>(document.lines))};
    if (!document.language.isEmpty())
        facts.append(languageName(document.language));
    facts.append(encodingText(document.encoding, document.encodingGuessed));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

DocumentCard::DocumentCard(DocumentActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_icon(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_what(new QLabel(this))
    , m_buttonRow(new QWidget(this))
{
    setAccessibleName(tr("The current document"));
    setFontScale(m_name, 1.0, true);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addButtons();
    auto *layout = new QGridLayout(this);
    const int margin = spacing(this, 2);
    layout->setContentsMargins(margin * 3 / 2, margin, margin, margin);
    layout->setHorizontalSpacing(spacing(this, 2.5));
    layout->setVerticalSpacing(spacing(this, 0.5));
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignVCenter);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(m_what, 1, 1);
    layout->addWidget(m_buttonRow, 0, 2, 2, 1, Qt::AlignVCenter);
    showDocument();
}

void DocumentCard::addButtons()
{
    auto *layout = new QHBoxLayout(m_buttonRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 1));
    const auto add = [this, layout](DocumentActions::Action which, Qt::ToolButtonStyle style) {
        auto *button = new QToolButton(m_buttonRow);
        button->setDefaultAction(m_actions.action(which));
        button->setToolButtonStyle(style);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(QString(button->text()).remove(QLatin1Char('&')));
        button->setMinimumHeight(spacing(this, 7.5));
        layout->addWidget(button);
        m_buttons.push_back(button);
    };
    add(DocumentActions::ShowOriginal, Qt::ToolButtonTextBesideIcon);
    add(DocumentActions::TryAgain, Qt::ToolButtonTextBesideIcon);
    add(DocumentActions::Read, Qt::ToolButtonTextBesideIcon);
    add(DocumentActions::OpenFile, Qt::ToolButtonTextBesideIcon);
    add(DocumentActions::OpenFolder, Qt::ToolButtonTextBesideIcon);
    add(DocumentActions::CopyPath, Qt::ToolButtonIconOnly);
}

void DocumentCard::showDocument()
{
    const auto &document = m_actions.document();
    setVisible(document.has_value());
    if (!document)
        return;
    m_name->setFullText(document->name);
    m_what->setText(sentenceOf(*document));
    for (QToolButton *button : m_buttons)
        button->setVisible(button->defaultAction()->isEnabled());
    updateLook();
}

void DocumentCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void DocumentCard::updateLook()
{
    const auto &document = m_actions.document();
    if (!document)
        return;
    const Colors colors = colorsOf(palette());
    const int size = spacing(this, 6);
    m_icon->setPixmap(themedIcon(stateIcon(document->state), stateColor(document->state, colors))
                          .pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText,
                   document->problem ? palette().color(QPalette::WindowText) : colors.faintText);
    if (m_what->palette() != quiet)
        m_what->setPalette(quiet);
}

void DocumentCard::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.line);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/cardrow.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gemmary {

namespace {

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// Our own words as HTML, those that were looked for marked.
QString marked(const QString &text, const QString &words, const QPalette &palette)
{
    QStringList patterns;
    for (const QString &word : wordsOf(words))
        patterns.append(QRegularExpression::escape(word));
    const QRegularExpression found(patterns.join(QLatin1Char('|')),
                                   QRegularExpression::CaseInsensitiveOption);
    const QString before =
        QStringLiteral("<span style=\"background-color:%1;color:%2\">")
            .arg(palette.color(QPalette::Highlight).name(), palette.color(QPalette::HighlightedText).name());
    QString html;
    qsizetype end = 0;
    for (auto match = found.globalMatch(text); match.hasNext();) {
        const auto hit = match.next();
        html += text.mid(end, hit.capturedStart() - end).toHtmlEscaped() + before +
                hit.captured().toHtmlEscaped() + QStringLiteral("</span>");
        end = hit.capturedEnd();
    }
    return html + text.mid(end).toHtmlEscaped();
}

void setMarked(QLabel *label, const QString &text, const QString &words)
{
    label->setTextFormat(words.isEmpty() ? Qt::PlainText : Qt::RichText);
    label->setText(words.isEmpty() ? text : marked(text, words, label->palette()));
}

} // namespace

CardRow::CardRow(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_titleText(title)
    , m_explanationText(explanation)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_texts(new QVBoxLayout)
    , m_end(new QHBoxLayout)
{
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    for (QLabel *label : {m_title, m_explanation})
        label->setWordWrap(true);
    m_texts->setSpacing(spacing(this, 0.75));
    m_texts->addWidget(m_title);
    addFaint(m_explanation);
    m_end->setSpacing(spacing(this, 1.5));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(this, 3.5), spacing(this, 2.5), spacing(this, 2.5),
                               spacing(this, 2.5));
    layout->setSpacing(spacing(this, 4));
    layout->addLayout(m_texts, 1);
    layout->addLayout(m_end);
    highlight({});
}

bool CardRow::matches(const QString &words) const
{
    return std::ranges::all_of(wordsOf(words), [this](const QString &word) {
        return m_titleText.contains(word, Qt::CaseInsensitive) ||
               m_explanationText.contains(word, Qt::CaseInsensitive);
    });
}

void CardRow::highlight(const QString &words)
{
    m_words = words;
    setMarked(m_title, m_titleText, words);
    setMarked(m_explanation, m_explanationText, words);
    m_explanation->setVisible(!m_explanationText.isEmpty());
}

void CardRow::setOffered(bool offered)
{
    if (std::exchange(m_isOffered, offered) != offered)
        setVisible(offered);
}

void CardRow::addFaint(QWidget *label)
{
    m_faint.append(label);
    m_texts->addWidget(label);
    updateLook();
}

void CardRow::addAtEnd(QWidget *widget)
{
    m_end->addWidget(widget);
}

// Screen readers take a combo box's name from its label alone.
void CardRow::setTitled(QWidget *control)
{
    m_title->setBuddy(control);
}

void CardRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void CardRow::updateLook()
{
    const QColor color = colorsOf(palette()).faintText;
    for (QWidget *label : m_faint) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, color);
        label->setPalette(faint);
    }
    highlight(m_words);
}

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void Card::addRow(CardRow *row)
{
    m_rows.append(row);
    m_layout->addWidget(row);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.card);
    const double radius = spacing(this, 1.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int edge = spacing(this, 3.5);
    bool isFirst = true;
    for (const CardRow *row : m_rows) {
        if (row->isHidden())
            continue;
        if (!std::exchange(isFirst, false)) {
            const double y = row->y() + 0.5;
            painter.drawLine(QPointF(edge, y), QPointF(width() - edge, y));
        }
    }
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/choicecard.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace Gemmary {

namespace {

constexpr int Columns = 34; // of the explanation
constexpr int Wrapped = static_cast<int>(Qt::TextWordWrap) | static_cast<int>(Qt::AlignTop);

} // namespace

// The colours of the card's present state.
struct ChoiceCard::Look
{
    QColor border;
    QColor fill;
    QColor accent;
    QColor text;
    QColor faint;
};

ChoiceCard::ChoiceCard(Texts texts, QWidget *parent)
    : QRadioButton(parent)
    , m_texts(std::move(texts))
    , m_titleFont(font())
    , m_stateFont(font())
{
    m_titleFont.setPointSizeF(font().pointSizeF() * 1.2);
    m_titleFont.setBold(true);
    m_stateFont.setPointSizeF(font().pointSizeF() * 0.92);
    m_stateFont.setWeight(QFont::DemiBold);
    setTexts(m_texts);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChoiceCard::setTexts(Texts texts)
{
    m_texts = std::move(texts);
    setAccessibleName(m_texts.title);
    setAccessibleDescription(m_texts.state + QStringLiteral(". ") + m_texts.explanation);
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * Columns;
    const int edge = spacing(this, 4);
    return {width + 2 * edge, textHeight(width) + 2 * edge};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return sizeHint(); // less would cut the text
}

bool ChoiceCard::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

int ChoiceCard::textHeight(int width) const
{
    const auto height = [width](const QFont &font, const QString &text) {
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Wrapped, text).height();
    };
    return spacing(this, 8) + spacing(this, 3) + height(m_titleFont, m_texts.title) + spacing(this, 2) +
           QFontMetrics(m_stateFont).height() + spacing(this, 1.5) + spacing(this, 3) +
           height(font(), m_texts.explanation);
}

ChoiceCard::Look ChoiceCard::look() const
{
    QPalette readable = palette(); // what comes later is explained: no reason to fade its words
    readable.setCurrentColorGroup(QPalette::Active);
    const Colors colors = colorsOf(readable);
    Look look{colors.line, colors.card, colors.accent, palette().color(QPalette::WindowText),
              colors.faintText};
    if (!isEnabled()) {
        look.accent = colors.waiting;
        look.text = colors.faintText; // still to be read: it says why
        look.fill = palette().color(QPalette::Window);
    } else if (isChecked() || underMouse()) {
        look.border = colors.accent;
    }
    return look;
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = this->look();
    paintSurface(painter, look);
    const int edge = spacing(this, 4);
    const int size = spacing(this, 8);
    const QRect inner = rect().adjusted(edge, edge, -edge, -edge);
    const auto align = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Wrapped;
    themedIcon(m_texts.icon, look.accent)
        .paint(&painter,
               QStyle::visualRect(layoutDirection(), inner, QRect(inner.topLeft(), QSize(size, size))));

    int top = inner.top() + size + spacing(this, 3);
    const auto write = [&](const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        QRect used;
        painter.drawText(QRect(inner.left(), top, inner.width(), inner.bottom() - top + 1), align, text,
                         &used);
        top = used.bottom() + 1;
    };
    write(m_titleFont, look.text, m_texts.title);
    top = paintState(painter, look, top + spacing(this, 2)) + spacing(this, 3);
    write(font(), look.faint, m_texts.explanation);
}

void ChoiceCard::paintSurface(QPainter &painter, const Look &look) const
{
    const double radius = spacing(this, 2);
    const double stroke = isChecked() ? 2 : 1;
    painter.setPen(QPen(look.border, stroke));
    painter.setBrush(look.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), radius,
                            radius);
    if (isChecked()) {
        QColor tint = look.accent;
        tint.setAlphaF(0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), radius - 1, radius - 1);
    }
    const int edge = spacing(this, 4);
    const int mark = spacing(this, 5);
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - edge - mark, edge, mark, mark));
    if (isEnabled()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChecked() ? look.accent : look.faint, 1.6));
        painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1));
        if (isChecked()) {
            painter.setBrush(look.accent);
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(QRectF(place).center(), mark * 0.24, mark * 0.24);
        }
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.text, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5), radius - 3, radius - 3);
    }
}

// The word on the state, in a pill; where it ends.
int ChoiceCard::paintState(QPainter &painter, const Look &look, int top) const
{
    const QFontMetrics metrics(m_stateFont);
    const int gap = spacing(this, 1.75);
    const int height = metrics.height() + spacing(this, 1.5);
    const int edge = spacing(this, 4);
    const QRect pill(edge, top, metrics.horizontalAdvance(m_texts.state) + 2 * gap, height);
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), pill);
    const Colors colors = colorsOf(palette());
    const QColor color = !isEnabled() ? look.faint : m_texts.isReady ? colors.done : colors.warning;
    QColor fill = color;
    fill.setAlphaF(0.13F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, height / 2.0, height / 2.0);
    painter.setFont(m_stateFont);
    painter.setPen(color);
    painter.drawText(place, Qt::AlignCenter, m_texts.state);
    return top + height;
}

} // namespace Gemmary

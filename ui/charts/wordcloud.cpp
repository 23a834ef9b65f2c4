// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/wordcloud.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t MostWords = 120;
constexpr std::chrono::milliseconds ArrangeDelay{60}; // while somebody drags the window's edge
constexpr int SpokenWords = 5;

} // namespace

WordCloud::WordCloud(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Word cloud"));
    m_arrange.setSingleShot(true);
    m_arrange.setInterval(ArrangeDelay);
    connect(&m_arrange, &QTimer::timeout, this, &WordCloud::arrange);
}

void WordCloud::setWords(const std::vector<TermCount> &words)
{
    m_words.clear();
    for (std::size_t i = 0; i < std::min(words.size(), MostWords); ++i)
        m_words.push_back({QString::fromStdString(words[i].term), words[i].count});
    m_placed.clear(); // they name the words of before
    m_current = -1;
    describe();
    m_arrange.start(0);
    update();
}

QSize WordCloud::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().lineSpacing() * 8};
}

QSize WordCloud::sizeHint() const
{
    return minimumSizeHint() * 3;
}

void WordCloud::arrange()
{
    m_placed = layoutCloud(m_words, size(), font());
    m_current = -1;
    update();
}

void WordCloud::describe()
{
    QStringList first;
    for (const CloudWord &word : m_words) {
        if (first.size() == SpokenWords)
            break;
        //: a word and how often it is there
        first.push_back(tr("%1 %2").arg(isolated(word.text), formatCount(word.count)));
    }
    //: %1 is a list of words with their counts
    setAccessibleDescription(first.isEmpty()
                                 ? tr("No words yet")
                                 : tr("The most frequent words: %1").arg(first.join(QStringLiteral(", "))));
}

void WordCloud::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    if (m_words.empty()) {
        painter.setPen(colors.faintText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The words show here when documents have been counted."));
        return;
    }
    for (int place = 0; place < static_cast<int>(m_placed.size()); ++place) {
        const PlacedWord &placed = m_placed[static_cast<std::size_t>(place)];
        QFont sized = font();
        sized.setPixelSize(std::max(1, qRound(placed.pixelSize)));
        painter.setFont(sized);
        painter.setPen(colors.series[placed.word % colors.series.size()]);
        const double base = placed.box.bottom() - QFontMetricsF(sized).descent();
        painter.drawText(QPointF(placed.box.left(), base), wordAt(place).text);
        if (place == m_current) {
            painter.setPen(QPen(colors.accent, 2));
            painter.setBrush(Qt::NoBrush);
            const double radius = spacing(this, 1);
            painter.drawRoundedRect(placed.box.adjusted(-3, 0, 3, 0), radius, radius);
        }
    }
}

void WordCloud::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_arrange.start(m_placed.empty() ? std::chrono::milliseconds(0) : ArrangeDelay);
}

void WordCloud::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_arrange.start();
}

void WordCloud::mouseMoveEvent(QMouseEvent *event)
{
    const int place = placeAt(event->position());
    setCurrent(place);
    if (place < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(
            event->globalPosition().toPoint(),
            tr("%1: %2").arg(wordAt(place).text.toHtmlEscaped(), formatCount(wordAt(place).count)), this);
}

void WordCloud::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        activate(placeAt(event->position()));
}

void WordCloud::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setCurrent(-1);
}

void WordCloud::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_placed.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(std::min(m_current + 1, last));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(std::max(m_current - 1, std::min(0, last)));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void WordCloud::setCurrent(int place)
{
    if (place == m_current)
        return;
    m_current = place;
    setCursor(place < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void WordCloud::activate(int place)
{
    if (place >= 0)
        Q_EMIT wordActivated(wordAt(place).text);
}

int WordCloud::placeAt(const QPointF &position) const
{
    const auto found = std::find_if(m_placed.begin(), m_placed.end(),
                                    [&](const PlacedWord &placed) { return placed.box.contains(position); });
    return found == m_placed.end() ? -1 : static_cast<int>(found - m_placed.begin());
}

const CloudWord &WordCloud::wordAt(int place) const
{
    return m_words[m_placed[static_cast<std::size_t>(place)].word];
}

} // namespace Gemmary

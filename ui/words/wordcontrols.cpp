// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordcontrols.h"

#include "widgets/searchfield.h"
#include "widgets/theme.h"
#include "words/stopwordmenu.h"

#include <QButtonGroup>
#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace Gemmary {

namespace {

constexpr qint64 MostWords = 5000;
constexpr int LongestMinimum = 30;
constexpr std::chrono::milliseconds TypingPause{150};
constexpr qint32 SavedVersion = 1;

struct ViewRow
{
    WordView view;
    const char *icon;
    const char *title;
    const char *help;
};

const ViewRow Views[] = {
    {WordView::Bars, "chart", QT_TRANSLATE_NOOP("Gemmary::WordControls", "Bars"),
     QT_TRANSLATE_NOOP("Gemmary::WordControls", "Words as a chart of bars")},
    {WordView::Table, "table", QT_TRANSLATE_NOOP("Gemmary::WordControls", "Table"),
     QT_TRANSLATE_NOOP("Gemmary::WordControls", "Words as a table with counts, rates and bars")},
    {WordView::Cloud, "cloudwords", QT_TRANSLATE_NOOP("Gemmary::WordControls", "Cloud"),
     QT_TRANSLATE_NOOP("Gemmary::WordControls", "Words as a cloud, larger when more frequent")},
};

} // namespace

WordControls::WordControls(QWidget *parent)
    : QWidget(parent)
    , m_stopWords(new StopWordMenu(this))
    , m_length(new QSpinBox(this))
    , m_search(new QLineEdit(this))
    , m_views(new QButtonGroup(this))
{
    makeSearchField(m_search, tr("Find a word"));
    m_length->setRange(1, LongestMinimum);
    auto *lengthLabel = new QLabel(tr("At &least"), this);
    lengthLabel->setBuddy(m_length);
    showUnit();
    m_length->setAccessibleName(tr("Fewest characters of a word"));
    auto *copy = new QToolButton(this);
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    copy->setAccessibleName(tr("Copy words"));
    copy->setToolTip(tr("Copies the rows selected, or all that are listed"));
    auto *layout = new QHBoxLayout(this);
    const int edge = spacing(this, 2);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_stopWords);
    layout->addWidget(lengthLabel);
    layout->addWidget(m_length);
    layout->addSpacing(spacing(this, 2));
    addViews(layout);
    layout->addWidget(copy);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(copy, &QToolButton::clicked, this, &WordControls::copyRequested);
    connectControls();
}

void WordControls::addViews(QHBoxLayout *layout)
{
    auto *group = new QHBoxLayout;
    group->setSpacing(0);
    for (const ViewRow &row : Views) {
        auto *button = new QToolButton(this);
        button->setText(tr(row.title));
        button->setIcon(themedIcon(QString::fromLatin1(row.icon)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setToolTip(tr(row.help));
        button->setAccessibleName(tr(row.help));
        m_views->addButton(button, static_cast<int>(row.view));
        group->addWidget(button);
    }
    m_views->button(static_cast<int>(WordView::Table))->setChecked(true);
    layout->addLayout(group);
}

void WordControls::connectControls()
{
    connect(&m_pause, &QTimer::timeout, this, &WordControls::filterChanged);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_length, &QSpinBox::valueChanged, this, &WordControls::showUnit);
    connect(m_length, &QSpinBox::valueChanged, this, [this] {
        m_pause.start();
        Q_EMIT choiceMade();
    });
    connect(m_stopWords, &StopWordMenu::choiceChanged, this, [this] {
        Q_EMIT filterChanged();
        Q_EMIT choiceMade();
    });
    connect(m_views, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        Q_EMIT viewChanged();
        Q_EMIT choiceMade();
    });
}

void WordControls::showUnit()
{
    //: follows a number in a field
    m_length->setSuffix(tr(" character(s)", nullptr, m_length->value()));
}

WordFilter WordControls::filter(const QStringList &languages) const
{
    return {MostWords, m_stopWords->effective(languages), m_length->value(), m_search->text().trimmed()};
}

WordView WordControls::view() const
{
    return static_cast<WordView>(m_views->checkedId());
}

bool WordControls::filtersMuch() const
{
    return m_length->value() > 1 || !m_search->text().trimmed().isEmpty();
}

void WordControls::clearSearch()
{
    const QSignalBlocker quiet(m_search);
    m_search->clear();
}

void WordControls::reset()
{
    m_search->clear();
    m_length->setValue(1);
    m_stopWords->setChoice(StopWordMenu::Mode::Off, m_stopWords->chosen());
    m_pause.stop();
    Q_EMIT filterChanged();
    Q_EMIT choiceMade();
}

QByteArray WordControls::save() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << SavedVersion << qint32(m_views->checkedId()) << qint32(m_length->value())
           << static_cast<qint32>(m_stopWords->mode()) << m_stopWords->chosen();
    return saved;
}

void WordControls::restore(const QByteArray &saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    qint32 view = 0;
    qint32 length = 0;
    qint32 mode = 0;
    QStringList chosen;
    stream >> version >> view >> length >> mode >> chosen;
    const bool isKnown = stream.status() == QDataStream::Ok && version == SavedVersion &&
                         m_views->button(view) && mode >= 0 &&
                         mode <= static_cast<qint32>(StopWordMenu::Mode::Chosen);
    if (!isKnown)
        return;
    m_stopWords->setChoice(static_cast<StopWordMenu::Mode>(mode), chosen);
    {
        const QSignalBlocker quiet(m_length);
        m_length->setValue(length);
    }
    showUnit();
    const QSignalBlocker quiet(m_views);
    m_views->button(view)->setChecked(true);
}

} // namespace Gemmary

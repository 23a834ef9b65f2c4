// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/filterchips.h"

#include "documents/chip.h"
#include "widgets/format.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds TypingPause{150};

struct KindRow
{
    DocumentKind kind;
    const char *title;
    const char *help;
    bool hidesWithout; // any
};

const KindRow Kinds[] = {
    {DocumentKind::All, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "All"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Every document found"), false},
    {DocumentKind::Done, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Done"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Read and counted"), false},
    {DocumentKind::Problems, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Problems"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Could not be read, or not wholly"), false},
    {DocumentKind::Skipped, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Skipped"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Deliberately not read"), false},
    {DocumentKind::Duplicate, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Duplicates"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Same content as another document"), true},
    {DocumentKind::Guessed, QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Guessed encoding"),
     QT_TRANSLATE_NOOP("Gemmary::FilterChips", "Nothing in them says how their bytes are to be read"), true},
};

} // namespace

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 1.5));
    addChips(layout);
    m_rangePlace = new QHBoxLayout;
    layout->addLayout(m_rangePlace);
    layout->addStretch(1);
    addText(layout);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterChips::tell);
}

void FilterChips::addChips(QHBoxLayout *layout)
{
    for (const KindRow &row : Kinds) {
        auto *chip = new Chip(Chip::Kind::Choice, tr(row.title), this);
        chip->setToolTip(tr(row.help));
        chip->setAccessibleDescription(tr(row.help));
        chip->setVisible(!row.hidesWithout);
        m_chips.at(static_cast<std::size_t>(row.kind)) = chip;
        m_kinds->addButton(chip, static_cast<int>(row.kind));
        layout->addWidget(chip);
    }
    m_chips.front()->setChecked(true);
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            tell();
    });
}

void FilterChips::addText(QHBoxLayout *layout)
{
    m_text = new QLineEdit(this);
    makeSearchField(m_text, tr("Filter by name or reason"), Glass::Shown);
    m_text->setAccessibleName(tr("Filter the documents by name or reason"));
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_text->installEventFilter(this);
    layout->addWidget(m_text, 3);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &FilterChips::tell);
}

RowFilter FilterChips::filter() const
{
    return {static_cast<DocumentKind>(m_kinds->checkedId()), m_text->text().trimmed(), m_range};
}

void FilterChips::setCounts(const KindCounts &counts)
{
    for (const KindRow &row : Kinds) {
        const auto kind = static_cast<std::size_t>(row.kind);
        Chip *chip = m_chips.at(kind);
        chip->setCount(counts.at(kind));
        chip->setVisible(!row.hidesWithout || counts.at(kind) > 0 || chip->isChecked());
    }
}

void FilterChips::setKind(DocumentKind kind)
{
    Chip *chip = m_chips.at(static_cast<std::size_t>(kind));
    chip->setVisible(true);
    chip->setChecked(true);
}

void FilterChips::setWordRange(const std::optional<WordRange> &range)
{
    m_range = range;
    delete std::exchange(m_rangeChip, nullptr);
    if (range) {
        const QString text = tr("%1 to %2 words").arg(formatCount(range->from), formatCount(range->to));
        m_rangeChip = new Chip(Chip::Kind::Removable, text, this);
        m_rangeChip->setAccessibleName(tr("Remove the filter “%1”").arg(text));
        m_rangeChip->setToolTip(tr("Shows documents of any length again"));
        m_rangePlace->addWidget(m_rangeChip);
        // The chip is deleted by what it asks for, so not while it still handles its click.
        connect(
            m_rangeChip, &QAbstractButton::clicked, this, [this] { setWordRange({}); }, Qt::QueuedConnection);
    }
    tell();
}

void FilterChips::clear()
{
    m_text->clear();
    m_chips.front()->setChecked(true);
    setWordRange({});
}

void FilterChips::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool FilterChips::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (watched == m_text && isEscape && !m_text->text().isEmpty()) {
        m_text->clear();
        tell();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterChips::tell()
{
    m_typing.stop();
    const RowFilter now = filter();
    if (std::exchange(m_told, now) != now)
        Q_EMIT filterChanged();
}

} // namespace Gemmary

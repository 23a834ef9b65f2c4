// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/readerfacts.h"

#include "base/languagename.h"
#include "documents/documentcolumns.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>

namespace Gemmary {

namespace {

constexpr std::size_t MostWords = 10;

using Document = const DocumentRow &;

template <qint64 TextCounts::*Member>
QString countOf(Document document)
{
    return formatCount(document.statistics.counts.*Member);
}

QString readabilityText(Document document)
{
    const auto readability = readabilityOf(document.statistics.language);
    return readability ? QLocale().toString(readability->score, 'f', 0) : QString();
}

QString varietyText(Document document)
{
    const auto ratio = document.statistics.movingRatio.ratio();
    return ratio ? formatPercent(*ratio) : QString();
}

QString topWords(Document document)
{
    const auto &all =
        document.statistics.keywords.empty() ? document.statistics.topTerms : document.statistics.keywords;
    QStringList words;
    for (const TermCount &word : all) {
        if (words.size() == MostWords)
            break;
        //: a word and how often it is there
        words.append(
            ReaderFacts::tr("%1 (%2)").arg(QString::fromStdString(word.term), formatCount(word.count)));
    }
    return words.join(QStringLiteral(", "));
}

struct FactRow
{
    const char *title;
    const char *definition;
    QString (*value)(Document document); // empty: the row is left out
};

const FactRow Facts[] = {
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Words"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Runs of characters without white space"),
     countOf<&TextCounts::words>},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Sentences"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "By the rules of its language"),
     countOf<&TextCounts::sentences>},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Lines"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "That are not blank"), countOf<&TextCounts::lines>},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Characters"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Unicode code points"), countOf<&TextCounts::characters>},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Different words"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Forms, capitals aside"),
     [](Document document) { return formatCount(document.statistics.distinctTerms); }},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Variety"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Different words among 500 in a row, on average"),
     varietyText},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Language"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "As it was detected"),
     [](Document document) { return languageName(document.statistics.language.language); }},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Encoding"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "How its bytes were read as text"),
     [](Document document) { return encodingText(document.facts.encoding, document.facts.encodingGuessed); }},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Size"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Of the file"),
     [](Document document) { return formatBytes(document.bytes); }},
    {QT_TRANSLATE_NOOP("Gemmary::ReaderFacts", "Frequent words"),
     QT_TRANSLATE_NOOP("Gemmary::ReaderFacts",
                       "Without the language's most common ones, where those are known"),
     topWords},
};

QString formulaName(const QString &formula)
{
    return formula == QLatin1StringView("fernandez_huerta") ? ReaderFacts::tr("Fernández Huerta")
                                                            : ReaderFacts::tr("Flesch reading ease");
}

} // namespace

QStringList sentencesOf(const std::optional<Summary> &summary)
{
    return summary ? summary->text.split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
}

ReaderFacts::ReaderFacts(QWidget *parent)
    : QWidget(parent)
    , m_figures(new QWidget(this))
    , m_grid(new QGridLayout(m_figures))
    , m_problem(new QLabel(this))
    , m_summaryTitle(new QLabel(tr("Key sentences"), this))
    , m_provenance(new QLabel(this))
    , m_sentences(new QListWidget(this))
{
    for (QLabel *label : {m_problem, m_provenance}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_grid->setContentsMargins({});
    m_grid->setColumnStretch(0, 1);
    setFontScale(m_summaryTitle, 1.05, true);
    m_sentences->setAccessibleName(tr("Key sentences of the document"));
    m_sentences->setWordWrap(true);
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setSpacing(spacing(this, 0.5));
    m_sentences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sentences->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *area = new QScrollArea(this);
    area->setAccessibleName(tr("Figures of the document"));
    area->setWidget(m_figures);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    const int margin = spacing(this, 3);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_problem);
    layout->addWidget(area, 3);
    layout->addSpacing(spacing(this, 2));
    layout->addWidget(m_summaryTitle);
    layout->addWidget(m_provenance);
    layout->addWidget(m_sentences, 2);
    connect(m_sentences, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT sentenceActivated(m_sentences->row(item)); });
    connect(m_sentences, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT sentenceActivated(m_sentences->row(item)); });
}

void ReaderFacts::showDocument(const DocumentText &document, const QStringList &sentences,
                               const std::vector<bool> &isPlaced)
{
    const auto &trouble = document.document.problem;
    m_problem->setVisible(trouble.has_value());
    if (trouble) {
        //: why a document was not wholly read, and what helps
        m_problem->setText(tr("%1. %2.").arg(problemText(trouble), remedyText(trouble->reason)));
    }
    showFigures(document.document);
    const bool isSummarised = document.summary.has_value();
    for (QWidget *widget : {static_cast<QWidget *>(m_summaryTitle), static_cast<QWidget *>(m_provenance),
                            static_cast<QWidget *>(m_sentences)})
        widget->setVisible(isSummarised);
    if (isSummarised)
        m_provenance->setText(provenanceText(*document.summary));
    m_sentences->clear();
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        auto *item = new QListWidgetItem(sentences[i], m_sentences);
        if (!isPlaced[static_cast<std::size_t>(i)])
            item->setToolTip(tr("Not within the text shown"));
    }
    updateLook();
}

void ReaderFacts::showFigures(const DocumentRow &document)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_quiet.clear();
    for (const FactRow &row : Facts)
        addFact(tr(row.title), tr(row.definition), row.value(document));
    if (const auto readability = readabilityOf(document.statistics.language)) {
        addFact(tr("Readability"), formulaName(readability->formula) + tr("; higher is easier, 60 is plain"),
                readabilityText(document));
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void ReaderFacts::addFact(const QString &title, const QString &definition, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_grid->rowCount();
    auto *name = new QLabel(title, m_figures);
    auto *figure = new QLabel(value, m_figures);
    auto *meaning = new QLabel(definition, m_figures);
    setFontScale(figure, 1.0, true);
    setFontScale(meaning, 0.88);
    figure->setTextFormat(Qt::PlainText);
    figure->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    figure->setAccessibleName(title + QStringLiteral(": ") + value);
    meaning->setWordWrap(true);
    m_quiet.push_back(meaning);
    constexpr qsizetype LongestBeside = 28;
    const bool isLong = value.size() > LongestBeside;
    figure->setWordWrap(isLong);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(meaning, row + 1, 0, 1, 2);
    m_grid->addWidget(figure, isLong ? row + 2 : row, isLong ? 0 : 1, 1, isLong ? 2 : 1,
                      isLong ? Qt::Alignment() : Qt::AlignTrailing);
    m_grid->setRowMinimumHeight(isLong ? row + 3 : row + 2, spacing(this, 1));
}

void ReaderFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void ReaderFacts::updateLook()
{
    const Colors colors = colorsOf(palette());
    const auto tint = [](QLabel *label, const QColor &color) {
        QPalette tinted = label->palette();
        tinted.setColor(QPalette::WindowText, color);
        label->setPalette(tinted);
    };
    for (QLabel *label : m_quiet)
        tint(label, colors.faintText);
    tint(m_provenance, colors.faintText);
    tint(m_problem, colors.warning);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordspage.h"

#include "charts/wordcloud.h"
#include "engine.h"
#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/focuspass.h"
#include "widgets/theme.h"
#include "words/wordcontextpage.h"
#include "words/wordcontrols.h"
#include "words/wordtable.h"
#include "words/wordtexts.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gemmary {

WordsPage::WordsPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_notReady(new EmptyPage(QStringLiteral("words"), m_stack))
    , m_failure(new EmptyPage(QStringLiteral("warning"), m_stack))
    , m_again(m_failure->addButton(tr("Try again")))
    , m_context(new WordContextPage(engine, m_stack))
{
    m_list = makeList();
    for (QWidget *page : {static_cast<QWidget *>(m_notReady), static_cast<QWidget *>(m_failure), m_list,
                          static_cast<QWidget *>(m_context)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    new FocusPass(this, [this] { return m_stack->currentWidget(); });
    connectParts();
    updateLook();
    showNotReady();
}

QWidget *WordsPage::makeList()
{
    auto *list = new QWidget(m_stack);
    m_controls = new WordControls(list);
    m_views = new QStackedWidget(list);
    m_table = new WordTable(m_model, m_views);
    m_cloud = new WordCloud(m_views);
    m_none = new EmptyPage(QStringLiteral("search"), m_views);
    m_views->addWidget(m_table);
    m_views->addWidget(m_cloud);
    m_views->addWidget(m_none);
    m_status = new QLabel(list);
    m_definition = new QLabel(list);
    for (QLabel *label : {m_status, m_definition}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setFontScale(m_definition, 0.9);
    auto *texts = new QVBoxLayout;
    const int edge = spacing(this, 2);
    texts->setContentsMargins(edge, edge, edge, edge);
    texts->setSpacing(spacing(this, 0.5));
    texts->addWidget(m_status);
    texts->addWidget(m_definition);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(m_views, 1);
    layout->addLayout(texts);
    new FocusPass(list, [this] { return m_views->currentWidget(); });
    return list;
}

void WordsPage::connectParts()
{
    QPushButton *all = m_none->addButton(tr("Show all words"));
    connect(all, &QPushButton::clicked, m_controls, &WordControls::reset);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_askedVersion = -1;
        refresh();
    });
    connect(m_controls, &WordControls::filterChanged, this, &WordsPage::askForWords);
    connect(m_controls, &WordControls::viewChanged, this, &WordsPage::showView);
    connect(m_controls, &WordControls::choiceMade, this, &WordsPage::layoutChanged);
    connect(m_controls, &WordControls::copyRequested, m_table, &WordTable::copyRows);
    connect(m_table, &WordTable::layoutChanged, this, &WordsPage::layoutChanged);
    connect(m_table, &WordTable::wordActivated, this, &WordsPage::showWord);
    connect(m_cloud, &WordCloud::wordActivated, this, &WordsPage::showWord);
    connect(m_context, &WordContextPage::documentActivated, this, &WordsPage::documentActivated);
    connect(m_context, &WordContextPage::closed, this, &WordsPage::closeContext);
}

void WordsPage::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const bool isAnother = !process || !m_process || process->id != m_process->id;
    m_process = process;
    if (!isAnother)
        return;
    ++m_question;
    m_isAsking = false;
    m_askedVersion = -1;
    m_statistics.reset();
    m_model.setWords({}, 0);
    m_context->forget();
    m_definition->setText(process ? wordDefinition(process->settings) : QString());
    showNotReady();
    refresh();
}

void WordsPage::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    if (m_stack->currentWidget() == m_notReady)
        showNotReady();
    refresh();
}

void WordsPage::showWord(const QString &word)
{
    if (!m_process || word.isEmpty())
        return;
    m_context->showWord(m_process->id, word, m_model.countOf(word));
    m_stack->setCurrentWidget(m_context);
    m_context->setFocus(Qt::OtherFocusReason);
}

void WordsPage::closeContext()
{
    const QString word = m_context->word();
    m_context->forget();
    if (m_statistics)
        m_stack->setCurrentWidget(m_list);
    else
        showNotReady();
    m_table->select(word);
    m_askedVersion = m_statistics ? m_askedVersion : -1; // an error meanwhile was not shown
    refresh();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void WordsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void WordsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void WordsPage::updateLook()
{
    for (QLabel *label : {m_status, m_definition}) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
        label->setPalette(faint);
    }
}

// There is no table before all documents are counted; once there is one, it only changes by adding or
// retrying, which ends with a settled process.
bool WordsPage::isWorthAsking() const
{
    if (!m_process || m_isAsking || m_askedVersion == m_process->version)
        return false;
    if (isSettled(m_process->state))
        return true;
    return !m_statistics && m_process->planned && m_process->documents.waiting == 0;
}

void WordsPage::refresh()
{
    if (isVisible() && isWorthAsking())
        askForStatistics();
}

void WordsPage::askForStatistics()
{
    m_isAsking = true;
    m_askedVersion = m_process->version;
    whenAnswered(m_engine.statistics(m_process->id), this,
                 [this, question = ++m_question](const Result<SetStatistics> &statistics) {
                     if (question != m_question)
                         return;
                     m_isAsking = false;
                     if (!statistics) {
                         showError(statistics.error());
                         return;
                     }
                     m_statistics = *statistics;
                     askForWords();
                 });
}

void WordsPage::askForWords()
{
    if (!m_process || !m_statistics || m_isAsking)
        return; // the answer on its way leads here again
    whenAnswered(m_engine.words(m_process->id, m_controls->filter(languages())), this,
                 [this, question = ++m_question](const Result<WordList> &words) {
                     if (question != m_question)
                         return;
                     if (words)
                         showWords(*words);
                     else
                         showError(words.error());
                 });
}

void WordsPage::showWords(const WordList &words)
{
    m_model.setWords(words.words, m_statistics->counts.terms);
    m_cloud->setWords(words.words);
    showStatus(words);
    showView();
    if (m_stack->currentWidget() != m_context)
        m_stack->setCurrentWidget(m_list);
}

void WordsPage::showError(const Error &error)
{
    if (m_stack->currentWidget() == m_context)
        return;                              // said when the words are wanted again
    if (error.kind == ErrorKind::Conflict) { // no table yet
        m_statistics.reset();
        showNotReady();
        return;
    }
    m_failure->setTexts(tr("The words could not be read"), error.message);
    m_stack->setCurrentWidget(m_failure);
}

void WordsPage::showView()
{
    const WordView view = m_controls->view();
    m_table->showAsBars(view == WordView::Bars);
    if (m_model.rowCount() == 0)
        m_views->setCurrentWidget(m_none);
    else if (view == WordView::Cloud)
        m_views->setCurrentWidget(m_cloud);
    else
        m_views->setCurrentWidget(m_table);
}

void WordsPage::showStatus(const WordList &words)
{
    m_status->setText(wordStatus(words, *m_statistics, *m_process));
    if (words.forms == 0)
        m_none->setTexts(tr("There are no words in these documents"), {});
    else if (m_controls->filtersMuch())
        m_none->setTexts(tr("No word fits"), tr("Search for less, or take shorter words in."));
    else
        m_none->setTexts(tr("Only stop words are left"), tr("Count them too to see them."));
}

void WordsPage::showNotReady()
{
    const PageTexts texts = wordsNotReady(m_process);
    m_notReady->setTexts(texts.headline, texts.hint);
    m_stack->setCurrentWidget(m_notReady);
}

QStringList WordsPage::languages() const
{
    QStringList languages;
    for (const LanguageCounts &counts : m_statistics->languages) {
        if (!counts.language.isEmpty())
            languages.append(counts.language);
    }
    return languages;
}

QByteArray WordsPage::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_controls->save() << m_table->saveLayout();
    return layout;
}

void WordsPage::restoreLayout(const QByteArray &layout)
{
    QByteArray controls;
    QByteArray table;
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> controls >> table;
    m_controls->restore(controls);
    m_table->restoreLayout(table);
    showView();
    askForWords();
}

} // namespace Gemmary

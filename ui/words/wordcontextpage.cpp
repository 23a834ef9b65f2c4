// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordcontextpage.h"

#include "engine.h"
#include "widgets/answer.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptypage.h"
#include "widgets/focuspass.h"
#include "widgets/format.h"
#include "widgets/oneline.h"
#include "widgets/theme.h"
#include "words/wordcontextview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <set>

namespace Gemmary {

namespace {

constexpr int MostPlaces = 500;

} // namespace

WordContextPage::WordContextPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_view(new WordContextView(m_model, m_stack))
    , m_trouble(new EmptyPage(QStringLiteral("search"), m_stack))
    , m_again(m_trouble->addButton(tr("Try again")))
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_trouble);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    new FocusPass(this, [this] { return m_view; });
    connect(m_view, &WordContextView::documentActivated, this, &WordContextPage::documentActivated);
    connect(m_again, &QPushButton::clicked, this, &WordContextPage::ask);
    connect(m_back, &QPushButton::clicked, this, &WordContextPage::closed);
}

QWidget *WordContextPage::makeHead()
{
    auto *head = new QWidget(this);
    m_back = new QPushButton(tr("&Back to the words"), head);
    m_back->setToolTip(tr("Esc goes back, too"));
    m_title = new ElidedLabel(head);
    setFontScale(m_title, 1.15, true);
    m_status = new QLabel(head);
    m_status->setTextFormat(Qt::PlainText);
    m_busy = new QProgressBar(head);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(spacing(this, 24), spacing(this, 2));
    m_busy->setAccessibleName(tr("Reading the documents"));
    auto *layout = new QHBoxLayout(head);
    const int edge = spacing(this, 2);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 3));
    layout->addWidget(m_back);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_busy);
    layout->addWidget(m_status);
    return head;
}

void WordContextPage::showWord(const ProcessId &process, const QString &word, qint64 counted)
{
    forget();
    m_process = process;
    m_word = word;
    m_counted = counted;
    m_title->setFullText(tr("%1 in context").arg(oneLine(word)));
    ask();
}

void WordContextPage::forget()
{
    ++m_question;
    m_answer.cancel();
    m_process.reset();
    m_word.clear();
    m_model.setPlaces({});
}

void WordContextPage::ask()
{
    m_model.setPlaces({});
    m_stack->setCurrentWidget(m_view);
    m_busy->show();
    m_status->setText(tr("Reading the documents…"));
    m_answer = m_engine.occurrences(*m_process, m_word, MostPlaces);
    whenAnswered(m_answer, this,
                 [this, question = ++m_question](const Result<std::vector<Occurrence>> &places) {
                     if (question == m_question)
                         show(places);
                 });
}

void WordContextPage::show(const Result<std::vector<Occurrence>> &places)
{
    m_busy->hide();
    m_again->setVisible(!places);
    if (!places) {
        m_status->clear();
        m_trouble->setTexts(tr("The documents could not be searched"), places.error().message);
    } else if (places->empty()) {
        m_status->clear();
        m_trouble->setTexts(
            tr("The word was not found again"),
            tr("Documents that were moved or changed since they were counted are passed over."));
    } else {
        m_model.setPlaces(*places);
        m_status->setText(resultText());
    }
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
}

QString WordContextPage::resultText() const
{
    std::set<qint64> documents;
    for (int row = 0; row < m_model.rowCount(); ++row)
        documents.insert(m_model.place(row).document);
    //: follows "41 places": how many documents they are in
    const QString where = tr("in %Ln document(s)", nullptr, static_cast<int>(documents.size()));
    const int found = m_model.rowCount();
    if (found >= MostPlaces && (m_counted < 0 || m_counted > found)) {
        return m_counted < 0 ? tr("the first %Ln place(s) %1", nullptr, found).arg(where)
                             : tr("the first %Ln place(s) of %1, %2", nullptr, found)
                                   .arg(formatCount(m_counted), where);
    }
    if (m_counted > found) {
        return tr("%Ln place(s) %1; %2 were counted, but some documents have moved or changed since", nullptr,
                  found)
            .arg(where, formatCount(m_counted));
    }
    return tr("%Ln place(s) %1", nullptr, found).arg(where);
}

void WordContextPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/readerwindow.h"

#include "documents/findbar.h"
#include "documents/readerfacts.h"
#include "documents/readertext.h"
#include "engine.h"
#include "widgets/answer.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptypage.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

enum Shown { Waiting, Reading, Trouble };

} // namespace

struct ReaderWindow::ActionRow
{
    const char *text;
    const char *icon;
    const char *shortcut;
    void (ReaderWindow::*act)();
};

const ReaderWindow::ActionRow ReaderWindow::Actions[] = {
    {QT_TR_NOOP("Previous document"), "previous", "Alt+Left", &ReaderWindow::previousDocument},
    {QT_TR_NOOP("Next document"), "next", "Alt+Right", &ReaderWindow::nextDocument},
    {nullptr, nullptr, nullptr, nullptr},
    {QT_TR_NOOP("Previous key sentence"), "up", "Shift+F3", &ReaderWindow::previousFound},
    {QT_TR_NOOP("Next key sentence"), "down", "F3", &ReaderWindow::nextFound},
    {nullptr, nullptr, nullptr, nullptr},
    {QT_TR_NOOP("Find in the text"), "search", "Ctrl+F", &ReaderWindow::openFind},
};

ReaderWindow::ReaderWindow(Engine &engine, const ProcessId &process, qint64 number, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_engine(engine)
    , m_process(process)
    , m_title(new ElidedLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_text(new ReaderText(this))
    , m_find(new FindBar(*m_text, this))
    , m_facts(new ReaderFacts(this))
    , m_cut(new QLabel(this))
{
    setFontScale(m_title, 1.15, true);
    auto *waiting = new EmptyPage(QStringLiteral("document"), this);
    waiting->setTexts(tr("Reading the document…"), {});
    m_stack->addWidget(waiting);
    m_stack->addWidget(makeReading());
    addTroublePage();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_stack, 1);
    auto *shut = new QAction(tr("Close"), this);
    shut->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)});
    addAction(shut);
    connect(shut, &QAction::triggered, this, &QWidget::close);
    updateLook();
    resize(fontMetrics().averageCharWidth() * 150, spacing(this, 170));
    showDocument(number);
}

QWidget *ReaderWindow::makeToolBar()
{
    auto *bar = new QToolBar(this);
    bar->setAccessibleName(tr("Reading"));
    const int size = spacing(this, 4.5);
    bar->setIconSize({size, size});
    for (const ActionRow &row : Actions) {
        if (!row.act) {
            bar->addSeparator();
            continue;
        }
        QAction *action = bar->addAction(themedIcon(QString::fromLatin1(row.icon)), tr(row.text));
        action->setShortcut(
            QKeySequence::fromString(QString::fromLatin1(row.shortcut), QKeySequence::PortableText));
        //: an action and its key
        action->setToolTip(
            tr("%1 (%2)").arg(tr(row.text), action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, row.act);
        QWidget *button = bar->widgetForAction(action);
        button->setAccessibleName(tr(row.text));
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *room = new QWidget(bar);
    auto *layout = new QHBoxLayout(room);
    layout->setContentsMargins(spacing(this, 3), 0, spacing(this, 3), 0);
    layout->addWidget(m_title, 1);
    m_title->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    bar->addWidget(room);
    return bar;
}

QWidget *ReaderWindow::makeReading()
{
    m_cut->setWordWrap(true);
    m_cut->setContentsMargins(spacing(this, 3), spacing(this, 1.5), spacing(this, 3), spacing(this, 1.5));
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_cut);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_find);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(page);
    splitter->addWidget(m_facts);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    connect(m_facts, &ReaderFacts::sentenceActivated, this, &ReaderWindow::goToSentence);
    return splitter;
}

void ReaderWindow::addTroublePage()
{
    m_trouble = new EmptyPage(QStringLiteral("warning"), this);
    m_stack->addWidget(m_trouble);
    connect(m_trouble->addButton(tr("Try again")), &QPushButton::clicked, this,
            [this] { showDocument(m_number); });
    connect(m_trouble->addButton(tr("Close")), &QPushButton::clicked, this, &QWidget::close);
}

void ReaderWindow::showDocument(qint64 number)
{
    m_number = number;
    m_stack->setCurrentIndex(Waiting);
    const auto document =
        QFuture(m_engine.documentText(m_process, number)).then(QtFuture::Launch::Async, prepared);
    whenAnswered(document, this, [this, number](const Result<Content> &content) {
        if (number != m_number)
            return;
        if (content)
            showContent(*content);
        else
            showError(content.error());
        Q_EMIT loaded();
    });
}

Result<ReaderWindow::Content> ReaderWindow::prepared(const Result<DocumentText> &document)
{
    if (!document)
        return failure(document.error());
    Content content{*document, sentencesOf(document->summary), {}};
    content.document.text = shownText(content.document.text);
    content.places = placesOf(content.sentences, content.document.text);
    return content;
}

void ReaderWindow::showContent(const Content &content)
{
    const DocumentRow &document = content.document.document;
    m_places = content.places;
    std::vector<TextSpan> found;
    std::vector<bool> isPlaced;
    for (const auto &place : m_places) {
        isPlaced.push_back(place.has_value());
        if (place)
            found.push_back(*place);
    }
    setWindowTitle(document.name);
    m_title->setFullText(document.name);
    m_cut->setVisible(!content.document.whole);
    //: %1 is a size such as 4 MB
    m_cut->setText(tr("Only the first %1 of the text are shown; the figures are of all of it.")
                       .arg(formatBytes(content.document.text.toUtf8().size())));
    m_text->showText(content.document.text, std::move(found));
    m_facts->showDocument(content.document, content.sentences, isPlaced);
    m_stack->setCurrentIndex(Reading);
    m_text->setFocus();
}

void ReaderWindow::showError(const Error &error)
{
    setWindowTitle(tr("Document"));
    m_trouble->setTexts(tr("This document cannot be shown"), error.message);
    m_stack->setCurrentIndex(Trouble);
}

void ReaderWindow::goToSentence(int index)
{
    if (const auto &place = m_places[static_cast<std::size_t>(index)])
        m_text->goToSentence(*place);
}

// While the find bar is open, its keys are about what it finds.
void ReaderWindow::nextFound()
{
    if (m_find->isVisible())
        m_find->find(false);
    else
        m_text->goToNextSentence(1);
}

void ReaderWindow::previousFound()
{
    if (m_find->isVisible())
        m_find->find(true);
    else
        m_text->goToNextSentence(-1);
}

void ReaderWindow::nextDocument()
{
    Q_EMIT neighbourRequested(1);
}

void ReaderWindow::previousDocument()
{
    Q_EMIT neighbourRequested(-1);
}

void ReaderWindow::openFind()
{
    if (m_stack->currentIndex() == Reading)
        m_find->open();
}

void ReaderWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void ReaderWindow::updateLook()
{
    QPalette warned = m_cut->palette();
    warned.setColor(QPalette::WindowText, colorsOf(palette()).warning);
    m_cut->setPalette(warned);
}

} // namespace Gemmary

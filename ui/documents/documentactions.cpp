// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentactions.h"

#include "documents/rowfilter.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace Gemmary {

struct DocumentActions::Row
{
    Action action;
    const char *icon;
    const char *text;
    const char *help;
    void (DocumentActions::*act)();
};

const DocumentActions::Row DocumentActions::Rows[] = {
    {Read, "words", QT_TR_NOOP("&Read"), QT_TR_NOOP("Shows its text with the key sentences marked"),
     &DocumentActions::read},
    {TryAgain, "retry", QT_TR_NOOP("&Try again"),
     QT_TR_NOOP("Reads every document of this process that failed once more"),
     &DocumentActions::retryRequested},
    {ShowOriginal, "next", QT_TR_NOOP("Show the &original"),
     QT_TR_NOOP("Goes to the document with the same content"), &DocumentActions::showOriginal},
    {OpenFile, "export", QT_TR_NOOP("&Open file"), QT_TR_NOOP("Opens it with the program for its type"),
     &DocumentActions::openFile},
    {OpenFolder, "folder", QT_TR_NOOP("Open &folder"), QT_TR_NOOP("Opens the folder it is in"),
     &DocumentActions::openFolder},
    {CopyPath, "copy", QT_TR_NOOP("Copy &path"), QT_TR_NOOP("Copies where the file is"),
     &DocumentActions::copyPath},
    {CopyRows, "table", QT_TR_NOOP("&Copy rows"), QT_TR_NOOP("Copies the selected rows for a spreadsheet"),
     &DocumentActions::copyRowsRequested},
};

DocumentActions::DocumentActions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : Rows) {
        auto *action = new QAction(themedIcon(QString::fromLatin1(row.icon)), tr(row.text), this);
        action->setToolTip(tr(row.help));
        connect(action, &QAction::triggered, this, row.act);
        m_actions.at(row.action) = action;
    }
    enable();
}

void DocumentActions::setDocument(const std::optional<DocumentLine> &document)
{
    m_document = document;
    enable();
}

void DocumentActions::setRetryable(bool retryable)
{
    m_retryable = retryable;
    enable();
}

void DocumentActions::enable()
{
    const bool any = m_document.has_value();
    const bool isFile = any && !path().isEmpty();
    const bool isTrouble = any && isOf(DocumentKind::Problems, *m_document);
    m_actions[Read]->setEnabled(any && isCounted(m_document->state));
    m_actions[TryAgain]->setEnabled(isTrouble && m_retryable);
    m_actions[ShowOriginal]->setEnabled(any && isOf(DocumentKind::Duplicate, *m_document));
    for (const Action action : {OpenFile, OpenFolder, CopyPath})
        m_actions.at(action)->setEnabled(isFile);
    m_actions[CopyRows]->setEnabled(any);
}

QString DocumentActions::path() const
{
    return m_document->locator.kind == Locator::Kind::File ? QFile::decodeName(m_document->locator.value)
                                                           : QString();
}

void DocumentActions::read()
{
    Q_EMIT readRequested(m_document->number);
}

void DocumentActions::showOriginal()
{
    Q_EMIT originalRequested(m_document->problem->detail);
}

void DocumentActions::openFile()
{
    open(path());
}

void DocumentActions::openFolder()
{
    open(QFileInfo(path()).path());
}

void DocumentActions::copyPath()
{
    QGuiApplication::clipboard()->setText(path());
}

void DocumentActions::open(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        Q_EMIT openFailed(path);
}

} // namespace Gemmary

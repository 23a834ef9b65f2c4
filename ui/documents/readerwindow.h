// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/keysentences.h"
#include "domain/ids.h"
#include "domain/views.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class ElidedLabel;
class EmptyPage;
class Engine;
class FindBar;
class ReaderFacts;
class ReaderText;

// A document to read, in a window of its own: its text with the key sentences marked, and what is known of
// it. The text is read from the document itself each time; when that cannot be, the window says why.
class ReaderWindow : public QWidget
{
    Q_OBJECT

public:
    ReaderWindow(Engine &engine, const ProcessId &process, qint64 number, QWidget *parent = nullptr);

    void showDocument(qint64 number);
    [[nodiscard]] qint64 number() const { return m_number; }

Q_SIGNALS:
    void
    neighbourRequested(int step); // 1: the next document in the list it was opened from; -1: the previous
    void loaded();                // the document or why it cannot be shown

protected:
    void changeEvent(QEvent *event) override;

private:
    struct ActionRow;
    static const ActionRow Actions[];

    // What a thread makes of a document before it is shown.
    struct Content
    {
        DocumentText document;
        QStringList sentences;
        std::vector<std::optional<TextSpan>> places; // of the sentences
    };

    [[nodiscard]] static Result<Content> prepared(const Result<DocumentText> &document);
    [[nodiscard]] QWidget *makeToolBar();
    [[nodiscard]] QWidget *makeReading();
    void addTroublePage();
    void showContent(const Content &content);
    void showError(const Error &error);
    void goToSentence(int index);
    void nextFound();
    void previousFound();
    void nextDocument();
    void previousDocument();
    void openFind();
    void updateLook();

    Engine &m_engine;
    ProcessId m_process;
    qint64 m_number = 0;
    ElidedLabel *m_title;
    QStackedWidget *m_stack;
    ReaderText *m_text;
    FindBar *m_find;
    ReaderFacts *m_facts;
    QLabel *m_cut;
    EmptyPage *m_trouble = nullptr;
    std::vector<std::optional<TextSpan>> m_places;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/findbar.h"
#include "documents/keysentences.h"
#include "documents/readerfacts.h"
#include "documents/readertext.h"
#include "documents/readerwindow.h"
#include "support/foldertree.h"
#include "support/realengine.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>

using namespace Gemmary;
using Gemmary::Test::FolderTree;
using Gemmary::Test::RealEngine;

namespace {

const QByteArray Letter =
    "The lighthouse keeper wrote a letter every evening of that\r\n"
    "long winter. He described the ships that passed the light-\r\n"
    "house and the storms that broke upon the rocks below it.\r\n"
    "\r\n"
    "Nobody answered him for years. The keeper kept writing about the lighthouse, the ships\r\n"
    "and the storms, and his letters are what we know of the winter today.\r\n";

QStringList markedIn(const ReaderText &text)
{
    QStringList marked;
    for (const QTextEdit::ExtraSelection &selection : text.extraSelections())
        marked.append(selection.cursor.selectedText().simplified());
    return marked;
}

} // namespace

class TestFilesReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tree.file("set/letter.txt", Letter);
        m_tree.file("set/note.txt", "A short note. It says nothing more.");
        m_process = m_engine.run({QFile::decodeName(m_tree.path("set"))});
        QCOMPARE(m_process.documents.done, 2);
    }

    void sentence_inAText_isFoundWhereItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("place"); // empty: not there
        const auto row = [](const char *name, const char *text, const char *sentence, const char *place) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(sentence)
                                << QString::fromUtf8(place);
        };
        row("as it is", "One. Two three. Four.", "Two three.", "Two three.");
        row("over lines", "One. Two\n  three.\nFour.", "Two three.", "Two\n  three.");
        row("with tabs and wide blanks", "Two\t\u00a0 three.", "Two three.", "Two\t\u00a0 three.");
        row("divided word", "An exam-\nple of it. More.", "An example of it.", "An exam-\nple of it.");
        row("hyphen that stays", "A well-known thing.", "A well-known thing.", "A well-known thing.");
        row("cut", "Endless words go on and on", "Endless words go…", "Endless words go");
        row("not there", "One. Two.", "Three.", "");
        row("nothing", "One. Two.", " ", "");
        row("page title within",
            "A sentence that is long enough to be found by its beginning\nPage 7\nand by what stands at its "
            "end.",
            "A sentence that is long enough to be found by its beginning and by what stands at its end.",
            "A sentence that is long enough to be found by its beginning\nPage 7\nand by what stands at its "
            "end.");
    }

    void sentence_inAText_isFoundWhereItStands()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        QFETCH(QString, place);
        const auto found = placesOf({sentence}, text);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].has_value(), !place.isEmpty());
        if (found[0])
            QCOMPARE(text.mid(found[0]->from, found[0]->length), place);
    }

    void text_shown_hasShortLinesAndOneCharacterLineEnds()
    {
        QCOMPARE(shownText(QStringLiteral("a\r\nb\rc\n")), QStringLiteral("a\nb\nc\n"));
        QString endless = QStringLiteral("word ").repeated(20'000);
        const QString shown = shownText(endless);
        QCOMPARE(shown.size(), endless.size());
        for (const QString &line : shown.split(QLatin1Char('\n')))
            QVERIFY(line.size() < 9000);
        QCOMPARE(QString(shown).replace(QLatin1Char('\n'), QLatin1Char(' ')), endless);
    }

    void document_thatIsGone_isSaidAndCanBeTriedAgain()
    {
        m_tree.file("gone/x.txt", "It will be gone soon.");
        const ProcessSnapshot gone = m_engine.run({QFile::decodeName(m_tree.path("gone"))});
        m_tree.remove("gone/x.txt");
        ReaderWindow reader(m_engine.engine(), gone.id, 0);
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        reader.show();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(reader.findChild<QStackedWidget *>()->currentIndex(), 2);
        m_tree.file("gone/x.txt", "It will be gone soon.");
        reader.showDocument(0);
        QTRY_COMPARE(loaded.size(), 2);
    }

    void process_thatIsGone_isSaid()
    {
        ReaderWindow reader(m_engine.engine(), ProcessId::create(), 0);
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(reader.findChild<QStackedWidget *>()->currentIndex(), 2);
    }

    void document_read_hasExactlyItsKeySentencesMarked()
    {
        ReaderWindow reader(m_engine.engine(), m_process.id, 0);
        const auto &text = *reader.findChild<ReaderText *>();
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        reader.show();
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(text.toPlainText().startsWith(QStringLiteral("The lighthouse keeper")));
        const auto document = m_engine.engine().documentText(m_process.id, 0).result();
        QVERIFY(document && document->summary);
        QStringList expected = sentencesOf(document->summary);
        QVERIFY(!expected.isEmpty());
        QStringList marked =
            markedIn(text).replaceInStrings(QStringLiteral("light- house"), QStringLiteral("lighthouse"));
        std::sort(expected.begin(), expected.end());
        std::sort(marked.begin(), marked.end());
        QCOMPARE(marked, expected);
        QCOMPARE(reader.findChild<QListWidget *>()->count(), expected.size());
    }

    void keySentences_keysAndList_leadToThem()
    {
        ReaderWindow reader(m_engine.engine(), m_process.id, 0);
        auto &text = *reader.findChild<ReaderText *>();
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        reader.show();
        QTRY_COMPARE(loaded.size(), 1);
        const QStringList marked = markedIn(text);
        QVERIFY(marked.size() > 1);
        for (const int expected : {0, 1}) {
            text.goToNextSentence(1);
            QCOMPARE(text.textCursor().selectedText().simplified(), marked.at(expected));
        }
        text.goToNextSentence(-1);
        QCOMPARE(text.textCursor().selectedText().simplified(), marked.at(0));
        text.goToNextSentence(-1); // begins again at the end
        QCOMPARE(text.textCursor().selectedText().simplified(), marked.last());
        auto *list = reader.findChild<QListWidget *>();
        Q_EMIT list->itemActivated(list->item(0));
        QVERIFY(marked.contains(text.textCursor().selectedText().simplified()));
    }

    void words_found_areSelectedAndFoundAgain()
    {
        ReaderWindow reader(m_engine.engine(), m_process.id, 0);
        auto &text = *reader.findChild<ReaderText *>();
        auto *find = reader.findChild<FindBar *>();
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        reader.show();
        QTRY_COMPARE(loaded.size(), 1);
        find->open();
        QTest::keyClicks(find->findChild<QLineEdit *>(), QStringLiteral("storms"));
        const int first = text.textCursor().selectionStart();
        QCOMPARE(text.textCursor().selectedText(), QStringLiteral("storms"));
        QTest::keyClick(find->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(text.textCursor().selectionStart() > first);
        QTest::keyClick(find->findChild<QLineEdit *>(), Qt::Key_Return); // begins again at the top
        QCOMPARE(text.textCursor().selectionStart(), first);
        QTest::keyClicks(find->findChild<QLineEdit *>(), QStringLiteral("zzz"));
        QCOMPARE(find->findChild<QLabel *>()->text(), QStringLiteral("Not found"));
    }

    void otherDocument_shown_replacesTheFirst()
    {
        ReaderWindow reader(m_engine.engine(), m_process.id, 0);
        QSignalSpy loaded(&reader, &ReaderWindow::loaded);
        reader.showDocument(1); // before the first was there
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(reader.findChild<ReaderText *>()->toPlainText().startsWith(QStringLiteral("A short note")));
        QCOMPARE(reader.number(), 1);
        QVERIFY(reader.windowTitle().endsWith(QStringLiteral("note.txt")));
    }

private:
    FolderTree m_tree;
    RealEngine m_engine;
    ProcessSnapshot m_process;
};

QTEST_MAIN(TestFilesReader)
#include "tst_filesreader.moc"

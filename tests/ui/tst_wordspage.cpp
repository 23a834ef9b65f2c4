// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/foldertree.h"
#include "support/realengine.h"
#include "support/visibletext.h"
#include "words/stopwordmenu.h"
#include "words/wordcontextview.h"
#include "words/wordcontrols.h"
#include "words/wordspage.h"
#include "words/wordtable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Gemmary;
using Test::FolderTree;
using Test::RealEngine;
using Test::showsText;

namespace {

const QString NotReady = QStringLiteral("ready when all documents are counted");

// A page of words that can be seen, of one process.
struct ShownPage
{
    explicit ShownPage(const RealEngine &real, const std::optional<ProcessSnapshot> &process = std::nullopt)
        : page(real.engine())
        , tester(table().model())
    {
        page.resize(1000, 600);
        page.show();
        page.setProcess(process);
    }

    [[nodiscard]] WordTable &table() const { return *page.findChild<WordTable *>(); }
    [[nodiscard]] StopWordMenu &stopWords() const { return *page.findChild<StopWordMenu *>(); }

    void countStopWords() const { stopWords().menu()->actions().at(0)->trigger(); }

    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            words.append(table().model()->index(row, WordModel::WordColumn).data().toString());
        return words;
    }

    [[nodiscard]] std::vector<TermCount> counts() const
    {
        std::vector<TermCount> counts;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const auto cell = [&](int column) {
                return table().model()->index(row, column).data().toString();
            };
            counts.push_back({cell(WordModel::WordColumn).toStdString(),
                              QLocale().toLongLong(cell(WordModel::CountColumn))});
        }
        return counts;
    }

    WordsPage page;
    QAbstractItemModelTester tester;
};

QString pathOf(const FolderTree &tree)
{
    return QFile::decodeName(tree.path());
}

} // namespace

class TestWordsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void noProcess_shown_saysSo()
    {
        const RealEngine real;
        const ShownPage shown(real);
        QVERIFY(showsText(shown.page, QStringLiteral("No process is chosen")));
    }

    void engineError_whenAsked_isSaidWithAWayToAskAgain()
    {
        const RealEngine real;
        ProcessSnapshot unknown;
        unknown.id = ProcessId::create();
        unknown.state = ProcessState::Completed;
        const ShownPage shown(real, unknown);
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("The words could not be read")));
        auto *again = Test::visibleButton<QPushButton>(shown.page, QStringLiteral("Try again"));
        QVERIFY(again);
        again->click();
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("The words could not be read")));
    }

    void process_stillRunning_saysWhenItsTableIsReady()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "alpha beta");
        ProcessSnapshot process = real.engine().snapshot(real.start({pathOf(tree)})).result().value();
        ShownPage shown(real, process);
        QVERIFY(showsText(shown.page, NotReady));
        process.state = ProcessState::Stopped; // asks, and is told that there is nothing
        ++process.version;
        shown.page.processChanged(process);
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("stopped before that")));
        QVERIFY(shown.words().isEmpty());
    }

    void process_thatSettles_isAskedAgain()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "alpha beta");
        const ProcessId id = real.start({pathOf(tree)});
        ShownPage shown(real, real.engine().snapshot(id).result().value());
        shown.page.processChanged(real.finish(id));
        QTRY_COMPARE(shown.words(), QStringList({QStringLiteral("alpha"), QStringLiteral("beta")}));
        QVERIFY(!showsText(shown.page, NotReady));
    }

    void processes_switchedWhileAnAnswerIsOnItsWay_showOnlyTheSecond()
    {
        const RealEngine real;
        const FolderTree first;
        first.file("a.txt", "alpha alpha");
        const FolderTree second;
        second.file("b.txt", "omega");
        const ProcessSnapshot a = real.run({pathOf(first)});
        const ProcessSnapshot b = real.run({pathOf(second)});
        ShownPage shown(real, a);
        bool sawFirst = false;
        connect(shown.table().model(), &QAbstractItemModel::modelReset, this,
                [&] { sawFirst = sawFirst || shown.words().contains(QStringLiteral("alpha")); });
        shown.page.setProcess(b);
        QTRY_COMPARE(shown.words(), QStringList(QStringLiteral("omega")));
        shown.page.setProcess(a); // its answer comes after this
        shown.page.setProcess(b);
        QTRY_COMPARE(shown.words(), QStringList(QStringLiteral("omega")));
        QVERIFY(!sawFirst);
    }

    void page_thatNobodySees_asksNothing()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "alpha");
        ShownPage shown(real);
        shown.page.hide();
        shown.page.setProcess(real.run({pathOf(tree)}));
        QCoreApplication::processEvents();
        QVERIFY(shown.words().isEmpty());
        shown.page.show();
        QTRY_COMPARE(shown.words(), QStringList(QStringLiteral("alpha")));
    }

    void words_ofAKnownText_areExact()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "The cat and the dog.\nTHE END, the cat's end.");
        tree.file("b.txt", "well-known cat 3.14");
        ShownPage shown(real, real.run({pathOf(tree)}));
        shown.countStopWords();
        const std::vector<TermCount> expected{{"the", 4}, {"cat", 2},   {"end", 2}, {"3.14", 1},
                                              {"and", 1}, {"cat's", 1}, {"dog", 1}, {"well-known", 1}};
        QTRY_VERIFY(shown.counts() == expected);
        QVERIFY(showsText(shown.page, QStringLiteral("13 words in 2")));
    }

    void samples_shownWhole_equalTheCommandLinesTable()
    {
        const RealEngine real;
        const ProcessSnapshot process = real.run({QStringLiteral(GEMMARY_SOURCE_DIR "/resources/samples")});
        ShownPage shown(real, process);
        shown.countStopWords();
        const WordList whole = real.engine().words(process.id, WordFilter()).result().value();
        QVERIFY(whole.words.size() > 500);
        QTRY_VERIFY(shown.counts() == whole.words);
    }

    void filters_set_reachTheTable_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("stopWords");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all") << QString() << 1 << true << QStringLiteral("the harbour a harbours lamp");
        QTest::newRow("without English stop words")
            << QString() << 1 << false << QStringLiteral("harbour harbours lamp");
        QTest::newRow("long ones") << QString() << 4 << true << QStringLiteral("harbour harbours lamp");
        QTest::newRow("longest") << QString() << 8 << true << QStringLiteral("harbours");
        QTest::newRow("search, folded")
            << QStringLiteral(" HARB ") << 1 << true << QStringLiteral("harbour harbours");
        QTest::newRow("nothing fits") << QStringLiteral("zz") << 1 << true << QString();
    }

    void filters_set_reachTheTable()
    {
        QFETCH(QString, search);
        QFETCH(int, length);
        QFETCH(bool, stopWords);
        QFETCH(QString, expected);
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "the the the harbour harbour harbours a lamp");
        ProcessSettings settings;
        settings.language = QStringLiteral("en");
        ShownPage shown(real, real.run({pathOf(tree)}, settings));
        shown.countStopWords();
        QTRY_COMPARE(shown.words().size(), 5);
        for (QAction *action : shown.stopWords().menu()->actions()) {
            if (!stopWords && action->data() == QStringLiteral("en"))
                action->trigger();
        }
        shown.page.findChild<QSpinBox *>()->setValue(length);
        shown.page.findChild<WordControls *>()
            ->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)
            ->setText(search);
        QTRY_COMPARE(shown.words().join(QLatin1Char(' ')), expected);
        if (!expected.isEmpty())
            return;
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("No word fits")));
        Test::visibleButton<QPushButton>(shown.page, QStringLiteral("Show all words"))->click();
        QTRY_COMPARE(shown.words().size(), 5);
    }

    void stopWords_byThemselves_areThoseOfTheLanguageFound()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "the harbour and the lamp");
        ProcessSettings settings;
        settings.language = QStringLiteral("en");
        const ShownPage shown(real, real.run({pathOf(tree)}, settings));
        QTRY_COMPARE(shown.words(), QStringList({QStringLiteral("harbour"), QStringLiteral("lamp")}));
        QVERIFY(showsText(shown.page, QStringLiteral("2 left out")));
    }

    void stopWordLanguages_offered_areThoseThatShip()
    {
        QStringList shipped;
        const QDir lists(QStringLiteral(GEMMARY_SOURCE_DIR "/resources/stopwords"));
        for (const QString &file : lists.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
            shipped.append(file.section(QLatin1Char('.'), 0, 0));
        QCOMPARE(StopWordMenu::known(), shipped);
    }

    void word_opened_isShownInItsDocumentsAndEscGoesBack()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("one.txt", "We saw the old lamp in the harbour at night.");
        tree.file("two.txt", "No light here. A lamp, then LAMP again.");
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_VERIFY(shown.words().contains(QStringLiteral("lamp")));
        QSignalSpy opened(&shown.page, &WordsPage::documentActivated);
        shown.table().select(QStringLiteral("lamp"));
        QTest::keyClick(&shown.table(), Qt::Key_Return);
        auto *places = shown.page.findChild<WordContextView *>();
        const QAbstractItemModelTester tester(places->model());
        QTRY_COMPARE(places->model()->rowCount(), 3);
        QVERIFY(places->isVisible());
        QVERIFY(showsText(shown.page, QStringLiteral("3 ")) &&
                showsText(shown.page, QStringLiteral("in 2 ")));
        const QString sentence = places->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(sentence.contains(QStringLiteral("one.txt")));
        QVERIFY(sentence.contains(QStringLiteral("the old lamp in the harbour")));
        QTest::keyClick(places, Qt::Key_Down);
        QTest::keyClick(places, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().toLongLong(), 1);
        QTest::keyClick(places, Qt::Key_Escape);
        QVERIFY(shown.table().isVisible());
        QCOMPARE(shown.table().currentWord(), QStringLiteral("lamp"));
    }

    void word_ofDocumentsThatAreGone_saysSo()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("one.txt", "lamp");
        ShownPage shown(real, real.run({pathOf(tree)}));
        tree.remove("one.txt");
        shown.page.showWord(QStringLiteral("lamp"));
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("The word was not found again")));
    }

    void context_ofAnotherProcess_isClosed()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("one.txt", "lamp");
        const ProcessSnapshot process = real.run({pathOf(tree)});
        ShownPage shown(real, process);
        shown.page.showWord(QStringLiteral("lamp"));
        shown.page.setProcess(std::nullopt);
        auto *places = shown.page.findChild<WordContextView *>();
        QVERIFY(!places->isVisible());
        shown.page.setProcess(process);
        QTRY_COMPARE(shown.words(), QStringList(QStringLiteral("lamp")));
        QCOMPARE(places->model()->rowCount(), 0); // the answer to the first question is nobody's
    }

    void hostileNamesAndWords_areShownAsTheyAre()
    {
        const RealEngine real;
        const FolderTree tree;
        const QByteArray endless(250, 'x'); // the longest terms have 256 characters
        tree.file("<b>bold\n\xE2\x80\xAEtxt.exe", "<b>lamp</b> " + endless);
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_VERIFY(shown.words().contains(QString::fromLatin1(endless)));
        shown.page.showWord(QStringLiteral("lamp"));
        auto *places = shown.page.findChild<WordContextView *>();
        QTRY_COMPARE(places->model()->rowCount(), 1);
        const QString name = places->model()->index(0, 0).data().toString();
        QVERIFY(name.contains(QStringLiteral("<b>bold")) && !name.contains(QLatin1Char('\n')));
        QVERIFY(shown.page.minimumSizeHint().width() <= 1000);
        shown.page.showWord(QString::fromLatin1(endless));
        QVERIFY(shown.page.minimumSizeHint().width() <= 1000);
        QVERIFY(!shown.page.grab().isNull());
    }

    void rows_copied_areTabSeparatedWithTheirTitles()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "lamp lamp harbour");
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(shown.words().size(), 2);
        shown.table().select(QStringLiteral("harbour"));
        QTest::keySequence(&shown.table(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1).split(QLatin1Char('\t')).mid(0, 3),
                 QStringList({QStringLiteral("2"), QStringLiteral("harbour"), QStringLiteral("1")}));
        shown.table().clearSelection();
        shown.table().copyRows();
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
    }

    void layout_savedAndRestored_isTheSame()
    {
        const RealEngine real;
        ShownPage first(real);
        first.countStopWords();
        first.page.findChild<QSpinBox *>()->setValue(4);
        const QByteArray saved = first.page.saveLayout();
        ShownPage second(real);
        QSignalSpy changed(&second.page, &WordsPage::layoutChanged);
        second.page.restoreLayout(saved);
        QCOMPARE(second.stopWords().mode(), StopWordMenu::Mode::Off);
        QCOMPARE(second.page.findChild<QSpinBox *>()->value(), 4);
        second.page.restoreLayout(QByteArray("nonsense"));
        second.page.restoreLayout({});
        QCOMPARE(second.page.findChild<QSpinBox *>()->value(), 4);
    }

    void views_switched_showTheSameWords()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "lamp lamp harbour");
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(shown.words().size(), 2);
        const QByteArray table = shown.table().saveLayout();
        Test::visibleButton<QToolButton>(shown.page, QStringLiteral("Bars"))->click();
        QVERIFY(shown.table().isColumnHidden(WordModel::RateColumn));
        QCOMPARE(shown.table().saveLayout(), table); // the chart's widths are not kept
        Test::visibleButton<QToolButton>(shown.page, QStringLiteral("Cloud"))->click();
        QVERIFY(!shown.table().isVisible());
        Test::visibleButton<QToolButton>(shown.page, QStringLiteral("Table"))->click();
        QVERIFY(shown.table().isVisible() && !shown.table().isColumnHidden(WordModel::RateColumn));
    }
};

QTEST_MAIN(TestWordsPage)
#include "tst_wordspage.moc"

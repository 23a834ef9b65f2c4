// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/documentlink.h"
#include "summaries/sentencesview.h"
#include "summaries/summarycard.h"
#include "summaries/summarycolumn.h"
#include "summaries/summarypage.h"
#include "support/foldertree.h"
#include "support/realengine.h"
#include "support/visibletext.h"
#include "widgets/processtexts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Gemmary;
using Test::FolderTree;
using Test::RealEngine;
using Test::showsText;

namespace {

QString pathOf(const FolderTree &tree)
{
    return QFile::decodeName(tree.path());
}

std::vector<SummaryCard *> cardsOf(const SummaryPage &page, bool ofDocuments = true)
{
    std::vector<SummaryCard *> cards;
    for (SummaryCard *card : page.findChildren<SummaryCard *>()) {
        if ((card->content().document != NoDocument) == ofDocuments)
            cards.push_back(card);
    }
    return cards;
}

QString titleOf(const SummaryCard *card)
{
    return card->content().title.section(QLatin1Char('/'), -1);
}

void fillFolder(const FolderTree &tree, int documents)
{
    for (int i = 0; i < documents; ++i) {
        const QByteArray number = QByteArray::number(1000 + i);
        tree.file("doc" + number + ".txt",
                  "The keeper number " + number +
                      " lit the old lamp in the harbour tower. "
                      "A storm came from the north and the boats stayed at home all day.");
    }
}

// A page of summaries that can be seen.
struct ShownPage
{
    explicit ShownPage(const RealEngine &real, const std::optional<ProcessSnapshot> &process = std::nullopt)
        : page(real.engine())
    {
        page.resize(900, 700);
        page.show();
        page.setProcess(process);
    }

    SummaryPage page;
};

} // namespace

class TestSummaryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void engineError_whenAsked_isSaidWithAWayToAskAgain()
    {
        const RealEngine real;
        ProcessSnapshot unknown;
        unknown.id = ProcessId::create();
        unknown.state = ProcessState::Completed;
        const ShownPage shown(real, unknown);
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("could not be read")));
        QVERIFY(Test::visibleButton<QPushButton>(shown.page, QStringLiteral("Try again")));
    }

    void process_withoutSummaries_saysSo()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 1);
        ProcessSettings settings;
        settings.summarizer = QStringLiteral("none");
        const ShownPage shown(real, real.run({pathOf(tree)}, settings));
        QVERIFY(showsText(shown.page, QStringLiteral("This process makes no summaries")));
    }

    void process_stillRunning_saysThatTheyCome()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 2);
        const ProcessId id = real.start({pathOf(tree)});
        ShownPage shown(real, real.engine().snapshot(id).result().value());
        QVERIFY(showsText(shown.page, QStringLiteral("Key sentences come as documents are read")));
        shown.page.processChanged(real.finish(id));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(2));
        QVERIFY(showsText(shown.page, QStringLiteral("2 document(s) summarised")));
    }

    void processes_switchedWhileAnAnswerIsOnItsWay_showOnlyTheSecond()
    {
        const RealEngine real;
        const FolderTree first;
        fillFolder(first, 3);
        const FolderTree second;
        second.file("other.txt", "An orchard grows behind the mill and gives apples to the whole village.");
        const ProcessSnapshot a = real.run({pathOf(first)});
        const ProcessSnapshot b = real.run({pathOf(second)});
        ShownPage shown(real, a);
        shown.page.setProcess(b);
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(1));
        QTRY_COMPARE(cardsOf(shown.page, false).size(), std::size_t(1));
        QCOMPARE(titleOf(cardsOf(shown.page).front()), QStringLiteral("other.txt"));
        QVERIFY(cardsOf(shown.page, false)
                    .front()
                    ->content()
                    .sentences.front()
                    .text.contains(QStringLiteral("orchard")));
    }

    void samples_summarised_haveTheirProvenanceOnEveryCard()
    {
        const RealEngine real;
        const ShownPage shown(real, real.run({QStringLiteral(GEMMARY_SOURCE_DIR "/resources/samples")}));
        QTRY_VERIFY(cardsOf(shown.page).size() >= 10);
        QTRY_COMPARE(cardsOf(shown.page, false).size(), std::size_t(1));
        Summary extractive;
        extractive.engine = QStringLiteral("extractive");
        for (const SummaryCard *card : shown.page.findChildren<SummaryCard *>()) {
            const QString badge = card->findChild<QLabel *>(QStringLiteral("provenance"))->text();
            QCOMPARE(badge == provenanceText(extractive), !card->content().sentences.empty());
            QVERIFY(!badge.isEmpty());
            QVERIFY(card->content().sentences.empty() != card->content().note.isEmpty());
        }
        for (const CardSentence &sentence : cardsOf(shown.page, false).front()->content().sentences)
            QVERIFY(!sentence.source.isEmpty() && sentence.document >= 0);
    }

    void column_ofCards_endsWithTheLastOne()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 10);
        const ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(10));
        const SummaryCard *last = cardsOf(shown.page).back();
        const QWidget *content = shown.page.findChild<QScrollArea *>()->widget();
        QTRY_VERIFY(content->height() > shown.page.height());
        QTRY_VERIFY(content->height() - last->mapTo(content, QPoint(0, last->height())).y() < last->height());
    }

    void documents_manyMore_comePageByPage()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 120);
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(50));
        const QString first = titleOf(cardsOf(shown.page).front());
        const auto turn = [&shown](const QString &button) {
            Test::visibleButton<QPushButton>(shown.page, button)->click();
        };
        turn(QStringLiteral("Next"));
        QTRY_VERIFY(titleOf(cardsOf(shown.page).front()) != first);
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(50));
        turn(QStringLiteral("Next"));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(20));
        QVERIFY(!Test::visibleButton<QPushButton>(shown.page, QStringLiteral("Next"))->isEnabled());
        turn(QStringLiteral("Previous"));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(50));
        turn(QStringLiteral("Previous"));
        QTRY_COMPARE(titleOf(cardsOf(shown.page).front()), first);
    }

    void search_findsWhatIsOnALaterPage()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 120);
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(50));
        auto *search = shown.page.findChild<QLineEdit *>();
        search->setText(QStringLiteral("NUMBER 1117"));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(1));
        QCOMPARE(titleOf(cardsOf(shown.page).front()), QStringLiteral("doc1117.txt"));
        search->setText(QStringLiteral("doc1003"));
        QTRY_COMPARE(titleOf(cardsOf(shown.page).front()), QStringLiteral("doc1003.txt"));
        search->setText(QStringLiteral("nowhere at all"));
        QTRY_VERIFY(showsText(shown.page, QStringLiteral("No name and no key sentence")));
        search->clear();
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(50));
    }

    void cards_readAgain_stayWhenTheySayTheSame()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 3);
        ProcessSnapshot process = real.run({pathOf(tree)});
        ShownPage shown(real, process);
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(3));
        QTRY_COMPARE(cardsOf(shown.page, false).size(), std::size_t(1));
        const std::vector<SummaryCard *> before = cardsOf(shown.page);
        ++process.version;
        QSignalSpy destroyed(before.front(), &QObject::destroyed);
        shown.page.processChanged(process);
        QVERIFY(!destroyed.wait(1500)); // it is read again within a second
        QCOMPARE(cardsOf(shown.page), before);
    }

    void longPage_isMadeInParts_andCopiedWholeAtOnce()
    {
        std::vector<SummaryContent> page(25);
        for (std::size_t i = 0; i < page.size(); ++i)
            page[i].title = QStringLiteral("title %1.").arg(i);
        SummaryColumn column;
        column.show();
        column.showPage(page);
        const auto cards = [&column] { return column.findChildren<SummaryCard *>().size(); };
        QVERIFY(cards() > 0 && cards() < 25);
        QCOMPARE(column.documentCards(), page.size());
        QVERIFY(column.text().contains(QStringLiteral("title 24.")));
        QTRY_COMPARE(cards(), 25);
        column.showPage({});
        column.showPage(page);
        column.showPage({}); // before its rest was made
        QCoreApplication::processEvents();
        QCOMPARE(cards(), 0);
    }

    void names_clicked_openTheirDocument()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 3);
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(3));
        QSignalSpy opened(&shown.page, &SummaryPage::documentActivated);
        QTest::keyClick(cardsOf(shown.page).at(2)->findChild<DocumentLink *>(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().toLongLong(), cardsOf(shown.page).at(2)->content().document);
    }

    void hostileNamesAndText_areShownAsTheyAre()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("<b>&bold\n\xE2\x80\xAEtxt.exe",
                  "The <b>keeper</b> &amp; his dog lit the lamp in the tower every evening of the year. " +
                      QByteArray(10'000, 'x'));
        const ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(1));
        const SummaryCard *card = cardsOf(shown.page).front();
        QVERIFY(card->findChild<SentencesView *>()->toPlainText().contains(
            QStringLiteral("<b>keeper</b> &amp; his")));
        const QString name = card->findChild<DocumentLink *>()->accessibleName();
        QVERIFY(name.contains(QStringLiteral("<b>&bold")) && !name.contains(QLatin1Char('\n')));
        QVERIFY(shown.page.minimumSizeHint().width() < 900);
        QVERIFY(card->width() <= 900);
    }

    void allCards_copied_haveTextAndProvenance()
    {
        const RealEngine real;
        const FolderTree tree;
        fillFolder(tree, 2);
        ShownPage shown(real, real.run({pathOf(tree)}));
        QTRY_COMPARE(cardsOf(shown.page).size(), std::size_t(2));
        QTRY_COMPARE(cardsOf(shown.page, false).size(), std::size_t(1));
        Test::visibleButton<QPushButton>(shown.page, QStringLiteral("Copy all"))->click();
        const QString copied = QGuiApplication::clipboard()->text();
        Summary extractive;
        extractive.engine = QStringLiteral("extractive");
        QCOMPARE(copied.count(provenanceText(extractive)), 3);
        QVERIFY(copied.contains(QStringLiteral("doc1000.txt")) &&
                copied.contains(QStringLiteral("number 1001")));
    }
};

QTEST_MAIN(TestSummaryPage)
#include "tst_summarypage.moc"

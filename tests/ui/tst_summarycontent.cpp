// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/keywordchips.h"
#include "summaries/sentencesview.h"
#include "summaries/summarycard.h"
#include "widgets/processtexts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextList>
#include <QToolButton>
#include <QtMath>

using namespace Gemmary;

namespace {

Summary extracted(const QString &text)
{
    Summary summary;
    summary.engine = QStringLiteral("extractive");
    summary.text = text;
    summary.terms = {QStringLiteral("harbour"), QStringLiteral("a&b")};
    summary.coverage = 1;
    return summary;
}

QString provenanceOn(const SummaryCard &card)
{
    return card.findChild<QLabel *>(QStringLiteral("provenance"))->text();
}

} // namespace

class TestSummaryContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_thatFailed_saysWhyAndWhatToDo()
    {
        const SummaryContent content =
            summaryContent(QStringLiteral("a.txt"), {4, std::nullopt, Problem{Reason::NotThere, {}}});
        QVERIFY(content.isTrouble);
        QVERIFY(content.note.contains(reasonText(Reason::NotThere)));
        QVERIFY(content.note.contains(remedyText(Reason::NotThere)));
        QVERIFY(content.sentences.empty());
        QVERIFY(!content.provenance.isEmpty());
    }

    void document_withoutSentences_saysSo_data()
    {
        QTest::addColumn<bool>("hasSummary");
        QTest::newRow("no summary") << false;
        QTest::newRow("empty summary") << true;
    }

    void document_withoutSentences_saysSo()
    {
        QFETCH(bool, hasSummary);
        DocumentSummary summary;
        if (hasSummary)
            summary.summary = extracted(QStringLiteral("\n"));
        const SummaryContent content = summaryContent(QStringLiteral("a.txt"), summary);
        QVERIFY(!content.note.isEmpty());
        QVERIFY(!content.isTrouble);
        QVERIFY(content.provenance != provenanceText(extracted({}))); // nothing was copied
    }

    void document_withSentences_namesTheirProvenance()
    {
        const Summary summary = extracted(QStringLiteral("One.\nTwo."));
        const SummaryCard card(summaryContent(QStringLiteral("a.txt"), {0, summary, std::nullopt}));
        QCOMPARE(provenanceOn(card), provenanceText(summary));
        QCOMPARE(card.content().sentences.size(), std::size_t(2));
    }

    void process_withoutItsSummaryYet_saysWhenItComes_data()
    {
        QTest::addColumn<ProcessState>("state");
        QTest::addColumn<QString>("expected");
        QTest::newRow("running") << ProcessState::Running << QStringLiteral("when each has its own");
        QTest::newRow("stopped") << ProcessState::Stopped << QStringLiteral("Start it again");
        QTest::newRow("failed") << ProcessState::Failed << QStringLiteral("Retry");
    }

    void process_withoutItsSummaryYet_saysWhenItComes()
    {
        QFETCH(ProcessState, state);
        QFETCH(QString, expected);
        ProcessSnapshot process;
        process.state = state;
        const SummaryContent content = summaryContent(process, std::nullopt);
        QVERIFY(content.note.contains(expected));
        QVERIFY(!content.isTrouble);
    }

    void process_withSentences_namesDocumentsAndMissingOnes()
    {
        SetSummary set;
        set.summary = extracted(QStringLiteral("One."));
        set.sentences = {{7, QStringLiteral("a.txt"), QStringLiteral("One."), 1}};
        set.documents = 12;
        set.missing = 3;
        const SummaryContent content = summaryContent(ProcessSnapshot(), std::optional(set));
        QCOMPARE(content.sentences.front().source, QStringLiteral("a.txt"));
        QCOMPARE(content.sentences.front().document, 7);
        QVERIFY(content.detail.contains(QStringLiteral("12")) &&
                content.detail.contains(QStringLiteral("3")));
    }

    void copy_ofACard_takesTextAndProvenance()
    {
        const Summary summary = extracted(QStringLiteral("One <b>bold</b>.\nTwo."));
        const SummaryCard card(summaryContent(QStringLiteral("a.txt"), {0, summary, std::nullopt}));
        card.findChild<QToolButton *>()->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.section(QLatin1Char('\n'), 0, 2),
                 QStringLiteral("a.txt\n• One <b>bold</b>.\n• Two."));
        QVERIFY(copied.endsWith(provenanceText(summary)));
    }

    void sentences_withMarkup_areShownAsTheyAre()
    {
        SentencesView view;
        view.resize(400, 100);
        view.setSentences({{QStringLiteral("a <b>b</b> <img src=x> &amp;\nend"), {}, NoDocument},
                           {QStringLiteral("two"), {}, NoDocument}});
        const QString text = view.toPlainText();
        QVERIFY(text.contains(QStringLiteral("a <b>b</b> <img src=x> &amp; end")));
        QCOMPARE(view.document()->blockCount(), 2);
        QVERIFY(view.document()->firstBlock().textList());
    }

    void sentences_ofOneEndlessWord_areBrokenIntoTheWidth()
    {
        SentencesView view;
        view.resize(300, 50);
        view.show();
        view.setSentences({{QString(10'000, QLatin1Char('x')), {}, NoDocument}});
        QVERIFY(view.document()->idealWidth() <= view.viewport()->width());
        QCOMPARE(view.height(), qCeil(view.document()->size().height()));
    }

    void sources_ofSentences_openTheirDocument()
    {
        SentencesView view;
        view.resize(600, 100);
        view.setSentences({{QStringLiteral("Text."), QStringLiteral("a.txt"), 7}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened(&view, &SentencesView::documentActivated);
        QTest::keyClick(&view, Qt::Key_Tab); // to the link
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().toLongLong(), 7);
    }

    void chips_inLessRoom_takeMoreLines()
    {
        KeywordChips chips;
        chips.setKeywords(
            {QStringLiteral("harbour"), QStringLiteral("lighthouse"), QString(10'000, QLatin1Char('y'))});
        QVERIFY(chips.heightForWidth(200) > chips.heightForWidth(2000));
        QVERIFY(chips.minimumSizeHint().width() < 1000);
        QVERIFY(chips.accessibleName().contains(QStringLiteral("lighthouse")));
    }
};

QTEST_MAIN(TestSummaryContent)
#include "tst_summarycontent.moc"

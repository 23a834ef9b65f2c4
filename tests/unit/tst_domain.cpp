// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/job.h"
#include "domain/problem.h"
#include "domain/processsettings.h"
#include "domain/statistics.h"
#include "domain/summary.h"

#include <QTest>

using namespace Gemmary;

class TestDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeShape_anyLeaves_endsInOneRoot()
    {
        QCOMPARE(rootLevel(0, 64), -1);
        QCOMPARE(rootLevel(1, 64), 0);
        QCOMPARE(rootLevel(64, 64), 1);
        QCOMPARE(rootLevel(65, 64), 2);
        for (qint64 leaves = 1; leaves < 300; ++leaves) {
            const int root = rootLevel(leaves, 4);
            QCOMPARE(nodesAtLevel(leaves, 4, root), 1);
            QCOMPARE(nodesAtLevel(leaves, 4, root + 1), 0);
        }
    }

    void reason_everyName_readsBackToItself()
    {
        for (int i = 0; i <= static_cast<int>(Reason::Internal); ++i) {
            const auto reason = static_cast<Reason>(i);
            QCOMPARE(reasonFrom(nameOf(reason)), std::optional(reason));
            QVERIFY(qstrlen(explain(reason).remedy) > 0);
        }
    }

    void settings_writtenAndRead_areEqual()
    {
        ProcessSettings settings;
        settings.exclude = {QStringLiteral("*.log")};
        settings.fanIn = 7;
        settings.countDuplicates = true;
        settings.summaryLength = QStringLiteral("detailed");
        settings.summaryStyle = QStringLiteral("bullets");
        settings.summaryLanguage = QStringLiteral("es");
        settings.packDocuments = false;
        settings.ownPrompt = QStringLiteral("List all dates.");
        const ProcessSettings read = processSettingsFromJson(toJson(settings));
        QCOMPARE(toJson(read), toJson(settings));
        QCOMPARE(read.ownPrompt, settings.ownPrompt);
        QCOMPARE(read.summaryLength, settings.summaryLength);
    }

    void summary_writtenAndRead_isEqual()
    {
        Summary summary;
        summary.engine = QStringLiteral("gemini");
        summary.text = QStringLiteral("It is so.");
        summary.coverage = 0.5;
        summary.partial = true;
        summary.inputTokens = 3'000'000'000;
        summary.outputTokens = 120;
        const Summary read = summaryFromJson(toJson(summary));
        QCOMPARE(toJson(read), toJson(summary));
        QCOMPARE(read.inputTokens, summary.inputTokens);
        QVERIFY(read.partial);
    }

    // Summaries that no model wrote are stored as they ever were.
    void summaryWithoutModel_hasNoNewFields()
    {
        const QJsonObject object = toJson(Summary());
        for (const char *key : {"partial", "input_tokens", "output_tokens"})
            QVERIFY(!object.contains(QLatin1StringView(key)));
        QVERIFY(!summaryFromJson(object).partial);
    }

    // A process that was started before its files could be kept in the store.
    void settings_withoutContent_readFilesByPath()
    {
        QJsonObject earlier = toJson(ProcessSettings());
        QCOMPARE(earlier.take(QStringLiteral("content")).toString(), QStringLiteral("path"));
        QVERIFY(!keepsContent(processSettingsFromJson(earlier)));
        earlier.insert(QStringLiteral("content"), QStringLiteral("stored"));
        QVERIFY(keepsContent(processSettingsFromJson(earlier)));
    }

    void languages_addedInAnyOrder_areSortedAndSummed()
    {
        std::vector<LanguageCounts> languages;
        addLanguage(languages, {QStringLiteral("es"), 1, 10, 2, 20, 50});
        addLanguage(languages, {QStringLiteral("en"), 1, 5, 1, 8, 20});
        addLanguage(languages, {QStringLiteral("es"), 1, 1, 1, 1, 1});
        QCOMPARE(languages.size(), 2u);
        QCOMPARE(languages[0].language, QStringLiteral("en"));
        QCOMPARE(languages[1].terms, 11);
    }

    void words_equalCounts_areOrderedByCodePoint()
    {
        std::vector<TermCount> terms{{"z", 2}, {"é", 2}, {"a", 2}, {"b", 3}};
        std::sort(terms.begin(), terms.end(), moreFrequent);
        QCOMPARE(terms[0].term, std::string("b"));
        QCOMPARE(terms[1].term, std::string("a"));
        QCOMPARE(terms[3].term, std::string("é"));
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"

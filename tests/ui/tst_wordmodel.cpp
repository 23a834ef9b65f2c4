// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordcontextmodel.h"
#include "words/wordmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace Gemmary;

namespace {

const std::vector<TermCount> Words{{"the", 40}, {"harbour", 10}, {"boat", 4}, {"word2", 4}, {"word10", 4}};

QStringList wordsOf(const WordModel &model)
{
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row)
        words.append(model.word(row));
    return words;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestWordModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void sort_anyColumn_ordersByItAndKeepsRanks_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, int column, Qt::SortOrder order, const char *expected) {
            QTest::newRow(name) << column << order << QString::fromLatin1(expected);
        };
        row("rank", WordModel::RankColumn, Qt::AscendingOrder, "the harbour boat word2 word10");
        row("rank, last first", WordModel::RankColumn, Qt::DescendingOrder, "word10 word2 boat harbour the");
        row("word", WordModel::WordColumn, Qt::AscendingOrder, "boat harbour the word2 word10");
        row("word, last first", WordModel::WordColumn, Qt::DescendingOrder, "word10 word2 the harbour boat");
        row("count, ties by rank", WordModel::CountColumn, Qt::AscendingOrder,
            "boat word2 word10 harbour the");
        row("rate", WordModel::RateColumn, Qt::DescendingOrder, "the harbour boat word2 word10");
    }

    void sort_anyColumn_ordersByItAndKeepsRanks()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QString, expected);
        WordModel model;
        QAbstractItemModelTester tester(&model);
        model.setWords(Words, 62);
        const QPersistentModelIndex kept = model.index(1, WordModel::WordColumn);
        model.sort(column, order);
        QCOMPARE(wordsOf(model).join(QLatin1Char(' ')), expected);
        QCOMPARE(kept.data().toString(), QStringLiteral("harbour"));
        QCOMPARE(cell(model, model.rowOf(QStringLiteral("harbour")), WordModel::RankColumn),
                 QStringLiteral("2"));
    }

    void words_setAgain_keepTheChosenOrder()
    {
        WordModel model;
        QAbstractItemModelTester tester(&model);
        model.sort(WordModel::WordColumn, Qt::DescendingOrder);
        model.setWords(Words, 62);
        QCOMPARE(wordsOf(model).front(), QStringLiteral("word10"));
    }

    void rates_ofTerms_areBySharesOfTenThousand()
    {
        WordModel model;
        model.setWords(Words, 80'000);
        QCOMPARE(cell(model, 0, WordModel::RateColumn), QStringLiteral("5.00"));
        QCOMPARE(cell(model, 1, WordModel::RateColumn), QStringLiteral("1.25"));
        QCOMPARE(model.index(1, WordModel::BarColumn).data(WordModel::ShareRole).toDouble(), 0.25);
    }

    void rates_ofNothing_areNoDivision()
    {
        WordModel model;
        model.setWords({{"odd", 0}}, 0);
        QCOMPARE(cell(model, 0, WordModel::RateColumn), QStringLiteral("0.00"));
        QCOMPARE(model.index(0, WordModel::BarColumn).data(WordModel::ShareRole).toDouble(), 0.0);
    }

    void row_readAloud_isAWholeSentence()
    {
        WordModel model;
        model.setWords(Words, 80'000);
        const QString sentence = model.index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(sentence.contains(QStringLiteral("harbour")));
        QVERIFY(sentence.contains(QStringLiteral("rank 2, 10 ")));
        QVERIFY(sentence.contains(QStringLiteral("1.25 per 10,000")));
    }

    void places_ofHostileNames_stayOnOneLine()
    {
        WordContextModel model;
        QAbstractItemModelTester tester(&model);
        model.setPlaces({{3, QStringLiteral("a\nb\u202Etxt.<b>"), QStringLiteral("before "),
                          QStringLiteral("word"), QStringLiteral(" after")}});
        const QString name = cell(model, 0, WordContextModel::DocumentColumn);
        QVERIFY(!name.contains(QLatin1Char('\n')));
        QVERIFY(name.startsWith(QChar(0x2068)) && name.endsWith(QChar(0x2069))); // closes the override
        QVERIFY(name.contains(QStringLiteral("<b>")));
        QCOMPARE(model.sentenceOf(0), QStringLiteral("before word after"));
    }

    void places_ofTextAgainstTheWindow_haveTheirSidesChanged()
    {
        const QString before = QStringLiteral("\u05D0\u05D1 ");
        const QString word = QStringLiteral("\u05E9\u05DC\u05D5\u05DD");
        const QString after = QStringLiteral(" \u05D2\u05D3");
        WordContextModel model;
        model.setPlaces({{0, QStringLiteral("hebrew.txt"), before, word, after},
                         {1, QStringLiteral("english.txt"), QStringLiteral("left "), QStringLiteral("mid"),
                          QStringLiteral(" right")}});
        QVERIFY(cell(model, 0, WordContextModel::BeforeColumn).contains(after.trimmed()));
        QVERIFY(cell(model, 0, WordContextModel::AfterColumn).contains(before.trimmed()));
        QVERIFY(cell(model, 1, WordContextModel::BeforeColumn).contains(QStringLiteral("left")));
        const auto elide = [&model](int row, int column) {
            return model.index(row, column).data(WordContextModel::ElideRole).toInt();
        };
        QCOMPARE(elide(0, WordContextModel::AfterColumn),
                 static_cast<int>(Qt::ElideLeft)); // what is read first goes
        QCOMPARE(elide(1, WordContextModel::BeforeColumn), static_cast<int>(Qt::ElideLeft));
    }
};

QTEST_MAIN(TestWordModel)
#include "tst_wordmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/tokenestimate.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

// The counts are those of Gemma 3's own tokenizer.
class TestTokenEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_isNoToken() { QCOMPARE(estimateTokens(""), 0); }

    void samples_areCloseToTheRealCount_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("real");
        QTest::newRow("minutes") << "english/allotment-minutes.md" << 301;
        QTest::newRow("survey") << "english/bat-survey.txt" << 309;
        QTest::newRow("story") << "english/lighthouse-story.txt" << 305;
        QTest::newRow("log") << "english/pump-station.log" << 444;
        QTest::newRow("table") << "english/seed-library.csv" << 277;
        QTest::newRow("subtitles") << "english/talk.srt" << 454;
        QTest::newRow("Spanish minutes") << "spanish/acta-biblioteca.md" << 249;
        QTest::newRow("Spanish letter") << "spanish/carta-antigua.txt" << 310;
        QTest::newRow("Spanish recipe") << "spanish/receta-lentejas.md" << 315;
    }

    void samples_areCloseToTheRealCount()
    {
        QFETCH(const QString, file);
        QFETCH(const int, real);
        QFile sample(QStringLiteral(SAMPLES) + QLatin1Char('/') + file);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const double ratio = static_cast<double>(estimateTokens(view(sample.readAll()))) / real;
        QVERIFY2(ratio > 0.9 && ratio < 1.15, qPrintable(QString::number(ratio)));
    }

    void languages_areWithinWhatTheMarginCovers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("real");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("german")
            << QByteArray("Der Rat der Gemeinde beschloss am Dienstag, die alte Brücke über den Fluss zu "
                          "erneuern. Die Kosten belaufen sich auf rund 2,4 Millionen Euro, von "
                          "denen das Land die Hälfte übernimmt. Während der Bauzeit wird eine Umleitung "
                          "eingerichtet, die über das Nachbardorf führt.")
            << 61 << 0.84 << 1.44;
        QTest::newRow("french") << QByteArray(
                                       "Le conseil municipal a décidé mardi de rénover l'ancien pont sur la "
                                       "rivière. Les coûts s'élèvent à environ 2,4 millions d'euros, dont la "
                                       "région prend en charge la moitié. Pendant les travaux, une déviation "
                                       "passera par le village voisin.")
                                << 58 << 0.84 << 1.44;
        QTest::newRow("finnish")
            << QByteArray("Kunnanvaltuusto päätti tiistaina korjata joen yli kulkevan vanhan sillan. "
                          "Kustannukset ovat noin kaksi miljoonaa euroa, joista maakunta maksaa "
                          "puolet. Töiden aikana liikenne ohjataan naapurikylän kautta.")
            << 62 << 0.6 << 1.44;
        QTest::newRow("russian")
            << QByteArray("Совет общины решил во вторник отремонтировать старый мост через реку. Расходы "
                          "составят около двух миллионов евро, половину из которых возьмёт на себя область. "
                          "На время работ движение будет направлено через соседнюю деревню.")
            << 52 << 0.84 << 1.44;
        QTest::newRow("arabic")
            << QByteArray("قرر مجلس البلدية يوم الثلاثاء ترميم الجسر القديم فوق النهر. وتبلغ التكاليف نحو "
                          "مليوني يورو، تتحمل المنطقة نصفها. وخلال فترة الأعمال سيمر الطريق عبر القرية "
                          "المجاورة.")
            << 52 << 0.84 << 1.44;
        QTest::newRow("hindi") << QByteArray("नगर परिषद ने मंगलवार को नदी पर बने पुराने पुल की मरम्मत "
                                             "करने का निर्णय लिया। इसकी लागत लगभग बीस लाख यूरो है, "
                                             "जिसका आधा हिस्सा राज्य देगा। काम के दौरान रास्ता पड़ोसी "
                                             "गाँव से होकर जाएगा।")
                               << 42 << 0.84 << 1.44;
        QTest::newRow("thai") << QByteArray("สภาเทศบาลมีมติเมื่อวันอังคารให้ซ่อมแซมสะพานเก่าข้ามแม่น้ำ "
                                            "ค่าใช้จ่ายประมาณสองล้านยูโร "
                                            "ซึ่งรัฐจะรับผิดชอบครึ่งหนึ่ง "
                                            "ระหว่างการก่อสร้างจะมีทางเบี่ยงผ่านหมู่บ้านใกล้เคียง")
                              << 58 << 0.84 << 1.44;
        QTest::newRow("chinese")
            << QByteArray("市议会星期二决定修复河上的旧桥。费用约为两百万欧元，其中一半由州政府承担。施工期间"
                          "，道路将绕行邻近的村庄。居民可以在市政厅查看计划，并在月底之前提出意见。")
            << 51 << 0.84 << 1.44;
        QTest::newRow("japanese")
            << QByteArray("町議会は火曜日、川に架かる古い橋を修理することを決めた。費用は約二百万ユーロで、そ"
                          "の半分は州が負担する。工事の間、道路は隣の村を通ることになる。")
            << 47 << 0.84 << 1.44;
        QTest::newRow("korean") << QByteArray(
                                       "시의회는 화요일에 강을 건너는 오래된 다리를 보수하기로 결정했다. "
                                       "비용은 약 이백만 유로이며 그 절반은 "
                                       "주에서 부담한다. 공사 기간 동안 도로는 이웃 마을을 지나게 된다.")
                                << 55 << 0.84 << 1.44;
    }

    void languages_areWithinWhatTheMarginCovers()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, real);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const double ratio = static_cast<double>(estimateTokens(view(text))) / real;
        QVERIFY2(ratio >= least && ratio <= most, qPrintable(QString::number(ratio)));
    }

    void numbers_takeATokenADigit()
    {
        QCOMPARE(estimateTokens("1234567890"), 10);
        QCOMPARE(estimateTokens("11,22,33"), 8);
    }

    // Dense text is what overflows a model: a quarter of its length would be a third of the truth.
    void data_isNotTakenForWords()
    {
        const std::string hexadecimal = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        QVERIFY(estimateTokens(hexadecimal) > 45);
        QVERIFY(estimateTokens("aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQgb2Ygc29tZSB0ZXh0") > 20);
        QVERIFY(estimateTokens(std::string(1'000'000, 'x')) > 400'000);
        QVERIFY(estimateTokens(std::string(1'000'000, ' ')) > 60'000);
        QVERIFY(estimateTokens(std::string(80, '-')) < 20);
    }

    void pieces_giveTheSameAsTheWhole()
    {
        const std::string text = "El camión número 12,345 —de la Ñ— llegó  a las 10:30.\n\nおはよう мир, "
                                 "camelCaseWord and_a_very_long_name ----- ...... ok";
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            TokenEstimate estimate;
            std::string_view rest = text;
            while (!rest.empty()) {
                std::size_t cut = std::min<std::size_t>(rest.size(), 1 + random() % 9);
                while (cut < rest.size() && (rest[cut] & 0xC0) == 0x80)
                    ++cut;
                estimate.add(rest.substr(0, cut));
                rest.remove_prefix(cut);
            }
            QCOMPARE(estimate.tokens(), estimateTokens(text));
        }
    }

    void addWithin_stopsAtTheLastCodePointThatFits()
    {
        const std::string text = "one two três quatro 12345 número";
        for (qint64 limit = 0; limit < 20; ++limit) {
            TokenEstimate estimate;
            const std::size_t bytes = estimate.addWithin(text, limit);
            QVERIFY(estimate.tokens() <= limit);
            QCOMPARE(estimate.tokens(), estimateTokens(std::string_view(text).substr(0, bytes)));
            QVERIFY(bytes == text.size() || (text[bytes] & 0xC0) != 0x80);
            if (bytes < text.size()) {
                std::size_t next = bytes + 1;
                while (next < text.size() && (text[next] & 0xC0) == 0x80)
                    ++next;
                QVERIFY(estimateTokens(std::string_view(text).substr(0, next)) > limit);
            }
        }
    }

    void correction_ofAFittingEstimate_leavesTheMarginAlone()
    {
        TokenCorrection correction;
        QCOMPARE(correction.safeEstimate(1200), 1000);
        for (int i = 0; i < 50; ++i)
            correction.observe(1000, 800 + 300 * (i % 2));
        QCOMPARE(correction.safeEstimate(1200), 1000);
    }

    void correction_ofALowEstimate_leavesMoreRoom()
    {
        TokenCorrection correction;
        for (int i = 0; i < 50; ++i)
            correction.observe(1000, 2000);
        QVERIFY(std::abs(correction.expected(1000) - 2000) < 5);
        QVERIFY(correction.safeEstimate(1200) <= 500);
    }

    // Text that was cut once is cut in the same places again.
    void correction_thatComesBack_leavesTheWindowAsItIs()
    {
        TokenCorrection correction;
        for (int i = 0; i < 20; ++i)
            correction.observe(1000, 2000);
        const qint64 window = correction.safeEstimate(10'000);
        for (int i = 0; i < 20; ++i)
            correction.observe(1000, 1000);
        QCOMPARE(correction.safeEstimate(10'000), window);
        QVERIFY(correction.expected(1000) < 1100);
    }

    // A provider that says nothing, or counts something else, must not close the window.
    void correction_ofNonsense_isBounded()
    {
        TokenCorrection correction;
        correction.observe(1000, 0);
        correction.observe(10, 1000);
        QCOMPARE(correction.expected(1000), 1000);
        for (int i = 0; i < 100; ++i)
            correction.observe(1000, 1'000'000'000);
        QVERIFY(correction.safeEstimate(10'000) > 2500);
    }
};

QTEST_GUILESS_MAIN(TestTokenEstimate)
#include "tst_tokenestimate.moc"

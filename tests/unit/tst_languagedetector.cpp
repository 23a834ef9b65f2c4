// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stopwordlanguagedetector.h"
#include "text/stopwordlists.h"

#include <QTest>

#include <map>

using namespace Gemmary;

namespace {

// Terms as the analysis counts them, near enough: runs of letters with inner apostrophes, Han one by one.
std::vector<TermCount> termsOf(const QString &text)
{
    std::map<std::string, qint64> counts;
    QString term;
    const auto end = [&] {
        while (term.endsWith(QLatin1Char('\'')))
            term.chop(1);
        if (!term.isEmpty())
            ++counts[term.normalized(QString::NormalizationForm_C).toStdString()];
        term.clear();
    };
    for (const QChar c : text.toLower()) {
        const bool isHan = c.script() == QChar::Script_Han;
        if (isHan)
            end();
        if (c.isLetterOrNumber() || c.isMark() || (c == QLatin1Char('\'') && !term.isEmpty()))
            term += c;
        else
            end();
        if (isHan)
            end();
    }
    end();
    std::vector<TermCount> terms;
    terms.reserve(counts.size());
    for (const auto &[word, count] : counts)
        terms.push_back({word, count});
    return terms;
}

} // namespace

class TestLanguageDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detect_textWithoutLanguage_isEmpty_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("numbers") << QStringLiteral("17 42 1999 2024 3 8 1024");
        QTest::newRow("identifiers") << QStringLiteral(
            "foo bar baz qux kernel mutex stdout malloc printf errno");
        QTest::newRow("names") << QStringLiteral("Müller Rodríguez Kowalski Papadopoulos Nguyen Smith");
        QTest::newRow("Runes") << QStringLiteral("ᚠᚢᚦᚬᚱᚴ ᚼᚾᛁᛅᛋ");
        QTest::newRow("Swahili, which has no list")
            << QStringLiteral("Watoto wanacheza mpira uwanjani baada ya shule kila siku jioni.");
    }

    void detect_textWithoutLanguage_isEmpty()
    {
        QFETCH(QString, text);
        QCOMPARE(m_detector.detect(termsOf(text)), QString());
    }

    void detect_oneSentence_isItsLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *language, const char *text) {
            QTest::addRow("%s: %.24s…", language, text)
                << QString::fromUtf8(text) << QString::fromLatin1(language);
        };
        row("en", "The committee approved the budget for next year.");
        row("en", "She doesn't know where they went after lunch.");
        row("en", "Our results show that the method is fast.");
        row("en", "Please read this letter and answer before Friday.");
        row("es", "El comité aprobó el presupuesto del año próximo.");
        row("es", "No sabemos dónde estaban los documentos de la empresa.");
        row("es", "Los resultados muestran que el método es rápido.");
        row("es", "Mañana por la mañana viajaremos a Sevilla con mis padres.");
        row("pt", "O comité aprovou o orçamento do próximo ano, mas não disse quando.");
        row("pt", "Os resultados mostram que o método é muito rápido e não custa nada.");
        row("it", "Il comitato ha approvato il bilancio dell'anno prossimo.");
        row("it", "I risultati mostrano che il metodo è veloce e che non costa niente.");
        row("fr", "Le comité a approuvé le budget de l'année prochaine.");
        row("fr", "Nous ne savons pas où sont les documents de cette entreprise.");
        row("de", "Der Ausschuss hat den Haushalt für das nächste Jahr beschlossen.");
        row("de", "Wir wissen nicht, wo die Unterlagen der Firma geblieben sind.");
        row("nl", "De commissie heeft de begroting voor het volgende jaar goedgekeurd.");
        row("nl", "Wij weten niet waar de documenten van het bedrijf zijn gebleven.");
        row("sv", "Kommittén har godkänt budgeten för nästa år och det var inte lätt.");
        row("da", "Udvalget har godkendt budgettet for næste år, og det var ikke let.");
        row("da", "Jeg ved ikke, hvor de er blevet af, men vi må finde dem.");
        row("no", "Komiteen har godkjent budsjettet for neste år, og det var ikke lett.");
        row("no", "Jeg vet ikke hvor de ble av, men vi må finne dem nå etter jul.");
        row("fi", "Valiokunta hyväksyi ensi vuoden talousarvion, mutta se ei ollut helppoa.");
        row("hu", "A bizottság jóváhagyta a jövő évi költségvetést, de ez nem volt könnyű.");
        row("tr", "Komite gelecek yılın bütçesini onayladı ama bu hiç kolay değildi ve çok sürdü.");
        row("ru", "Комитет утвердил бюджет на следующий год, но это было не так просто.");
        row("pl", "Wczoraj wieczorem poszliśmy całą rodziną nad rzekę, żeby zobaczyć zachód słońca.");
        row("cs", "Včera večer jsme šli k řece, aby děti viděly západ slunce a dům.");
        row("ro", "Comisia a aprobat bugetul pentru anul viitor și a spus că țara așteaptă.");
        row("uk", "Комітет затвердив бюджет на наступний рік, але це було не так просто.");
        row("ja", "委員会は来年の予算を承認しました。");
        row("ja", "東京都庁で記者会見が行われた。");
        row("zh", "委员会批准了明年的预算。");
        row("ko", "위원회는 내년 예산을 승인했다.");
        row("th", "คณะกรรมการอนุมัติงบประมาณปีหน้า");
        row("el", "Η επιτροπή ενέκρινε τον προϋπολογισμό του επόμενου έτους.");
        row("he", "הוועדה אישרה את התקציב לשנה הבאה.");
        row("ar", "وافقت اللجنة على ميزانية العام المقبل.");
        row("hi", "समिति ने अगले वर्ष के बजट को मंजूरी दी।");
        row("ne", "समितिले अर्को वर्षको बजेट पारित गर्यो र यो सजिलो थिएन भन्ने पनि छ।");
    }

    void detect_oneSentence_isItsLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QCOMPARE(m_detector.detect(termsOf(text)), language);
    }

    void detect_termsInAnyOrder_isTheSame()
    {
        auto terms = termsOf(QStringLiteral("O comité aprovou que no se de la en a por para com"));
        const QString language = m_detector.detect(terms);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            std::rotate(terms.begin(), terms.begin() + 1, terms.end());
            QCOMPARE(m_detector.detect(terms), language);
        }
    }

    void detect_quotesOfAnotherLanguage_isTheTextsOwn()
    {
        const QString text =
            QStringLiteral("The word 日本語 is what they call it, and the sign said 出口 to all of us.");
        QCOMPARE(m_detector.detect(termsOf(text)), QStringLiteral("en"));
    }

    void stopWords_unknownLanguageOrWord_areNone()
    {
        QVERIFY(!m_words.contains(u"xx", "the"));
        QVERIFY(!m_words.contains(u"", "the"));
        QVERIFY(!m_words.contains(u"en", ""));
        QVERIFY(!m_words.contains(u"en", "photosynthesis"));
        QVERIFY(!m_words.contains(u"en", "The")); // terms are lower case
    }

    void stopWords_eachShippedLanguage_hasItsWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *language, const char *word) {
            QTest::addRow("%s %s", language, word)
                << QString::fromLatin1(language) << QString::fromUtf8(word);
        };
        row("en", "the");
        row("en", "doesn't");
        row("es", "también");
        row("es", "que");
        row("pt", "não");
        row("it", "più");
        row("fr", "même");
        row("de", "für");
        row("nl", "het");
        row("da", "på");
        row("sv", "från");
        row("no", "etter");
        row("fi", "että");
        row("hu", "és");
        row("ru", "что");
        row("tr", "için");
    }

    void stopWords_eachShippedLanguage_hasItsWords()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        QVERIFY(m_words.languages().contains(language));
        QVERIFY(m_words.contains(language, word.toStdString()));
    }

private:
    StopWordLists m_words;
    StopWordLanguageDetector m_detector{m_words};
};

QTEST_GUILESS_MAIN(TestLanguageDetector)
#include "tst_languagedetector.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/icusentencesplitter.h"

#include <QRegularExpression>
#include <QTest>

using namespace Gemmary;

class TestIcuSentenceSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void split_paragraph_givesSentences_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("expected"); // sentences parted by '|'; the paragraph has blanks there
        const auto row = [](const char *name, const char *language, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(language) << QString::fromUtf8(expected);
        };
        row("nothing", "en", "");
        row("one without an end", "en", "Results of the second quarter");
        row("two", "en", "It rained. We stayed in.");
        row("question and exclamation", "en", "Who is there? Nobody! Then open.");
        row("ellipsis before lower case", "en", "He waited… and waited. Nobody came.");
        row("decimal", "en", "It costs 3.50 dollars. That is cheap.");
        row("quoted", "en", "“Come in.”|She smiled.");
        row("leading title", "en", "Dr. Smith came late.|He was tired.");
        row("title within", "en", "We asked Mrs. Jones about it.|She knew.");
        row("initials in front", "en", "J. R. R. Tolkien wrote it.|We read it.");
        row("initials within", "en", "The series by George R. R. Martin is long.|We read it.");
        row("a letter at the end", "en", "This is about vitamin C. We need it.");
        row("country in front", "en", "The U.S. Army moved.|It was night.");
        row("country at the end", "en", "They live in the U.S.|She does not.");
        row("e.g.", "en", "Bring fruit, e.g. Apples or pears.|Thanks.");
        row("word that is an abbreviation, too", "en", "My answer is still no. You may go.");
        row("address", "en", "It opens at 9 a.m. and closes late.|Come early.");
        row("es leading title", "es", "Sr. García llegó tarde.|Estaba cansado.");
        row("es doctor", "es", "La Dra. Pérez firmó el informe.|Luego salió.");
        row("es country", "es", "EE. UU. aprobó la ley.|Nadie protestó.");
        row("es country within", "es", "El gobierno de EE. UU. aprobó la ley.|Nadie protestó.");
        row("es article", "es", "Véase el art. 5 de la ley.|Es claro.");
        row("es page", "es", "Véase la pág. 12.|Es claro.");
        row("es number", "es", "Vive en el núm. 7 de la calle.|Es alto.");
        row("es no at the end", "es", "Le dijo claramente que no. Luego se marchó.");
        row("es inverted marks", "es", "¿Vienes mañana? ¡Claro que sí! Nos vemos.");
        row("de doctor", "de", "Herr Dr. Weber kam spät.|Er war müde.");
        row("fr", "fr", "Il pleut. Nous restons ici.");
        row("unknown language", "xx", "It rained. We stayed in.");
        row("no language", "", "It rained. We stayed in.");
    }

    void split_paragraph_givesSentences()
    {
        QFETCH(QString, language);
        QFETCH(QString, expected);
        const bool marked = expected.contains(QLatin1Char('|'));
        QStringList sentences = marked ? expected.split(QLatin1Char('|')) : simpleSentences(expected);
        const std::string paragraph = sentences.join(QLatin1Char(' ')).toStdString();
        QCOMPARE(split(paragraph, language), sentences);
    }

    void split_chineseAndJapanese_needsNoBlanks()
    {
        QCOMPARE(split("今天下雨。我们在家。你呢？", QStringLiteral("zh")).size(), 3);
        QCOMPARE(split("雨が降った。家にいた。", QStringLiteral("ja")).size(), 2);
    }

    void split_whiteSpaceOfAnyKind_isTrimmed()
    {
        const QStringList expected{QStringLiteral("今天下雨。"), QStringLiteral("好。")};
        QCOMPARE(split("\u3000\u3000今天下雨。\u3000好。\u00A0\u2003\n", QStringLiteral("zh")), expected);
        QCOMPARE(split(" \t\n\u2003", QStringLiteral("en")), QStringList());
    }

    void split_result_isViewsInOrderIntoTheParagraph()
    {
        const std::string paragraph = "Uno. Dos más. Dr. Tres ya… Cuatro 😀. Cinco";
        IcuSentenceSplitter splitter;
        const char *last = paragraph.data();
        for (const std::string_view sentence : splitter.split(paragraph, u"es")) {
            QVERIFY(sentence.data() >= last);
            last = sentence.data() + sentence.size();
        }
        QCOMPARE(last, paragraph.data() + paragraph.size());
    }

    void split_anotherLanguageBetween_isForgotten()
    {
        IcuSentenceSplitter splitter;
        const std::string paragraph = "It rained. We stayed in.";
        const auto first = splitter.split(paragraph, u"en");
        QCOMPARE(splitter.split("今天下雨。好。", u"zh").size(), 2u);
        QCOMPARE(splitter.split(paragraph, u"en"), first);
    }

private:
    // Every full stop, question or exclamation mark before a blank ends one, unless a lower-case letter
    // follows.
    static QStringList simpleSentences(const QString &text)
    {
        static const QRegularExpression end(QStringLiteral("(?<=[.?!])\\s+(?=[\\p{Lu}¡¿])"));
        return text.isEmpty() ? QStringList() : text.split(end);
    }

    static QStringList split(const std::string &paragraph, const QString &language)
    {
        IcuSentenceSplitter splitter;
        QStringList sentences;
        for (const std::string_view sentence : splitter.split(paragraph, language))
            sentences.append(QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size())));
        return sentences;
    }
};

QTEST_GUILESS_MAIN(TestIcuSentenceSplitter)
#include "tst_icusentencesplitter.moc"

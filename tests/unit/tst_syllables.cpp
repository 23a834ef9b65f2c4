// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/syllables.h"

#include <QTest>

using namespace Gemmary;

class TestSyllables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syllables_ofTerm_areCounted_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("term");
        QTest::addColumn<int>("syllables");
        const auto row = [](const char *language, const char *term, int syllables) {
            QTest::addRow("%s %s", language, term)
                << QString::fromLatin1(language) << QByteArray(term) << syllables;
        };
        row("en", "the", 1);
        row("en", "house", 1);
        row("en", "table", 2);
        row("en", "apples", 2);
        row("en", "faces", 2);
        row("en", "makes", 1);
        row("en", "walked", 1);
        row("en", "wanted", 2);
        row("en", "tree", 1);
        row("en", "beginning", 3);
        row("en", "well-known", 2);
        row("en", "don't", 1);
        row("en", "rhythm", 1);
        row("en", "1874", 1);
        row("en", "b", 1);
        row("es", "casa", 2);
        row("es", "día", 2);
        row("es", "aéreo", 4);
        row("es", "bueno", 2);
        row("es", "ciudad", 2);
        row("es", "pingüino", 3);
        row("es", "que", 1);
        row("es", "país", 2);
        row("es", "muy", 1);
        row("es", "y", 1);
        row("es", "ahora", 3);
        row("es", "años", 2);
        row("es", "42", 1);
    }

    void syllables_ofTerm_areCounted()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, term);
        const SyllableCounter counter = syllableCounterFor(language);
        QVERIFY(counter);
        QTEST(counter(std::string_view(term.constData(), static_cast<std::size_t>(term.size()))),
              "syllables");
    }

    void counter_otherLanguage_isNone()
    {
        QVERIFY(!syllableCounterFor(QStringLiteral("de")));
        QVERIFY(!syllableCounterFor(QString()));
    }
};

QTEST_GUILESS_MAIN(TestSyllables)
#include "tst_syllables.moc"

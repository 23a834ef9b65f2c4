// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/segmenter.h"

#include <QStringList>
#include <QTest>

using namespace Gemmary;

class TestTermSegmenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_ofText_areAsDefined_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("terms");
        const auto row = [](const char *name, const char *text, const char *terms) {
            const QString expected = QString::fromUtf8(terms);
            QTest::newRow(name) << QString::fromUtf8(text)
                                << (expected.isEmpty() ? QStringList() : expected.split(u'|'));
        };
        row("nothing", "", "");
        row("separators only", "… — !? 😀", "");
        row("lower case", "The END Été ЁЖ", "the|end|été|ёж");
        row("apostrophe", "don't don’t 'tis rock ''n'' roll'", "don't|don't|tis|rock|n|roll");
        row("hyphen", "well-known a\u2010b a\u2011b a\u2013b a--b -a a-", "well-known|a-b|a-b|a|b|a|b|a|a");
        row("numbers", "3.14 1,000 1.5,2 1..2 a.b 1.a ١.٢", "3.14|1,000|1.5,2|1|2|a|b|1|a|١|٢");
        row("decomposed", "e\u0301 E\u0301 é É", "é|é|é|é");
        row("dotted capital i", "\u0130 I\u0307 i\u0307", "i|i|i\u0307");
        row("composed in lower case only", "J\u030C \u01F0", "ǰ|ǰ");
        row("mark without letter", "\u2260 =\u0338 =\u0338a a-\u0301b", "a|a|b");
        row("ignorables", "co\u00ADop 1\u2060.\uFEFF5 a\u200D-\u200Cb \u00AD", "coop|1.5|a-b");
        row("no-break space and zero-width space", "a\u00A0b a\u200Bb", "a|b|a|b");
        row("Han", "漢字ABC𠀀々", "漢|字|abc|𠀀|々");
        row("Han takes its marks", "漢\u3099字", "漢\u3099|字");
        row("kana", "これはテストらーめん", "これは|テスト|らーめん");
        row("kana decomposed", "か\u3099ハ\u309A", "が|パ");
        row("joiners only between words", "漢-字 カ-カ x-漢", "漢|字|カ|カ|x|漢");
        row("Thai", "ภาษาไทย", "ภาษา|ไทย");
        row("Thai digits", "ไทย๖๖", "ไทย|๖๖");
    }

    void span_ofEachTerm_isTheTextItWasMadeOf_data() { terms_ofText_areAsDefined_data(); }

    void span_ofEachTerm_isTheTextItWasMadeOf()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, terms);
        const QByteArray source = text.toUtf8();
        CharacterClasses classes;
        QStringList madeOf;
        qint64 behind = 0;
        std::unique_ptr<Segmenter> segmenter;
        segmenter = makeSegmenter({}, classes, [&](std::string_view) {
            const auto [begin, end] = segmenter->span();
            QVERIFY(behind <= begin && begin < end && end <= source.size());
            madeOf << QString::fromUtf8(source.mid(begin, end - begin));
            behind = end;
        });
        for (qsizetype at = 0, next = 1; at < source.size(); at = next++) { // each piece a code point
            while (next < source.size() && (static_cast<uchar>(source[next]) & 0xC0) == 0x80)
                ++next;
            segmenter->feed(source.mid(at, next - at).toStdString());
        }
        segmenter->finish();
        QCOMPARE(madeOf.size(), terms.size());
        for (qsizetype i = 0; i < terms.size(); ++i) {
            QStringList again;
            TermSegmenter alone(classes, false, collectInto(again));
            alone.feed(madeOf[i].toStdString());
            alone.finish();
            QCOMPARE(again, QStringList{terms[i]});
        }
    }

    void terms_ofText_areAsDefined()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, terms);
        CharacterClasses classes;
        QStringList got;
        TermSegmenter segmenter(classes, false, collectInto(got));
        segmenter.feed(text.toStdString());
        segmenter.finish();
        QCOMPARE(got, terms);
        QVERIFY(segmenter.isUsable());
    }

    void terms_chineseByDictionary_areWords()
    {
        CharacterClasses classes;
        QStringList got;
        TermSegmenter segmenter(classes, true, collectInto(got));
        segmenter.feed("中国人民ABC");
        segmenter.finish();
        QCOMPARE(got.join(QString()), QStringLiteral("中国人民abc"));
        QVERIFY(got.size() < 5);
        QCOMPARE(got.back(), QStringLiteral("abc"));
    }

    void term_endlessRun_isCut()
    {
        CharacterClasses classes;
        QStringList got;
        TermSegmenter segmenter(classes, false, collectInto(got));
        for (int i = 0; i < 10'000; ++i)
            segmenter.feed("ab-");
        segmenter.feed(" c");
        segmenter.finish();
        QCOMPARE(got.size(), 2);
        QCOMPARE(got[0].size(), Segmenter::LongestTerm);
        QCOMPARE(got[1], QStringLiteral("c"));
    }

    void originalTerms_ofText_keepTheOriginalsLetters()
    {
        CharacterClasses classes;
        QStringList got;
        OriginalSegmenter segmenter(classes, collectInto(got));
        segmenter.feed("Don't well-known ÑANDÚ über straße\u00A0x\uFEFFy\u0085z Привет e\u0301 3.14 …");
        segmenter.finish();
        QCOMPARE(got, QString::fromUtf8("dont|wellknown|ñandú|ber|strae|x|yz|e|314").split(u'|'));
    }

    void terms_invalidBytes_separate()
    {
        CharacterClasses classes;
        QStringList got;
        TermSegmenter segmenter(classes, false, collectInto(got));
        segmenter.feed("a\xFF"
                       "b\xC3");
        segmenter.finish();
        QCOMPARE(got, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

private:
    static TermReceiver collectInto(QStringList &list)
    {
        return [&list](std::string_view term) {
            list.append(QString::fromUtf8(term.data(), static_cast<qsizetype>(term.size())));
        };
    }
};

QTEST_GUILESS_MAIN(TestTermSegmenter)
#include "tst_termsegmenter.moc"

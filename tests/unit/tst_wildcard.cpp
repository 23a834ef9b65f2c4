// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/wildcard.h"

#include <QTest>

using namespace Gemmary;

class TestWildcard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesWildcard_text_fitsOrNot_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *pattern, const char *text, bool fits) {
            QTest::addRow("%s %s %s", pattern, fits ? "fits" : "does not fit", text)
                << QString::fromUtf8(pattern) << QString::fromUtf8(text) << fits;
        };
        row("", "", true);
        row("", "a", false);
        row("a", "", false);
        row("*", "", true);
        row("*.log", "a.log", true);
        row("*.log", ".log", true);
        row("*.log", "a.log.gz", false);
        row("*.log", "a/b.log", false);
        row("a*b*c", "aXbYbZc", true);
        row("a*b*c", "aXbYbZ", false);
        row("*a*", "bab", true);
        row("?", "a", true);
        row("?", "ñ", true);
        row("?", "/", false);
        row("a?c", "ac", false);
        row("[a-c]x", "bx", true);
        row("[a-c]x", "dx", false);
        row("[!a-c]x", "dx", true);
        row("[!a-c]x", "ax", false);
        row("[]x]", "]", true);
        row("[abc", "[abc", true);
        row("\\*", "*", true);
        row("\\*", "a", false);
        row("a\\", "a\\", true);
        row("drafts/*", "drafts/a", true);
        row("drafts/*", "drafts/a/b", false);
        row("drafts/*", "drafts", false);
        row("drafts/**", "drafts/a", true);
        row("drafts/**", "drafts/a/b", true);
        row("drafts/**", "drafts", false);
        row("drafts/**", "drafts2/a", false);
        row("**/old", "old", true);
        row("**/old", "a/old", true);
        row("**/old", "a/b/old", true);
        row("**/old", "a/bold", false);
        row("a/**/z", "a/z", true);
        row("a/**/z", "a/b/c/z", true);
        row("a/**/z", "a/bz", false);
        row("a/**/b/*.txt", "a/b/c/b/d.txt", true);
        row("a/**/b/*.txt", "a/b/c/d.txt", false);
        row("a**z", "a/b/z", true);
        row("a/*/c/**", "a/b/c/d/e", true);
        row("a/*/c/**", "a/b/x/c/d", false);
    }

    void matchesWildcard_text_fitsOrNot()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QTEST(matchesWildcard(pattern.toStdString(), text.toStdString()), "fits");
    }

    // Naive backtracking would take longer than the universe has.
    void matchesWildcard_manyStars_endsSoon()
    {
        std::string pattern;
        for (int i = 0; i < 60; ++i)
            pattern += i % 3 == 0 ? "**a" : "*a";
        QVERIFY(!matchesWildcard(pattern + "b", std::string(2'000, 'a')));
    }
};

QTEST_GUILESS_MAIN(TestWildcard)
#include "tst_wildcard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filecontentsource.h"
#include "intake/folderscanner.h"
#include "support/foldertree.h"

#include <QTest>

using namespace Gemmary;

class TestPathMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_anyMap_isTranslatedThereAndBack_data()
    {
        QTest::addColumn<QString>("map");
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("here");
        const auto row = [](const char *name, const char *map, const char *stored, const char *here) {
            QTest::addRow("%s", name) << QString::fromUtf8(map) << QByteArray(stored) << QByteArray(here);
        };
        row("no map", "", "/mnt/share/a", "/mnt/share/a");
        row("below a prefix", "/mnt/share=/srv/docs", "/mnt/share/a/b", "/srv/docs/a/b");
        row("the prefix itself", "/mnt/share=/srv/docs", "/mnt/share", "/srv/docs");
        row("not a whole component", "/mnt/share=/srv/docs", "/mnt/shared/a", "/mnt/shared/a");
        row("the longest wins", "/mnt=/x;/mnt/share=/srv/docs", "/mnt/share/a", "/srv/docs/a");
        row("whatever the order", "/mnt/share=/srv/docs;/mnt=/x", "/mnt/share/a", "/srv/docs/a");
        row("slashes at the end", "/mnt/share/=/srv/docs/;", "/mnt/share/a", "/srv/docs/a");
        row("the root", "/=/srv/docs", "/a", "/srv/docs/a");
        row("to the root", "/mnt=/", "/mnt/a", "/a");
        row("other letters", "/mnt/años=/srv/écrits", "/mnt/años/a", "/srv/écrits/a");
    }

    void path_anyMap_isTranslatedThereAndBack()
    {
        QFETCH(const QString, map);
        QFETCH(const QByteArray, stored);
        QFETCH(const QByteArray, here);
        QCOMPARE(PathMap(map).here(stored), here);
        QCOMPARE(PathMap(map).stored(here), stored);
    }

    void folder_underAnotherName_isWalkedAndReadByItsNameInTheStore()
    {
        const Test::FolderTree tree;
        tree.file("here/sub/a.txt", "text");
        const PathMap paths(QStringLiteral("/mnt/share=") + QFile::decodeName(tree.path("here")));
        const Locator input{Locator::Kind::File, "/mnt/share"};
        const auto scan = FolderScanner(paths).scan({input}, {}, {}, {}, {});
        const auto found = scan->next();
        QCOMPARE(found->document.locator.value, QByteArray("/mnt/share/sub/a.txt"));
        QVERIFY(!FileContentSource().open(found->document.locator));
        const auto reader = FileContentSource(paths).open(found->document.locator).value();
        QCOMPARE(reader->bytes(), 4);
        QVERIFY(reader->verifyUnchanged());
        const auto single = FolderScanner(paths).scan({found->document.locator}, {}, {}, {}, {})->next();
        QCOMPARE(single->document.name, QStringLiteral("a.txt"));
        QVERIFY(!single->document.problem);
    }
};

QTEST_GUILESS_MAIN(TestPathMap)
#include "tst_pathmap.moc"

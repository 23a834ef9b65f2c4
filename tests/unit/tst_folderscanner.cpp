// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filecontentsource.h"
#include "intake/folderscanner.h"
#include "support/foldertree.h"

#include <QTest>

using namespace Gemmary;
using Test::FolderTree;
using namespace Qt::StringLiterals;

namespace {

QStringList list(std::initializer_list<const char *> items)
{
    QStringList strings;
    for (const char *item : items)
        strings.append(QString::fromUtf8(item));
    return strings;
}

struct Walk
{
    QStringList names;
    QStringList reasons; // of the same entries; empty for what is read
    std::vector<FoundDocument> entries;

    QString reasonOf(const QString &name) const
    {
        const auto index = names.indexOf(name);
        return index < 0 ? QStringLiteral("not met") : reasons.at(index);
    }
};

// Inputs are paths; one that begins with "blob:" is content of the store.
Walk walk(const QList<QByteArray> &inputs, const ProcessSettings &settings = {}, const QByteArray &after = {},
          const QStringList &inputNames = {})
{
    std::vector<Locator> locators;
    for (const QByteArray &input : inputs) {
        const bool blob = input.startsWith("blob:");
        locators.push_back(
            {blob ? Locator::Kind::Blob : Locator::Kind::File, blob ? input.sliced(5) : input});
    }
    Walk result;
    const auto scan = FolderScanner().scan(locators, inputNames, settings, after, {});
    while (auto found = scan->next()) {
        result.names.append(found->document.name);
        result.reasons.append(found->document.problem ? nameOf(found->document.problem->reason) : QString());
        result.entries.push_back(std::move(*found));
    }
    return result;
}

} // namespace

class TestFolderScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_inputThatIsNoDocument_isOneEntry_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << QByteArray("missing") << u"not_there"_s;
        QTest::newRow("below a file") << QByteArray("a.txt/b") << u"not_there"_s;
        QTest::newRow("link to nothing") << QByteArray("dangling") << u"not_there"_s;
        QTest::newRow("link to itself") << QByteArray("loop") << u"read_error"_s;
        QTest::newRow("pipe") << QByteArray("pipe") << u"special_file"_s;
        QTest::newRow("socket") << QByteArray("socket") << u"special_file"_s;
        QTest::newRow("empty file") << QByteArray("empty") << u"empty"_s;
    }

    void scan_inputThatIsNoDocument_isOneEntry()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, reason);
        FolderTree tree;
        tree.file("a.txt");
        tree.file("empty", "");
        tree.link("dangling", "nowhere");
        tree.link("loop", "loop");
        tree.pipe("pipe");
        tree.socket("socket");
        const Walk found = walk({tree.path(input), tree.path("a.txt")});
        QCOMPARE(found.reasons, QStringList({reason, QString()}));
        QCOMPARE(found.entries.front().document.locator.value, tree.path(input));
    }

    void scan_folderWithoutPermission_isOneEntry()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may list everything");
        FolderTree tree;
        tree.file("closed/a.txt");
        tree.file("open.txt");
        ::chmod(tree.path("closed").constData(), 0);
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names, list({"closed/", "open.txt"}));
        QCOMPARE(found.reasonOf(u"closed/"_s), u"no_permission"_s);
        ::chmod(tree.path("closed").constData(), 0755);
    }

    void scan_cancelled_ends()
    {
        FolderTree tree;
        tree.file("a.txt");
        tree.file("b.txt");
        CancelSource source;
        const auto scan =
            FolderScanner().scan({{Locator::Kind::File, tree.path()}}, {}, {}, {}, source.token());
        QVERIFY(scan->next());
        source.cancel();
        QVERIFY(!scan->next());
    }

    void scan_entry_hasItsReason_data()
    {
        QTest::addColumn<QByteArray>("path"); // a file, or a folder when it ends in '/'
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *path, const char *reason) {
            QTest::newRow(path) << QByteArray(path) << QString::fromLatin1(reason);
        };
        row("plain.txt", "");
        row("no extension", "");
        row("git", "");
        row("cvs.txt", "");
        row("~draft.txt", "");
        row(".hidden", "hidden");
        row(".config/", "hidden");
        row(".gitignore", "hidden");
        row(".git/", "version_control");
        row(".git", "version_control");
        row(".hg/", "version_control");
        row(".svn/", "version_control");
        row(".bzr/", "version_control");
        row("CVS/", "version_control");
        row("_darcs/", "version_control");
        row(".fossil", "version_control");
        row("Thumbs.db", "system_litter");
        row("thumbs.db", "system_litter");
        row("desktop.ini", "system_litter");
        row("Desktop.ini", "system_litter");
        row(".DS_Store", "system_litter");
        row("._letter.txt", "system_litter");
        row("__MACOSX/", "system_litter");
        row("$RECYCLE.BIN/", "system_litter");
        row("System Volume Information/", "system_litter");
        row("~$letter.docx", "system_litter");
        row(".~lock.letter.odt#", "system_litter");
        row(".Trash-1000/", "system_litter");
        row("lost+found/", "system_litter");
        row(".nfs000000000123", "system_litter");
    }

    void scan_entry_hasItsReason()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, reason);
        FolderTree tree;
        const bool folder = path.endsWith('/');
        if (folder)
            tree.file(path + "within.txt");
        else
            tree.file(path);
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names, list({path.constData()}));
        QCOMPARE(found.reasons, list({reason.toUtf8().constData()}));
        QCOMPARE(found.entries.front().document.locator.value, tree.path(folder ? path.chopped(1) : path));
        QCOMPARE(walk({tree.path(folder ? path + "within.txt" : path)}).reasons, list({""}));
    }

    void scan_hiddenAskedFor_isRead()
    {
        FolderTree tree;
        tree.file(".hidden");
        tree.file(".git/config");
        tree.file(".folder/a.txt");
        ProcessSettings settings;
        settings.readHidden = true;
        const Walk found = walk({tree.path()}, settings);
        QCOMPARE(found.names, list({".folder/a.txt", ".git/", ".hidden"}));
        QCOMPARE(found.reasonOf(u".git/"_s), u"version_control"_s);
        QCOMPARE(found.reasonOf(u".hidden"_s), QString());
    }

    void scan_sizes_areHeldAgainstTheLimit()
    {
        FolderTree tree;
        tree.file("empty", "");
        tree.file("limit", QByteArray(100, 'a'));
        tree.file("over", QByteArray(101, 'a'));
        ProcessSettings settings;
        settings.largestDocument = 100;
        const Walk found = walk({tree.path()}, settings);
        QCOMPARE(found.reasons, list({"empty", "", "too_large"}));
        QCOMPARE(found.entries[1].document.bytes, 100);
        QVERIFY(found.entries[1].document.modifiedNs > 0);
        QCOMPARE(found.entries[2].document.problem->detail, u"101 bytes"_s);
    }

    void scan_linksAndSpecialFiles_areListedNotRead()
    {
        FolderTree tree;
        tree.file("real/a.txt");
        tree.link("link to file", "real/a.txt");
        tree.link("link to folder", "real");
        tree.link("real/link to above", "..");
        tree.pipe("pipe");
        tree.socket("socket");
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names, list({"link to file", "link to folder", "pipe", "real/a.txt",
                                    "real/link to above", "socket"}));
        QCOMPARE(found.reasons, list({"symbolic_link", "symbolic_link", "special_file", "", "symbolic_link",
                                      "special_file"}));
    }

    void scan_linkAsInput_isFollowed()
    {
        FolderTree tree;
        tree.file("real/a.txt");
        tree.link("file", "real/a.txt");
        tree.link("folder", "real");
        const Walk file = walk({tree.path("file")});
        QCOMPARE(file.names, list({"file"}));
        QVERIFY(FileContentSource().open(file.entries.front().document.locator));
        const Walk folder = walk({tree.path("folder/")});
        QCOMPARE(folder.names, list({"a.txt"}));
        QVERIFY(FileContentSource().open(folder.entries.front().document.locator));
    }

    void scan_excluded_isListed_data()
    {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QStringList>("excluded");
        QTest::newRow("nothing") << QStringList() << QStringList();
        QTest::newRow("empty pattern") << list({"", "/"}) << QStringList();
        QTest::newRow("by name") << list({"*.log"}) << list({"a.log", "drafts/b.log"});
        QTest::newRow("by path") << list({"drafts/*.log"}) << list({"drafts/b.log"});
        QTest::newRow("all below") << list({"drafts/**"})
                                   << list({"drafts/b.log", "drafts/c.txt", "drafts/old/"});
        QTest::newRow("folder") << list({"drafts"}) << list({"drafts/"});
        QTest::newRow("folder with slash") << list({"old/"}) << list({"drafts/old/"});
        QTest::newRow("anchored") << list({"/a.*"}) << list({"a.log", "a.txt"});
        QTest::newRow("anywhere below") << list({"**/d.txt"}) << list({"drafts/old/d.txt"});
        QTest::newRow("two patterns")
            << list({"*.log", "old"}) << list({"a.log", "drafts/b.log", "drafts/old/"});
    }

    void scan_excluded_isListed()
    {
        QFETCH(QStringList, patterns);
        FolderTree tree;
        for (const char *path : {"a.log", "a.txt", "drafts/b.log", "drafts/c.txt", "drafts/old/d.txt"})
            tree.file(path);
        ProcessSettings settings;
        settings.exclude = patterns;
        const Walk found = walk({tree.path()}, settings);
        QStringList excluded;
        for (qsizetype i = 0; i < found.names.size(); ++i) {
            if (found.reasons[i] == u"excluded"_s)
                excluded.append(found.names[i]);
        }
        QTEST(excluded, "excluded");
        QCOMPARE(walk({tree.path("a.log")}, settings).reasons, list({""}));
    }

    void scan_order_isByBytesDepthFirst()
    {
        FolderTree tree;
        for (const char *path : {"b/z.txt", "b/a/x.txt", "B.txt", "b.txt", "a.txt", "é.txt", "b-1.txt"})
            tree.file(path);
        QCOMPARE(walk({tree.path()}).names,
                 list({"B.txt", "a.txt", "b/a/x.txt", "b/z.txt", "b-1.txt", "b.txt", "é.txt"}));
    }

    void scan_names_tellDocumentsApart()
    {
        FolderTree tree;
        for (const char *path : {"2024/letters/a.txt", "2025/letters/a.txt", "other/a.txt", "b.txt"})
            tree.file(path);
        QCOMPARE(walk({tree.path("2024")}).names, list({"letters/a.txt"}));
        QCOMPARE(walk({tree.path("b.txt")}).names, list({"b.txt"}));
        QCOMPARE(walk({tree.path("2024"), tree.path("b.txt")}).names, list({"2024/letters/a.txt", "b.txt"}));
        QCOMPARE(walk({tree.path("2024/letters"), tree.path("2025/letters/"), tree.path("other")}).names,
                 list({"2024/letters/a.txt", "2025/letters/a.txt", "other/a.txt"}));
        QCOMPARE(walk({tree.path("2024/letters/.."), tree.path("b.txt")}).names,
                 list({"2024/letters/a.txt", "b.txt"}));
    }

    void scan_blobs_areDocuments()
    {
        FolderTree tree;
        tree.file("a.txt");
        const Walk found =
            walk({"blob:sha", tree.path("a.txt"), "blob:other"}, {}, {}, {QStringLiteral("standard input")});
        QCOMPARE(found.names, list({"standard input", "a.txt", "document 3"}));
        QCOMPARE(found.entries[0].document.sha256, QByteArray("sha"));
        QCOMPARE(found.entries[0].document.locator, (Locator{Locator::Kind::Blob, "sha"}));
    }

    void scan_sameFileTwice_isReadOnce_data()
    {
        QTest::addColumn<QList<QByteArray>>("inputs");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("reasons");
        QTest::newRow("folder, then its file")
            << QList<QByteArray>{"top", "top/a.txt"} << list({"top/a.txt", "top/sub/b.txt", "a.txt"})
            << list({"duplicate", "", ""});
        QTest::newRow("file, then its folder")
            << QList<QByteArray>{"top/a.txt", "top"} << list({"a.txt", "top/a.txt", "top/sub/b.txt"})
            << list({"", "duplicate", ""});
        QTest::newRow("folder in folder")
            << QList<QByteArray>{"top", "top/sub"} << list({"top/a.txt", "top/sub/", "sub/b.txt"})
            << list({"", "duplicate", ""});
        QTest::newRow("file twice") << QList<QByteArray>{"top/a.txt", "link"} << list({"a.txt", "link"})
                                    << list({"", "duplicate"});
        QTest::newRow("folder twice") << QList<QByteArray>{"top/sub", "top/sub"}
                                      << list({"sub/b.txt", "sub/"}) << list({"", "duplicate"});
    }

    void scan_sameFileTwice_isReadOnce()
    {
        QFETCH(QList<QByteArray>, inputs);
        QFETCH(QStringList, names);
        QFETCH(QStringList, reasons);
        FolderTree tree;
        tree.file("top/a.txt");
        tree.file("top/sub/b.txt");
        tree.link("link", "top/a.txt");
        for (QByteArray &input : inputs)
            input = tree.path(input);
        const Walk found = walk(inputs);
        QCOMPARE(found.reasons.join(u','), reasons.join(u','));
        for (qsizetype i = 0; i < names.size(); ++i)
            QVERIFY2(found.names[i].endsWith(names[i]), qPrintable(found.names[i]));
        for (const FoundDocument &entry : found.entries)
            QVERIFY(!entry.document.problem || !entry.document.problem->detail.isEmpty());
    }

    void scan_oddNames_areShownAndOpened_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("line end") << QByteArray("a\nb") << u"a\nb"_s;
        QTest::newRow("blanks") << QByteArray("  ") << u"  "_s;
        QTest::newRow("dash") << QByteArray("-rf") << u"-rf"_s;
        QTest::newRow("backslash") << QByteArray("a\\b") << u"a\\b"_s;
        QTest::newRow("three dots") << QByteArray("a...") << u"a..."_s;
        QTest::newRow("no UTF-8") << QByteArray("caf\xE9.txt") << u"caf\uFFFD.txt"_s;
        QTest::newRow("longest") << QByteArray(255, 'x') << QString(255, u'x');
        QTest::newRow("emoji") << QByteArray("😀") << u"😀"_s;
    }

    void scan_oddNames_areShownAndOpened()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, shown);
        FolderTree tree;
        tree.file("folder/" + name);
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names, QStringList(u"folder/"_s + shown));
        QCOMPARE(found.entries.front().document.locator.value, tree.path("folder/" + name));
        QVERIFY(FileContentSource().open(found.entries.front().document.locator));
    }

    void scan_fromEveryCursor_goesOnTheSame()
    {
        FolderTree tree;
        const QList<QByteArray> inputs = treeOfAllKinds(tree);
        const Walk whole = walk(inputs, {}, {}, {QStringLiteral("standard input")});
        QVERIFY(whole.names.size() > 15);
        for (std::size_t i = 0; i < whole.entries.size(); ++i) {
            const Walk rest = walk(inputs, {}, whole.entries[i].cursor, {QStringLiteral("standard input")});
            QCOMPARE(rest.names, whole.names.mid(static_cast<qsizetype>(i) + 1));
            QCOMPARE(rest.reasons, whole.reasons.mid(static_cast<qsizetype>(i) + 1));
        }
    }

    void scan_cursorsEntryGone_goesOnBehindIt_data()
    {
        QTest::addColumn<QString>("command"); // what happens to the tree after "b/m.txt" was met
        QTest::addColumn<QStringList>("rest");
        const QStringList usual = list({"b/z.txt", "c.txt"});
        QTest::newRow("nothing") << QString() << usual;
        QTest::newRow("the entry") << u"rm b/m.txt"_s << usual;
        QTest::newRow("its folder") << u"rm -r b"_s << list({"c.txt"});
        QTest::newRow("its folder is a file now") << u"rm -r b; echo hi >b"_s << list({"b", "c.txt"});
        QTest::newRow("earlier ones appeared") << u"touch A.txt b/a.txt"_s << usual;
        QTest::newRow("later ones appeared")
            << u"echo hi >b/n.txt; echo hi >d.txt"_s << list({"b/n.txt", "b/z.txt", "c.txt", "d.txt"});
    }

    void scan_cursorsEntryGone_goesOnBehindIt()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, rest);
        FolderTree tree;
        for (const char *path : {"a.txt", "b/m.txt", "b/z.txt", "c.txt"})
            tree.file(path);
        const Walk whole = walk({tree.path()});
        QCOMPARE(whole.names[1], u"b/m.txt"_s);
        QProcess shell;
        shell.setWorkingDirectory(QFile::decodeName(tree.path()));
        shell.start(u"sh"_s, {u"-c"_s, command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(walk({tree.path()}, {}, whole.entries[1].cursor).names, rest);
    }

    void scan_cursorsInputIsAFileNow_losesNothingBehindIt()
    {
        FolderTree tree;
        tree.file("one/z.txt");
        tree.file("two/a.txt");
        const Walk whole = walk({tree.path("one"), tree.path("two")});
        tree.remove("one/z.txt");
        QCOMPARE(::rmdir(tree.path("one").constData()), 0);
        tree.file("one");
        const Walk rest = walk({tree.path("one"), tree.path("two")}, {}, whole.entries[0].cursor);
        QCOMPARE(rest.names, list({"one", "two/a.txt"}));
    }

    void scan_veryDeepTree_isWalked()
    {
        constexpr int Depth = 5'000;
        FolderTree tree;
        tree.chain("deep", Depth);
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names.size(), Depth);
        QVERIFY(std::all_of(found.reasons.begin(), found.reasons.end(),
                            [](const QString &r) { return r.isEmpty(); }));
        QCOMPARE(found.names.back(), u"deep/file"_s);
        QVERIFY(FileContentSource().open(found.entries.front().document.locator));
        const std::size_t middle = Depth / 2;
        QCOMPARE(walk({tree.path()}, {}, found.entries[middle].cursor).names,
                 found.names.mid(static_cast<qsizetype>(middle) + 1));
    }

    void scan_manyEntries_areAllMetOnce()
    {
        constexpr int Folders = 20;
        constexpr int Files = 500;
        FolderTree tree;
        for (int folder = 0; folder < Folders; ++folder) {
            for (int file = 0; file < Files; ++file)
                tree.file(QByteArray::number(folder) + '/' + QByteArray::number(file));
        }
        const Walk found = walk({tree.path()});
        QCOMPARE(found.names.size(), Folders * Files);
        QCOMPARE(QSet<QString>(found.names.begin(), found.names.end()).size(), Folders * Files);
    }

private:
    static QList<QByteArray> treeOfAllKinds(const FolderTree &tree)
    {
        for (const char *path :
             {"one/a.txt", "one/b/c/d.txt", "one/b/c/e.txt", "one/b/f.txt", "one/.git/config", "one/.hidden",
              "one/b/Thumbs.db", "one/g.txt", "single.txt", "two/a/x", "two/a/y", "two/a.txt", "two/b/.h/i"})
            tree.file(path);
        tree.file("one/b/empty", "");
        tree.folder("one/empty folder");
        tree.link("one/b/c/link", "../..");
        tree.pipe("two/pipe");
        return {tree.path("one"),     "blob:sha",       tree.path("single.txt"),
                tree.path("missing"), tree.path("two"), tree.path("one/b/f.txt"),
                tree.path("two")};
    }
};

QTEST_GUILESS_MAIN(TestFolderScanner)
#include "tst_folderscanner.moc"

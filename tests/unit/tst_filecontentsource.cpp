// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filecontentsource.h"
#include "support/foldertree.h"

#include <QTest>

#include <climits>
#include <vector>

using namespace Gemmary;
using Test::FolderTree;

namespace {

Outcome<std::unique_ptr<ContentReader>> openFile(const QByteArray &path)
{
    return FileContentSource().open({Locator::Kind::File, path});
}

QByteArray readAll(ContentReader &reader, std::size_t bufferSize)
{
    std::vector<char> buffer(bufferSize);
    QByteArray all;
    for (;;) {
        const auto count = reader.read(buffer);
        if (!count || *count == 0)
            return all;
        all.append(buffer.data(), *count);
    }
}

} // namespace

class TestFileContentSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_notADocument_saysWhy_data()
    {
        QTest::addColumn<QByteArray>("path"); // in the tree unless it begins with a slash
        QTest::addColumn<Reason>("reason");
        QTest::newRow("not there") << QByteArray("missing") << Reason::NotThere;
        QTest::newRow("below a file") << QByteArray("file/below") << Reason::NotThere;
        QTest::newRow("no path") << QByteArray("/") << Reason::SpecialFile;
        QTest::newRow("folder") << QByteArray("folder") << Reason::SpecialFile;
        QTest::newRow("pipe without a writer") << QByteArray("pipe") << Reason::SpecialFile;
        QTest::newRow("socket") << QByteArray("socket") << Reason::SpecialFile;
        QTest::newRow("device") << QByteArray("/dev/null") << Reason::SpecialFile;
        QTest::newRow("link") << QByteArray("link") << Reason::SymbolicLink;
        QTest::newRow("NUL in the path") << QByteArray("file\0.txt", 9) << Reason::NotThere;
        QTest::newRow("name too long") << QByteArray(300, 'x') << Reason::ReadError;
    }

    void open_notADocument_saysWhy()
    {
        QFETCH(QByteArray, path);
        QFETCH(Reason, reason);
        FolderTree tree;
        tree.file("file");
        tree.folder("folder");
        tree.pipe("pipe");
        tree.socket("socket");
        tree.link("link", "file");
        const auto reader = openFile(path.startsWith('/') ? path : tree.path(path));
        QVERIFY(!reader);
        QCOMPARE(reader.error().reason, reason);
    }

    void open_noPermission_isNoPermission()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may read everything");
        FolderTree tree;
        tree.file("secret");
        ::chmod(tree.path("secret").constData(), 0);
        const auto reader = openFile(tree.path("secret"));
        QVERIFY(!reader);
        QCOMPARE(reader.error().reason, Reason::NoPermission);
    }

    void open_blob_isRefused()
    {
        const auto reader = FileContentSource().open({Locator::Kind::Blob, "abc"});
        QVERIFY(!reader);
    }

    void read_anyBuffer_givesAll_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        QTest::addColumn<qsizetype>("buffer");
        QTest::newRow("empty") << qsizetype(0) << qsizetype(10);
        QTest::newRow("one at a time") << qsizetype(10) << qsizetype(1);
        QTest::newRow("all at once") << qsizetype(10) << qsizetype(100);
        QTest::newRow("large") << qsizetype(5'000'001) << qsizetype(65'536);
    }

    void read_anyBuffer_givesAll()
    {
        QFETCH(qsizetype, bytes);
        QFETCH(qsizetype, buffer);
        FolderTree tree;
        QByteArray content(bytes, 'a');
        for (qsizetype i = 0; i < bytes; ++i)
            content[i] = static_cast<char>(i * 7);
        tree.file("file", content);
        const auto reader = openFile(tree.path("file"));
        QVERIFY(reader);
        QCOMPARE((*reader)->bytes(), bytes);
        QVERIFY((*reader)->modifiedNs() > 0);
        for (int reading = 0; reading < 2; ++reading) {
            QVERIFY(readAll(**reader, static_cast<std::size_t>(buffer)) == content);
            QVERIFY((*reader)->rewind());
        }
        QVERIFY((*reader)->verifyUnchanged());
    }

    void verify_changedMeanwhile_isTold_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("grown") << QByteArray("grow") << Reason::ChangedWhileRead;
        QTest::newRow("cut") << QByteArray("cut") << Reason::ChangedWhileRead;
        QTest::newRow("replaced") << QByteArray("replace") << Reason::ChangedWhileRead;
        QTest::newRow("time set back") << QByteArray("time") << Reason::ChangedWhileRead;
        QTest::newRow("deleted") << QByteArray("delete") << Reason::NotThere;
    }

    void verify_changedMeanwhile_isTold()
    {
        QFETCH(QByteArray, change);
        QFETCH(Reason, reason);
        FolderTree tree;
        tree.file("file", "content");
        const auto reader = openFile(tree.path("file"));
        QVERIFY(reader);
        if (change == "grow")
            tree.file("file", "content and more");
        else if (change == "cut")
            QCOMPARE(::truncate(tree.path("file").constData(), 3), 0);
        else if (change == "replace")
            replaceWithSameLookingFile(tree);
        else if (change == "time")
            setTimeBack(tree);
        else
            tree.remove("file");
        const auto verified = (*reader)->verifyUnchanged();
        QVERIFY(!verified);
        QCOMPARE(verified.error().reason, reason);
    }

    void open_pathBeyondPathMax_isRead()
    {
        FolderTree tree;
        const QByteArray part(200, 'd');
        const int depth = 2 * PATH_MAX / 200;
        tree.chain(part, depth);
        const QByteArray path = tree.path() + ('/' + part).repeated(depth);
        const auto reader = openFile(path + "/file");
        QVERIFY(reader);
        QCOMPARE(readAll(**reader, 100), QByteArray("deep"));
        QVERIFY((*reader)->verifyUnchanged());
    }

private:
    static timespec modified(const FolderTree &tree)
    {
        struct stat status = {};
        ::stat(tree.path("file").constData(), &status);
        return status.st_mtim;
    }

    static void replaceWithSameLookingFile(const FolderTree &tree)
    {
        const timespec times[] = {{0, UTIME_OMIT}, modified(tree)};
        tree.file("other", "CONTENT");
        ::utimensat(AT_FDCWD, tree.path("other").constData(), times, 0);
        QCOMPARE(::rename(tree.path("other").constData(), tree.path("file").constData()), 0);
    }

    static void setTimeBack(const FolderTree &tree)
    {
        const timespec times[] = {{0, UTIME_OMIT}, modified(tree)};
        // The clock of file times ticks every few milliseconds.
        QTRY_VERIFY([&] {
            struct stat before = {};
            struct stat after = {};
            ::stat(tree.path("file").constData(), &before);
            tree.file("file", "CONTENT");
            ::utimensat(AT_FDCWD, tree.path("file").constData(), times, 0);
            ::stat(tree.path("file").constData(), &after);
            return before.st_ctim.tv_nsec != after.st_ctim.tv_nsec;
        }());
    }
};

QTEST_GUILESS_MAIN(TestFileContentSource)
#include "tst_filecontentsource.moc"

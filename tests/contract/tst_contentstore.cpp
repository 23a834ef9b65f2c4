// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storeundertest.h"
#include "support/processdriver.h"
#include "support/stepclock.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstring>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

// Content in memory; fails after `failAfter` bytes when that is not negative.
class MemoryReader : public ContentReader
{
public:
    explicit MemoryReader(QByteArray content, qint64 failAfter = -1)
        : m_content(std::move(content))
        , m_failAfter(failAfter)
    {}
    Outcome<qint64> read(std::span<char> buffer) override
    {
        if (m_failAfter >= 0 && m_position >= m_failAfter)
            return problem(Reason::ReadError, QStringLiteral("pretended"));
        const auto count = std::min<qint64>(std::ssize(buffer), m_content.size() - m_position);
        std::memcpy(buffer.data(), m_content.constData() + m_position, static_cast<std::size_t>(count));
        m_position += count;
        return count;
    }
    Outcome<void> rewind() override { return problem(Reason::ReadError); } // like a pipe
    Outcome<void> verifyUnchanged() override { return {}; }
    qint64 bytes() const override { return m_content.size(); }
    qint64 modifiedNs() const override { return 0; }

private:
    QByteArray m_content;
    qint64 m_failAfter;
    qint64 m_position = 0;
};

QByteArray contentOf(qint64 size)
{
    QByteArray content(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &c : content) {
        state = state * 1664525 + 1013904223;
        c = static_cast<char>(state >> 24);
    }
    return content;
}

QByteArray readAll(ContentReader &reader, qsizetype step)
{
    QByteArray all;
    std::vector<char> buffer(static_cast<std::size_t>(step));
    while (const qint64 got = reader.read(buffer).value_or(0))
        all.append(buffer.data(), got);
    return all;
}

} // namespace

// What every ContentStore promises.
class TestContentStore : public QObject
{
    Q_OBJECT

private:
    struct Bench
    {
        QTemporaryDir folder;
        StepClock clock;
        std::unique_ptr<StoreUnderTest> opened = openStoreUnderTest(folder.path(), clock);
        ContentStore &store = opened->contents();
    };

private Q_SLOTS:
    void put_anySize_readsBackTheSame_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {0, 1, 524'287, 524'288, 524'289, 3'000'001})
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }

    void put_anySize_readsBackTheSame()
    {
        QFETCH(const qint64, size);
        Bench bench;
        const QByteArray content = contentOf(size);
        MemoryReader reader(content);
        const auto locator = bench.store.put(reader).value();
        QCOMPARE(locator.kind, Locator::Kind::Blob);
        QCOMPARE(locator.value, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        const auto kept = bench.store.open(locator).value();
        QCOMPARE(kept->bytes(), size);
        QVERIFY(readAll(*kept, 100'003) == content);
        QVERIFY(kept->rewind());
        QVERIFY(readAll(*kept, 1'000'000) == content);
        QVERIFY(kept->verifyUnchanged());
    }

    void sizesOf_keptAndUnknown_saysEach()
    {
        Bench bench;
        MemoryReader small(contentOf(3));
        MemoryReader large(contentOf(2'000'000));
        const QByteArray first = bench.store.put(small).value().value;
        const QByteArray second = bench.store.put(large).value().value;
        const std::vector<qint64> expected{2'000'000, 0, 3, 3};
        QCOMPARE(bench.store.sizesOf({second, QByteArray(32, 'x'), first, first}).value(), expected);
        QVERIFY(bench.store.sizesOf({}).value().empty());
    }

    void put_sameContentTwice_isOneLocator()
    {
        Bench bench;
        MemoryReader first(contentOf(700'000));
        MemoryReader second(contentOf(700'000));
        const auto locator = bench.store.put(first).value();
        QCOMPARE(bench.store.put(second).value(), locator);
        QVERIFY(bench.store.open(locator));
    }

    void put_contentThatBreaksOff_isAnErrorAndLeavesNothingToOpen()
    {
        Bench bench;
        MemoryReader reader(contentOf(2'000'000), 1'000'000);
        QVERIFY(!bench.store.put(reader));
        const auto digest = QCryptographicHash::hash(contentOf(2'000'000), QCryptographicHash::Sha256);
        QCOMPARE(bench.store.open({Locator::Kind::Blob, digest}).error().reason, Reason::NotThere);
    }

    void open_unknownContent_isNotThere()
    {
        Bench bench;
        const QByteArray digest(32, 'x');
        QCOMPARE(bench.store.open({Locator::Kind::Blob, digest}).error().reason, Reason::NotThere);
        QCOMPARE(bench.store.open({Locator::Kind::Blob, {}}).error().reason, Reason::NotThere);
    }

    void purge_contentOfAProcess_staysUntilThatIsGone()
    {
        Bench bench;
        ProcessStore &processes = bench.opened->processes();
        MemoryReader used(contentOf(1000));
        MemoryReader unused(contentOf(2000));
        const auto usedAt = bench.store.put(used).value();
        const auto unusedAt = bench.store.put(unused).value();
        NewProcess request = ProcessDriver::request({});
        request.inputs = {usedAt};
        const auto id = processes.start(request).value();
        QVERIFY(processes.purgeRemoved(1h));
        QVERIFY(bench.store.open(unusedAt)); // an hour in any case
        bench.clock.advance(2h);
        QVERIFY(processes.purgeRemoved(1h));
        QVERIFY(bench.store.open(usedAt));
        QVERIFY(!bench.store.open(unusedAt));
        QVERIFY(processes.remove(id));
        bench.clock.advance(2h);
        QCOMPARE(processes.purgeRemoved(1h).value(), 1);
        QVERIFY(!bench.store.open(usedAt));
    }
};

QTEST_GUILESS_MAIN(TestContentStore)
#include "tst_contentstore.moc"

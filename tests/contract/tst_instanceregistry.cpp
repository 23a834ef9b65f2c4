// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/storeundertest.h"
#include "support/processdriver.h"
#include "support/stepclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

Instance instanceOn(const QString &machine)
{
    Instance instance;
    instance.id = InstanceId::create();
    instance.machine = machine;
    instance.program = QStringLiteral("gemmary-cli");
    instance.version = QStringLiteral("1.2");
    instance.processNumber = 77;
    instance.workers = 3;
    return instance;
}

} // namespace

class TestInstanceRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = openStoreUnderTest(m_folder->path(), m_clock);
        QVERIFY(m_store);
    }

    void announce_again_renewsTheOneEntry()
    {
        Instance instance = instanceOn(QStringLiteral("attic"));
        QVERIFY(registry().announce(instance));
        m_clock.advance(4s);
        const ProcessId process = ProcessId::create();
        instance.draining = true;
        instance.activities = {{process, Step::Counting, QStringLiteral("a \"quoted\" näme.txt")},
                               {process, Step::Combining, QString()}};
        instance.jobs = {12, 2};
        QVERIFY(registry().announce(instance));
        m_clock.advance(1s);

        const auto views = registry().instances().value();
        QCOMPARE(views.size(), 1U);
        const InstanceView &view = views.front();
        QCOMPARE(view.instance.id, instance.id);
        QCOMPARE(view.instance.machine, instance.machine);
        QCOMPARE(view.instance.program, instance.program);
        QCOMPARE(view.instance.version, instance.version);
        QCOMPARE(view.instance.processNumber, 77);
        QCOMPARE(view.instance.workers, 3);
        QVERIFY(view.instance.draining);
        QCOMPARE(view.instance.activities.size(), 2U);
        QCOMPARE(view.instance.activities.front().process, process);
        QCOMPARE(view.instance.activities.front().step, Step::Counting);
        QCOMPARE(view.instance.activities.front().document, instance.activities.front().document);
        QCOMPARE(view.instance.jobs.done, 12);
        QCOMPARE(view.instance.jobs.takenOver, 2);
        QCOMPARE(view.silent, std::chrono::milliseconds(1s));
        QCOMPARE(view.startedMs, m_clock.epochMs() - 5'000);
    }

    void instances_silentForLong_areLostUntilTheyTellAgain()
    {
        const Instance instance = instanceOn(QStringLiteral("attic"));
        QVERIFY(registry().announce(instance));
        m_clock.advance(LongestSilence);
        QVERIFY(!registry().instances().value().front().isLost());
        m_clock.advance(1ms);
        QVERIFY(registry().instances().value().front().isLost());
        QVERIFY(registry().announce(instance));
        QVERIFY(!registry().instances().value().front().isLost());
    }

    void instances_many_comeByMachineAndAge()
    {
        const Instance second = instanceOn(QStringLiteral("attic"));
        const Instance third = instanceOn(QStringLiteral("cellar"));
        Instance first = instanceOn(QStringLiteral("attic"));
        QVERIFY(registry().announce(first));
        m_clock.advance(1s);
        QVERIFY(registry().announce(third));
        QVERIFY(registry().announce(second));
        const auto views = registry().instances().value();
        std::vector<InstanceId> order;
        order.reserve(views.size());
        for (const InstanceView &view : views)
            order.push_back(view.instance.id);
        QCOMPARE(order, (std::vector<InstanceId>{first.id, second.id, third.id}));
    }

    void withdraw_takesItAway_andASecondTimeIsFine()
    {
        const Instance instance = instanceOn(QStringLiteral("attic"));
        QVERIFY(registry().announce(instance));
        QVERIFY(registry().withdraw(instance.id));
        QVERIFY(registry().instances().value().empty());
        QVERIFY(registry().withdraw(instance.id));
    }

    void purge_forgetsWhatWasLostADayAgo()
    {
        QVERIFY(registry().announce(instanceOn(QStringLiteral("attic"))));
        m_clock.advance(23h);
        QVERIFY(registry().announce(instanceOn(QStringLiteral("cellar"))));
        QVERIFY(m_store->processes().purgeRemoved(1h));
        QCOMPARE(registry().instances().value().size(), 2U);
        m_clock.advance(2h);
        QVERIFY(m_store->processes().purgeRemoved(1h));
        const auto left = registry().instances().value();
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left.front().instance.machine, QStringLiteral("cellar"));
    }

    void announce_hostileNames_areKeptAsTextAlone()
    {
        Instance instance = instanceOn(QStringLiteral("x'; DROP TABLE instances; --"));
        instance.activities = {{ProcessId::create(), Step::Reading, QString(QChar(0)) + QChar(0xD800)}};
        QVERIFY(registry().announce(instance));
        QCOMPARE(registry().instances().value().front().instance.machine, instance.machine);
    }

private:
    InstanceRegistry &registry() { return m_store->instances(); }

    StepClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreUnderTest> m_store;
};

QTEST_GUILESS_MAIN(TestInstanceRegistry)
#include "tst_instanceregistry.moc"

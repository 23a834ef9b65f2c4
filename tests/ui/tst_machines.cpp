// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/machinemodel.h"
#include "machines/machinesdialog.h"
#include "support/realengine.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

InstanceView viewOf(const char *machine)
{
    InstanceView view;
    view.instance.id = InstanceId::create();
    view.instance.machine = QString::fromLatin1(machine);
    return view;
}

} // namespace

class TestMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void model_eachState_hasItsWord()
    {
        InstanceView working = viewOf("a");
        working.instance.activities = {
            {ProcessId::create(), Step::Counting, QStringLiteral("folder/report.txt")}};
        working.instance.jobs = {1234, 2};
        InstanceView idle = viewOf("b");
        InstanceView draining = viewOf("c");
        draining.instance.draining = true;
        InstanceView lost = viewOf("d");
        lost.instance.activities = working.instance.activities;
        lost.silent = 65s;
        MachineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInstances({working, idle, draining, lost});
        QCOMPARE(texts(model, MachineModel::StateColumn),
                 QStringList({QStringLiteral("Working"), QStringLiteral("Idle"), QStringLiteral("Finishing"),
                              QStringLiteral("Lost since 1:05")}));
        const QStringList activities = texts(model, MachineModel::ActivityColumn);
        QVERIFY(activities.constFirst().startsWith(QStringLiteral("Counting: ")));
        QVERIFY(activities.constFirst().contains(QStringLiteral("report.txt")));
        QCOMPARE(activities.mid(1), QStringList({QString(), QString(), QString()}));
        QCOMPARE(texts(model, MachineModel::DoneColumn).constFirst(), QStringLiteral("1,234"));
    }

    void model_sameEngines_keepTheirRows_othersReset()
    {
        const InstanceView first = viewOf("a");
        InstanceView second = viewOf("b");
        MachineModel model;
        model.setInstances({first, second});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        second.instance.jobs.done = 5;
        model.setInstances({first, second});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        model.setInstances({second});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(texts(model, MachineModel::DoneColumn), QStringList{QStringLiteral("5")});
    }

    void model_hostileNames_stayOneLine()
    {
        InstanceView view = viewOf("a\nb");
        view.instance.program = QStringLiteral("<b>x</b>");
        MachineModel model;
        model.setInstances({view});
        QVERIFY(!texts(model, MachineModel::MachineColumn).constFirst().contains(QLatin1Char('\n')));
    }

    void dialog_showsTheEngineThatWorksHere()
    {
        const Test::RealEngine engine;
        engine.engine().startWorking({1, std::nullopt});
        auto *dialog = new MachinesDialog(engine.engine(), nullptr);
        dialog->show();
        const auto *table = dialog->findChild<QTreeView *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20'000);
        QVERIFY(!table->model()->index(0, MachineModel::MachineColumn).data().toString().isEmpty());
        delete dialog; // while it asks
    }

private:
    static QStringList texts(const MachineModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, column).data().toString());
        return texts;
    }
};

QTEST_MAIN(TestMachines)
#include "tst_machines.moc"

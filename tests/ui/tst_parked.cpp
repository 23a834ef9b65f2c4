// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"
#include "engine.h"
#include "parked/parkeddialog.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Gemmary;

namespace {

// A process of two batches, both parked: each fails whenever it is tried.
class FailingEngine
{
public:
    FailingEngine()
    {
        Settings settings;
        settings.home = m_home.path();
        settings.testFailure = true;
        m_composition = Composition::open(settings, settings.storePath()).value();
        const QDir folder(m_home.filePath(QStringLiteral("documents")));
        folder.mkpath(QStringLiteral("."));
        for (int i = 0; i < 2; ++i) {
            QFile file(folder.filePath(QStringLiteral("%1.txt").arg(i)));
            if (!file.open(QIODevice::WriteOnly) || file.write("text " + QByteArray::number(i)) < 0)
                qFatal("no room for a document");
        }
        NewProcess process;
        process.name = QStringLiteral("documents");
        process.inputs.push_back({Locator::Kind::File, QFile::encodeName(folder.path())});
        process.settings.summarizer = QStringLiteral("none");
        process.settings.batchSize = 1;
        process.settings.maxDeliveries = 1;
        m_id = engine().start(process).result().value();
    }

    [[nodiscard]] Engine &engine() const { return m_composition->engine(); }
    [[nodiscard]] ProcessSnapshot process() const { return engine().snapshot(m_id).result().value(); }

    void parkBoth()
    {
        engine().startWorking({1, std::nullopt});
        if (!QTest::qWaitFor([this] { return process().state == ProcessState::Failed; }, 60'000))
            qFatal("nothing was parked");
        QSignalSpy stopped(&engine(), &Engine::workingStopped);
        engine().stopWorking();
        engine().stopWorking();
        if (stopped.empty() && !stopped.wait(10'000))
            qFatal("work did not stop");
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<Composition> m_composition;
    ProcessId m_id;
};

} // namespace

class TestParked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parkedBatchesAreListedWithTheirReasonAndTriedAgainOneByOneOrTogether()
    {
        FailingEngine failing;
        failing.parkBoth();
        QCOMPARE(failing.process().analyse.dead, 2);
        auto *dialog = new ParkedDialog(failing.engine(), failing.process(), nullptr);
        dialog->show();
        auto *table = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("Counting, batch 1"));
        QCOMPARE(table->topLevelItem(0)->text(1), QStringLiteral("1"));
        QVERIFY(table->topLevelItem(0)->text(3).contains(QStringLiteral("TEST_WORKER_FORCE_FAILURE")));

        QPushButton *selected = button(*dialog, QStringLiteral("selected"));
        QVERIFY(!selected->isEnabled());
        table->topLevelItem(1)->setSelected(true);
        QVERIFY(selected->isEnabled());
        selected->click();
        QTRY_COMPARE(table->topLevelItemCount(), 1);
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("Counting, batch 1"));
        QCOMPARE(failing.process().analyse.dead, 1);
        QCOMPARE(failing.process().state, ProcessState::Running);

        button(*dialog, QStringLiteral("all"))->click();
        QTRY_COMPARE(dialog->findChild<QStackedWidget *>()->currentIndex(), 1);
        QCOMPARE(failing.process().analyse.dead, 0);
        delete dialog;
    }

private:
    static QPushButton *button(const QWidget &dialog, const QString &word)
    {
        for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')).contains(word))
                return candidate;
        }
        qFatal("no such button");
    }
};

QTEST_MAIN(TestParked)
#include "tst_parked.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/filecontentsource.h"
#include "trial/childtrials.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Gemmary;
using namespace std::chrono_literals;

// ChildTrials with children that behave as badly as readers can.
class TestTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentThatIsReadIsAdmitted()
    {
        const auto trial = begin("read greeting; echo ready; while read line; do echo done; done");
        for (int i = 0; i < 3; ++i)
            QVERIFY(trial->tryOut(m_document, {}).value().has_value());
    }

    void childGetsACopyOfTheDocument()
    {
        const auto trial = begin("read greeting; echo ready; while read line; do\n"
                                 "  path=${line#*:\\\"}; grep -q 'its text' \"${path%\\\"*}\" || exit 3\n"
                                 "  echo done\ndone");
        QVERIFY(trial->tryOut(m_document, {}).value().has_value());
    }

    void documentThatEndsTheChildIsNamedWithTheSignalAndTheNextHasAnother()
    {
        const auto trial = begin("read greeting; echo ready; read line; kill -SEGV $$");
        for (int i = 0; i < 2; ++i) {
            const auto outcome = trial->tryOut(m_document, {}).value();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().reason, Reason::ReaderCrashed);
            QCOMPARE(outcome.error().detail, QStringLiteral("signal 11"));
        }
    }

    void documentWithoutEndIsNamed()
    {
        const auto trial = begin("read greeting; echo ready; exec sleep 1000", 300ms);
        const auto outcome = trial->tryOut(m_document, {}).value();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().reason, Reason::ReaderCrashed);
        QVERIFY(outcome.error().detail.startsWith(QStringLiteral("no end after")));
    }

    void childThatDoesNotComeUpAccusesNoDocument()
    {
        QCOMPARE(begin("exit 1")->tryOut(m_document, {}).error().kind, ErrorKind::Internal);
        const ChildTrials absent(m_files, m_folder.filePath(QStringLiteral("absent")));
        const auto trial = absent.begin(Stage::Analyse, {});
        QCOMPARE(trial->tryOut(m_document, {}).error().kind, ErrorKind::Internal);
    }

    void cancellingEndsTheWaiting()
    {
        const auto trial = begin("read greeting; echo ready; exec sleep 1000", 60s);
        CancelSource stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(200ms);
            stop.cancel();
        });
        QCOMPARE(trial->tryOut(m_document, stop.token()).error().kind, ErrorKind::Cancelled);
    }

    void documentThatCannotBeOpenedIsLeftToTheJob()
    {
        DocumentTask gone = m_document;
        gone.document.locator.value += ".gone";
        const auto trial = begin("read greeting; echo ready; read line; exit 1");
        QVERIFY(trial->tryOut(gone, {}).value().has_value());
    }

    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("document.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("its text\n");
        m_document.document.locator = {Locator::Kind::File, QFile::encodeName(path)};
    }

private:
    std::unique_ptr<DocumentTrial> begin(const QByteArray &script, std::chrono::milliseconds patience = 20s)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for the script");
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        return ChildTrials(m_files, path, patience).begin(Stage::Analyse, {});
    }

    QTemporaryDir m_folder;
    FileContentSource m_files;
    DocumentTask m_document;
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"

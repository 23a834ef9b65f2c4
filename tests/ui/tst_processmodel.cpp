// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processfilter.h"
#include "processes/processlist.h"
#include "processes/processmodel.h"
#include "support/foldertree.h"
#include "support/realengine.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

QStringList names(const QAbstractItemModel &model)
{
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(model.index(row, NameColumn).data().toString());
    return shown;
}

ProcessId startNamed(const RealEngine &real, const QString &name)
{
    NewProcess process;
    process.name = name;
    process.inputs = {{Locator::Kind::File, "/nonexistent"}};
    return real.engine().start(process).result().value();
}

} // namespace

class TestProcessModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_real = std::make_unique<RealEngine>();
        m_model = std::make_unique<ProcessModel>(m_real->engine(), ProcessModel::Content::Listed);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_real.reset();
    }

    void emptyStore_isLoadedAndHasNoRows()
    {
        QSignalSpy loaded(m_model.get(), &ProcessModel::loaded);
        m_model->refresh();
        QVERIFY(loaded.wait());
        QCOMPARE(m_model->rowCount(), 0);
    }

    void processesOfAnotherProgram_appearByThemselves()
    {
        m_model->refresh();
        startNamed(*m_real, QStringLiteral("from elsewhere"));
        QTRY_COMPARE(m_model->rowCount(), 1); // no refresh was asked for
    }

    void processStartedDuringARead_isThereAfterIt()
    {
        m_model->refresh();
        startNamed(*m_real, QStringLiteral("new"));
        m_model->refresh(); // the first answer may not know it
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 1, 1000);
    }

    void moreThanAPage_isReadWhole()
    {
        for (int i = 0; i < 1203; ++i)
            startNamed(*m_real, QString::number(i));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1203);
    }

    void finishedWork_changesTheRowAndIsToldOnce()
    {
        const FolderTree tree;
        tree.file("a.txt", "one two three");
        const ProcessId id = m_real->start({QFile::decodeName(tree.path())});
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QSignalSpy settled(m_model.get(), &ProcessModel::processSettled);
        m_real->finish(id);
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(m_model->find(id)->counts.words, 3);
        const QString sentence = m_model->index(0, NameColumn).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(QStringLiteral("Completed")), qPrintable(sentence));
    }

    void removedProcess_leavesTheListAndKeepsTheOthers()
    {
        startNamed(*m_real, QStringLiteral("a"));
        const ProcessId gone = startNamed(*m_real, QStringLiteral("b"));
        startNamed(*m_real, QStringLiteral("c"));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 3);
        QVERIFY(m_real->engine().remove(gone).result());
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->rowOf(gone), -1);
        for (int row = 0; row < 2; ++row)
            QCOMPARE(m_model->rowOf(m_model->process(row).id), row);
    }

    void processesRemovedHereAndThere_goTogetherAndSelectionStays()
    {
        std::vector<ProcessId> ids;
        ids.reserve(9);
        for (int i = 0; i < 9; ++i)
            ids.push_back(startNamed(*m_real, QString::number(i)));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 9);
        const QPersistentModelIndex kept = m_model->index(m_model->rowOf(ids[4]), NameColumn);
        const QPersistentModelIndex gone = m_model->index(m_model->rowOf(ids[3]), NameColumn);
        QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
        for (const std::size_t i : {1u, 3u, 7u})
            QVERIFY(m_real->engine().remove(ids[i]).result());
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 6);
        QCOMPARE(removals.count(), 1);
        QCOMPARE(kept.data().toString(), QStringLiteral("4"));
        QVERIFY(!gone.isValid());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->rowOf(m_model->process(row).id), row);
    }

    void newName_isAskedForAndNotMadeUp()
    {
        startNamed(*m_real, QStringLiteral("old"));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QSignalSpy renames(m_model.get(), &ProcessModel::renameRequested);
        const QModelIndex name = m_model->index(0, NameColumn);
        QVERIFY(!m_model->setData(name, QStringLiteral("  "), Qt::EditRole));
        QVERIFY(m_model->setData(name, QStringLiteral(" new "), Qt::EditRole));
        QCOMPARE(renames.count(), 1);
        QCOMPARE(renames.first().at(1).toString(), QStringLiteral("new"));
        QCOMPARE(name.data().toString(), QStringLiteral("old")); // until the store says so
    }

    void filter_findsByNameAndByBeginningOfId()
    {
        startNamed(*m_real, QStringLiteral("Letters"));
        const ProcessId thesis = startNamed(*m_real, QStringLiteral("Thesis"));
        ProcessFilterModel filter;
        filter.setSourceModel(m_model.get());
        const QAbstractItemModelTester tester(&filter);
        m_model->refresh();
        QTRY_COMPARE(filter.rowCount(), 2);
        filter.setText(QStringLiteral("LETT"));
        QCOMPARE(names(filter), QStringList{QStringLiteral("Letters")});
        filter.setText(thesis.toString().left(13));
        QCOMPARE(names(filter), QStringList{QStringLiteral("Thesis")});
        filter.setText(QStringLiteral("nothing like it"));
        QCOMPARE(filter.rowCount(), 0);
    }

    void names_areSortedAsPeopleSort()
    {
        for (const char *name : {"10", "9", "b", "A", "ä"})
            startNamed(*m_real, QString::fromUtf8(name));
        ProcessFilterModel filter;
        filter.setSourceModel(m_model.get());
        m_model->refresh();
        QTRY_COMPARE(filter.rowCount(), 5);
        filter.sort(NameColumn);
        QCOMPARE(names(filter).first(2), (QStringList{QStringLiteral("9"), QStringLiteral("10")}));
    }

    void renamedProcess_takesItsNewPlace()
    {
        const ProcessId renamed = startNamed(*m_real, QStringLiteral("a"));
        startNamed(*m_real, QStringLiteral("b"));
        ProcessFilterModel filter;
        filter.setSourceModel(m_model.get());
        filter.sort(NameColumn);
        m_model->refresh();
        QTRY_COMPARE(names(filter), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(m_real->engine().rename(renamed, QStringLiteral("c")).result());
        m_model->refresh();
        QTRY_COMPARE(names(filter), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    }

    void list_keepsACurrentRowWhileThereAreRows()
    {
        ProcessList list(*m_model);
        list.show();
        const ProcessId first = startNamed(*m_real, QStringLiteral("first"));
        startNamed(*m_real, QStringLiteral("second"));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(list.currentIndex().isValid());
        list.select(first);
        QCOMPARE(list.current()->id, first);
        QVERIFY(m_real->engine().remove(first).result());
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(list.currentIndex().isValid());
    }

    void selection_isCopiedAsTheColumnsAreShown()
    {
        ProcessList list(*m_model);
        list.show();
        startNamed(*m_real, QStringLiteral("only"));
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1);
        list.selectAll();
        const QStringList lines = list.selectionAsText().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(QStringLiteral("Name\tState")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("only\tWaiting")));
    }

    void layout_isRestored()
    {
        ProcessList list(*m_model);
        list.setColumnHidden(ProgressColumn, true);
        const QByteArray layout = list.saveLayout();
        ProcessList other(*m_model);
        QVERIFY(!other.isColumnHidden(ProgressColumn));
        other.restoreLayout(layout);
        QVERIFY(other.isColumnHidden(ProgressColumn));
        other.restoreLayout({});
        QVERIFY(!other.isColumnHidden(ProgressColumn));
    }

private:
    std::unique_ptr<RealEngine> m_real;
    std::unique_ptr<ProcessModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestProcessModel)
#include "tst_processmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/chip.h"
#include "documents/documentactions.h"
#include "documents/documentlist.h"
#include "documents/documentmodel.h"
#include "documents/filespage.h"
#include "support/foldertree.h"
#include "support/realengine.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Gemmary;
using Gemmary::Test::FolderTree;
using Gemmary::Test::RealEngine;

namespace {

// A page on a screen that nobody sees, with the parts that tests look at.
class SeenPage
{
public:
    explicit SeenPage(Engine &engine)
        : page(engine)
        , list(*page.findChild<DocumentList *>())
        , model(*page.findChild<DocumentModel *>())
        , actions(*page.findChild<DocumentActions *>())
    {
        page.resize(1200, 700);
        page.show();
    }

    void show(const ProcessSnapshot &process) { page.setProcess(process); }

    [[nodiscard]] Chip *chip(const char *text) const
    {
        for (Chip *candidate : page.findChildren<Chip *>()) {
            if (candidate->text() == QLatin1StringView(text))
                return candidate;
        }
        return nullptr;
    }

    [[nodiscard]] QString emptyText() const
    {
        for (const EmptyPage *empty : page.findChildren<EmptyPage *>()) {
            const auto labels = empty->findChildren<QLabel *>();
            if (empty->isVisible())
                return labels.at(1)->text();
        }
        return {};
    }

    [[nodiscard]] QPushButton *emptyButton() const
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }

    void select(const char *name) const
    {
        const DocumentLine *line = model.findNamed(QString::fromLatin1(name));
        QVERIFY2(line, name);
        list.select(line->number);
    }

    FilesPage page;
    DocumentList &list;
    DocumentModel &model;
    DocumentActions &actions;
};

} // namespace

class TestFilesPage : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void remember(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        m_tree.file("set/a.txt",
                    "The first letter was written in a cold winter. It was read by many people.");
        m_tree.file("set/b.txt",
                    "The first letter was written in a cold winter. It was read by many people.");
        m_tree.file("set/deep/c.txt", "One two three four five six seven.");
        m_tree.file("set/empty.txt", "");
        m_tree.file("set/picture.txt", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        m_process = m_engine.run({path("set"), path("missing.txt")});
        QCOMPARE(m_process.documents.found(), 6);
    }

    void process_thatIsGone_isSaidAndCanBeTriedAgain()
    {
        SeenPage seen(m_engine.engine());
        ProcessSnapshot gone;
        gone.id = ProcessId::create();
        seen.show(gone);
        QTRY_COMPARE(seen.emptyText(), QStringLiteral("This process is no longer there"));
        QVERIFY(seen.emptyButton());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        QVERIFY(seen.list.isVisible());
    }

    void process_withoutDocuments_isSaid()
    {
        m_tree.folder("nothing");
        const ProcessSnapshot empty = m_engine.run({path("nothing")});
        SeenPage seen(m_engine.engine());
        seen.show(empty);
        QTRY_COMPARE(seen.emptyText(), QStringLiteral("No documents"));
    }

    void documents_ofAProcess_areListedWithTheFirstOneCurrent()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        QVERIFY(seen.list.currentIndex().isValid());
        for (int row = 0; row < 6; ++row)
            QCOMPARE(seen.model.line(row).number, row);
        seen.page.setProcess(std::nullopt);
        QCOMPARE(seen.model.rowCount(), 0);
    }

    void longFolder_read_comesWithAShortPageFirst()
    {
        constexpr int Files = 700;
        for (int i = 0; i < Files; ++i)
            m_tree.file("many/" + QByteArray::number(i) + ".txt", "word " + QByteArray::number(i));
        const ProcessSnapshot many = m_engine.run({path("many")});
        SeenPage seen(m_engine.engine());
        QSignalSpy inserted(&seen.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&seen.model, &QAbstractItemModel::modelReset);
        seen.show(many);
        QTRY_COMPARE(seen.model.rowCount(), Files);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted.at(0).at(2).toInt(), 499);
        QCOMPARE(reset.size(), 0);
    }

    void process_thatGoesOn_isFollowed()
    {
        m_tree.file("later/x.txt", "Some words to count.");
        m_engine.engine().stopWorking();
        QTRY_VERIFY(!m_engine.engine().isWorking());
        const ProcessId id = m_engine.start({path("later")});
        SeenPage seen(m_engine.engine());
        seen.show(m_engine.engine().snapshot(id).result().value());
        QTRY_COMPARE(seen.emptyText(), QStringLiteral("Looking for documents…"));
        const ProcessSnapshot finished = m_engine.finish(id);
        seen.page.processChanged(finished);
        QTRY_COMPARE(seen.model.rowCount(), 1);
        QCOMPARE(seen.model.line(0).state, DocumentState::Done);
        QCOMPARE(seen.model.line(0).words, 4);
    }

    void chips_countAndNarrowTheList()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        QCOMPARE(seen.chip("All")->count(), 6);
        QCOMPARE(seen.chip("Done")->count(), 2);
        QCOMPARE(seen.chip("Problems")->count(), 1);
        QCOMPARE(seen.chip("Skipped")->count(), 3);
        QCOMPARE(seen.chip("Duplicates")->count(), 1);
        QVERIFY(!seen.chip("Guessed encoding")->isVisible());
        seen.chip("Skipped")->click();
        QCOMPARE(seen.model.rowCount(), 3);
        seen.page.showProblems();
        QVERIFY(seen.chip("Problems")->isChecked());
        QCOMPARE(seen.model.rowCount(), 1);
        QCOMPARE(seen.model.line(0).state, DocumentState::Failed);
    }

    void filter_thatNothingFits_saysSoAndCanBeCleared()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        auto *text = seen.page.findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("no such name"));
        QTRY_COMPARE(seen.emptyText(), QStringLiteral("No document fits the filter"));
        QTest::mouseClick(seen.emptyButton(), Qt::LeftButton);
        QCOMPARE(seen.model.rowCount(), 6);
        QVERIFY(text->text().isEmpty());
    }

    void wordRange_shown_isAChipThatCanBeRemoved()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        seen.page.showWordRange(1, 10);
        QCOMPARE(seen.model.rowCount(), 1);
        QCOMPARE(seen.model.line(0).words, 7);
        seen.chip("1 to 10 words")->click();
        QTRY_COMPARE(seen.model.rowCount(), 6);
        QVERIFY(!seen.chip("1 to 10 words"));
    }

    void duplicate_itsOriginal_isShownEvenWhenFilteredOut()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        seen.chip("Duplicates")->click();
        QCOMPARE(seen.model.rowCount(), 1);
        const QString original = seen.list.current()->problem->detail;
        QVERIFY(seen.actions.action(DocumentActions::ShowOriginal)->isEnabled());
        seen.actions.action(DocumentActions::ShowOriginal)->trigger();
        QCOMPARE(seen.list.current()->name, original);
        QCOMPARE(seen.list.current()->state, DocumentState::Done);
        QVERIFY(!seen.actions.action(DocumentActions::ShowOriginal)->isEnabled());
    }

    void failedDocument_tryAgain_asksForARetryOnceTheProcessIsSettled()
    {
        SeenPage seen(m_engine.engine());
        QSignalSpy retry(&seen.page, &FilesPage::retryRequested);
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        seen.page.showProblems();
        QAction *again = seen.actions.action(DocumentActions::TryAgain);
        QVERIFY(again->isEnabled());
        again->trigger();
        QCOMPARE(retry.size(), 1);
        ProcessSnapshot running = m_process;
        running.state = ProcessState::Running;
        seen.page.processChanged(running);
        QVERIFY(!again->isEnabled());
    }

    void remedies_openAndCopy_doSo()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "remember");
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        for (int row = 0; row < 6; ++row) {
            if (seen.model.line(row).name.endsWith(QStringLiteral("c.txt")))
                seen.list.setCurrentIndex(seen.model.index(row, 0));
        }
        m_opened.clear();
        seen.actions.action(DocumentActions::OpenFile)->trigger();
        seen.actions.action(DocumentActions::OpenFolder)->trigger();
        seen.actions.action(DocumentActions::CopyPath)->trigger();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        const QList<QUrl> expected{QUrl::fromLocalFile(path("set/deep/c.txt")),
                                   QUrl::fromLocalFile(path("set/deep"))};
        QCOMPARE(m_opened, expected);
        QCOMPARE(QGuiApplication::clipboard()->text(), path("set/deep/c.txt"));
    }

    void enter_onADocument_asksToReadIt()
    {
        SeenPage seen(m_engine.engine());
        QSignalSpy activated(&seen.page, &FilesPage::documentActivated);
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        seen.chip("Done")->click();
        const qint64 first = seen.list.current()->number;
        QTest::keyClick(&seen.list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toLongLong(), first);
        QTest::keyClick(&seen.list, Qt::Key_Down);
        QCOMPARE(seen.page.neighbourOf(first, 1), std::optional(seen.list.current()->number));
        QCOMPARE(seen.page.neighbourOf(first, -1), std::nullopt);
        seen.chip("Skipped")->click();
        QTest::keyClick(&seen.list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1); // nothing to read
    }

    void controls_allOfThem_haveNames()
    {
        SeenPage seen(m_engine.engine());
        seen.show(m_process);
        QTRY_COMPARE(seen.model.rowCount(), 6);
        for (const QAbstractButton *button : seen.page.findChildren<QAbstractButton *>()) {
            const bool hasName = !button->accessibleName().isEmpty() || !button->text().isEmpty();
            QVERIFY2(hasName || button->focusPolicy() == Qt::NoFocus, button->metaObject()->className());
        }
    }

private:
    [[nodiscard]] QString path(const char *relative) const
    {
        return QFile::decodeName(m_tree.path(relative));
    }

    FolderTree m_tree;
    RealEngine m_engine;
    ProcessSnapshot m_process;
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestFilesPage)
#include "tst_filespage.moc"

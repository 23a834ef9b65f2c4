// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportdialog.h"
#include "support/foldertree.h"
#include "support/realengine.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Gemmary;
using namespace Gemmary::Test;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tree = std::make_unique<FolderTree>();
        m_tree->file("in/one.txt", "The river rose in the night. The village slept.");
        m_tree->folder("out");
        m_engine = std::make_unique<RealEngine>();
        m_process = m_engine->run({QFile::decodeName(m_tree->path("in"))});
        m_process.name = QStringLiteral("My/Letters");
    }

    void cleanup()
    {
        m_engine.reset();
        m_tree.reset();
    }

    void target_begins_withTheProcessesName()
    {
        const auto dialog = open({m_process});
        QCOMPARE(dialog->target(), out() + QStringLiteral("/My_Letters.html"));
        dialog->setFormat(ExportFormat::Json);
        QCOMPARE(dialog->target(), out() + QStringLiteral("/My_Letters.json"));
    }

    void save_writesAndCloses()
    {
        const auto dialog = open({m_process});
        QSignalSpy exported(dialog.get(), &ExportDialog::exported);
        dialog->save();
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(exported[0][0].toStringList(), QStringList(out() + QStringLiteral("/My_Letters.html")));
        QVERIFY(QFileInfo::exists(out() + QStringLiteral("/My_Letters.html")));
        QTRY_VERIFY(!dialog->isVisible());
    }

    void save_several_writesOneFileEach()
    {
        ProcessSnapshot second = m_process;
        const auto dialog = open({m_process, second});
        QCOMPARE(dialog->target(), out());
        QSignalSpy exported(dialog.get(), &ExportDialog::exported);
        dialog->save();
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(QDir(out()).entryList(QDir::Files, QDir::Name),
                 QStringList({QStringLiteral("My_Letters (2).html"), QStringLiteral("My_Letters.html")}));
    }

    void save_existingFile_isReplacedOnlyWhenAskedTo()
    {
        m_tree->file("out/My_Letters.html", "precious");
        const auto dialog = open({m_process});
        QSignalSpy exported(dialog.get(), &ExportDialog::exported);
        dialog->save();
        QPointer<QMessageBox> question = dialog->findChild<QMessageBox *>();
        QVERIFY(question);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!question);
        QFile file(out() + QStringLiteral("/My_Letters.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
        QCOMPARE(exported.size(), 0);
        dialog->save();
        question = dialog->findChild<QMessageBox *>();
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(exported.size(), 1);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("<!DOCTYPE html>"));
    }

    void save_unwritable_saysSoAndStaysOpen()
    {
        const auto dialog = open({m_process});
        dialog->setTarget(out() + QStringLiteral("/nowhere/r.html"));
        QSignalSpy failed(dialog.get(), &ExportDialog::failed);
        dialog->save();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(dialog->isVisible());
        auto *notice = dialog->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->findChildren<QLabel *>()[1]->text().contains(QStringLiteral("could not be written")));
    }

    void include_nothing_cannotBeSavedAsCsv()
    {
        const auto dialog = open({m_process});
        dialog->setFormat(ExportFormat::Spreadsheet);
        QPushButton *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QVERIFY(save->isEnabled());
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            box->setChecked(false);
        QVERIFY(!save->isEnabled());
        dialog->setFormat(ExportFormat::Html);
        QVERIFY(save->isEnabled());
    }

    void controls_allHaveNames()
    {
        const auto dialog = open({m_process});
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QLineEdit"))
                continue;
            QAccessibleInterface *accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
        }
    }

private:
    [[nodiscard]] QString out() const { return QFile::decodeName(m_tree->path("out")); }

    [[nodiscard]] std::unique_ptr<ExportDialog> open(const std::vector<ProcessSnapshot> &processes) const
    {
        auto dialog = std::make_unique<ExportDialog>(m_engine->engine(), processes, out());
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog;
    }

    std::unique_ptr<FolderTree> m_tree;
    std::unique_ptr<RealEngine> m_engine;
    ProcessSnapshot m_process;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"

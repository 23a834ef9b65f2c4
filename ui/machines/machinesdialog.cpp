// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/machinesdialog.h"

#include "engine.h"
#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds AskAgain{2'000};

} // namespace

MachinesDialog::MachinesDialog(Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_headline(new QLabel(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Machines"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFontScale(m_headline, 1.2, true);
    auto *nobody = new EmptyPage(QStringLiteral("server"), m_pages);
    nobody->setTexts(
        tr("Nobody works at present"),
        tr("Start a process here, or gemmary-cli worker on any computer that shares the database."));
    m_pages->addWidget(makeTable());
    m_pages->addWidget(nobody);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(m_headline);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 22);
    m_again.setSingleShot(true);
    m_again.setInterval(AskAgain);
    connect(&m_again, &QTimer::timeout, this, &MachinesDialog::ask);
    ask();
}

QTreeView *MachinesDialog::makeTable()
{
    auto *table = new QTreeView(this);
    table->setModel(&m_model);
    table->setAccessibleName(tr("Machines"));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAlternatingRowColors(true);
    table->setAllColumnsShowFocus(true);
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(MachineModel::ActivityColumn, QHeaderView::Stretch);
    header->resizeSection(MachineModel::MachineColumn, character * 22);
    header->resizeSection(MachineModel::ProgramColumn, character * 16);
    header->resizeSection(MachineModel::StateColumn, character * 28);
    return table;
}

void MachinesDialog::ask()
{
    whenAnswered(m_engine.instances(), this, [this](Result<std::vector<InstanceView>> instances) {
        if (instances)
            showInstances(std::move(*instances));
        else
            m_headline->setText(instances.error().message);
        m_again.start();
    });
}

void MachinesDialog::showInstances(std::vector<InstanceView> instances)
{
    const auto lost = std::ranges::count_if(instances, &InstanceView::isLost);
    const auto working = std::ssize(instances) - lost;
    QString headline = tr("%n program(s) at work", nullptr, static_cast<int>(working));
    if (lost > 0)
        headline += tr(", %n lost", nullptr, static_cast<int>(lost));
    m_headline->setText(headline);
    m_pages->setCurrentIndex(instances.empty() ? 1 : 0);
    m_model.setInstances(std::move(instances));
}

} // namespace Gemmary

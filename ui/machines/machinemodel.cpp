// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/machinemodel.h"

#include "details/steprows.h"
#include "widgets/format.h"
#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct ColumnRow
{
    const char *title;
    Qt::AlignmentFlag alignment;
};

// In the order of MachineModel::Column.
const ColumnRow Columns[] = {
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "Machine"), Qt::AlignLeading},
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "Program"), Qt::AlignLeading},
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "State"), Qt::AlignLeading},
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "Now"), Qt::AlignLeading},
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "Jobs done"), Qt::AlignTrailing},
    {QT_TRANSLATE_NOOP("Gemmary::MachineModel", "Taken over"), Qt::AlignTrailing},
};
static_assert(std::size(Columns) == MachineModel::ColumnCount);

enum class State { Working, Idle, Draining, Lost };

State stateOf(const InstanceView &view)
{
    if (view.isLost())
        return State::Lost;
    if (view.instance.draining)
        return State::Draining;
    return view.instance.activities.empty() ? State::Idle : State::Working;
}

QIcon iconOf(State state)
{
    const Colors colors = colorsOf(QGuiApplication::palette());
    switch (state) {
    case State::Working:
        return themedIcon(QStringLiteral("running"), colors.running);
    case State::Idle:
        return themedIcon(QStringLiteral("done"), colors.done);
    case State::Draining:
        return themedIcon(QStringLiteral("paused"), colors.paused);
    case State::Lost:
        break;
    }
    return themedIcon(QStringLiteral("warning"), colors.failed);
}

} // namespace

// New figures of the same engines change rows in place.
void MachineModel::setInstances(std::vector<InstanceView> instances)
{
    if (hasSameRows(instances)) {
        m_instances = std::move(instances);
        if (!m_instances.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_instances = std::move(instances);
    endResetModel();
}

bool MachineModel::hasSameRows(const std::vector<InstanceView> &instances) const
{
    return std::ranges::equal(m_instances, instances, [](const InstanceView &one, const InstanceView &other) {
        return one.instance.id == other.instance.id;
    });
}

int MachineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_instances.size());
}

int MachineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MachineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InstanceView &view = m_instances[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(view, index.column());
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(iconOf(stateOf(view))) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == ProgramColumn ? tr("Version %1, process %2, since %3")
                                                     .arg(oneLine(view.instance.version).toHtmlEscaped())
                                                     .arg(view.instance.processNumber)
                                                     .arg(formatWhen(view.startedMs))
                                               : textOf(view, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Columns[index.column()].alignment | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant MachineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(Columns[section].title);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Columns[section].alignment | Qt::AlignVCenter));
    return {};
}

QString MachineModel::textOf(const InstanceView &view, int column)
{
    const Instance &instance = view.instance;
    switch (column) {
    case MachineColumn:
        return oneLine(instance.machine);
    case ProgramColumn:
        return oneLine(instance.program);
    case StateColumn:
        switch (stateOf(view)) {
        case State::Working:
            return tr("Working");
        case State::Idle:
            return tr("Idle");
        case State::Draining:
            return tr("Finishing");
        case State::Lost:
            return tr("Lost since %1").arg(formatDuration(view.silent));
        }
        return {};
    case ActivityColumn: {
        if (view.isLost() || instance.activities.empty())
            return {};
        const Activity &activity = instance.activities.front();
        const QString document = oneLine(QFileInfo(activity.document).fileName());
        //: what a machine does, and with which document
        return document.isEmpty() ? stepWord(activity.step)
                                  : tr("%1: %2").arg(stepWord(activity.step), document);
    }
    case DoneColumn:
        return formatCount(instance.jobs.done);
    case TakenOverColumn:
        return formatCount(instance.jobs.takenOver);
    default:
        return {};
    }
}

} // namespace Gemmary

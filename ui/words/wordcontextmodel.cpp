// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordcontextmodel.h"

#include "widgets/oneline.h"

#include <QGuiApplication>

namespace Gemmary {

namespace {

struct ColumnRow
{
    const char *title;
    Qt::AlignmentFlag alignment;
};

// In the order of WordContextModel::Column.
const ColumnRow Columns[] = {
    {QT_TRANSLATE_NOOP("Gemmary::WordContextModel", "Document"), Qt::AlignLeading},
    {QT_TRANSLATE_NOOP("Gemmary::WordContextModel", "Context"), Qt::AlignTrailing},
    {QT_TRANSLATE_NOOP("Gemmary::WordContextModel", "Word"), Qt::AlignHCenter},
    {QT_TRANSLATE_NOOP("Gemmary::WordContextModel", "Context"), Qt::AlignLeading},
};
static_assert(std::size(Columns) == WordContextModel::ColumnCount);

bool runsAgainstWindow(const Occurrence &place)
{
    return place.word.isRightToLeft() != QGuiApplication::isRightToLeft();
}

bool showsBefore(const Occurrence &place, int column)
{
    return (column == WordContextModel::BeforeColumn) != runsAgainstWindow(place);
}

} // namespace

void WordContextModel::setPlaces(std::vector<Occurrence> places)
{
    beginResetModel();
    m_places = std::move(places);
    endResetModel();
}

QString WordContextModel::sentenceOf(int row) const
{
    const Occurrence &found = place(row);
    return found.before + found.word + found.after;
}

int WordContextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int WordContextModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WordContextModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::AccessibleTextRole && index.column() == DocumentColumn) {
        //: read aloud: the name of a document, and a line of it
        return tr("%1: %2").arg(oneLine(place(index.row()).name), oneLine(sentenceOf(index.row())));
    }
    return dataOf(place(index.row()), index.column(), role);
}

QVariant WordContextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(Columns[section].title);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Columns[section].alignment | Qt::AlignVCenter));
    return {};
}

QVariant WordContextModel::dataOf(const Occurrence &place, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(place, column);
    case Qt::ToolTipRole:
        return column == DocumentColumn ? oneLine(place.name).toHtmlEscaped() : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Columns[column].alignment | Qt::AlignVCenter));
    case ElideRole:
        if (column == DocumentColumn)
            return Qt::ElideMiddle;
        return column != WordColumn && showsBefore(place, column) ? Qt::ElideLeft : Qt::ElideRight;
    default:
        return {};
    }
}

QString WordContextModel::textOf(const Occurrence &place, int column) const
{
    if (column == DocumentColumn)
        return oneLine(place.name);
    if (column == WordColumn)
        return oneLine(place.word);
    return oneLine((showsBefore(place, column) ? place.before : place.after).trimmed());
}

} // namespace Gemmary

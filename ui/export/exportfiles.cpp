// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportfiles.h"

#include <QCoreApplication>
#include <QSet>

namespace Gemmary {

namespace {

constexpr qsizetype LongestName = 200; // bytes of UTF-8; file systems take 255, endings come on top

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ExportFiles)
};

struct TableFile
{
    CsvTable table;
    QString ending;
};

std::vector<TableFile> tablesOf(const ExportChoice &choice)
{
    if (!isCsv(choice.format))
        return {{CsvTable::Documents, {}}};
    std::vector<TableFile> tables;
    if (choice.options.documents)
        tables.push_back({CsvTable::Documents, Tr::tr("documents", "ending of a file's name")});
    if (choice.options.words != 0)
        tables.push_back({CsvTable::Words, Tr::tr("words", "ending of a file's name")});
    if (choice.options.problems)
        tables.push_back({CsvTable::Problems, Tr::tr("problems", "ending of a file's name")});
    if (!tables.empty())
        tables.front().ending.clear();
    return tables;
}

bool isAllowed(QChar c)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    return c.isPrint() && !forbidden.contains(c);
}

// `base` with a number behind it if it was taken, as file managers do. File systems may not tell cases apart.
QString untaken(const QString &base, QSet<QString> &taken)
{
    QString name = base;
    for (int i = 2; taken.contains(name.toCaseFolded()); ++i)
        name = QStringLiteral("%1 (%2)").arg(base).arg(i);
    taken.insert(name.toCaseFolded());
    return name;
}

void addFiles(const ProcessSnapshot &process, const std::vector<TableFile> &tables, const QString &base,
              const QString &suffix, std::vector<ExportFile> &files)
{
    for (const TableFile &table : tables) {
        const QString ending = table.ending.isEmpty() ? QString() : QLatin1Char('-') + table.ending;
        files.push_back({process, table.table, base + ending + suffix});
    }
}

} // namespace

std::vector<ExportFile> exportFiles(const std::vector<ProcessSnapshot> &processes, const ExportChoice &choice,
                                    const QString &target)
{
    const std::vector<TableFile> tables = tablesOf(choice);
    const QString suffix = QLatin1Char('.') + QString::fromLatin1(rowOf(choice.format).suffix);
    std::vector<ExportFile> files;
    if (processes.size() == 1) {
        const bool hasSuffix = target.endsWith(suffix, Qt::CaseInsensitive);
        addFiles(processes.front(), tables, hasSuffix ? target.chopped(suffix.size()) : target, suffix,
                 files);
        return files;
    }
    QSet<QString> taken;
    for (const ProcessSnapshot &process : processes) {
        const QString name = untaken(fileNameFor(process.name), taken);
        addFiles(process, tables, target + QLatin1Char('/') + name, suffix, files);
    }
    return files;
}

QString fileNameFor(const QString &name)
{
    QString safe;
    for (const char32_t point : name.toUcs4()) {
        const bool isKept = point > 0xFFFF ? QChar::isPrint(point) : isAllowed(QChar(point));
        safe += isKept ? QString::fromUcs4(&point, 1) : QStringLiteral("_");
        if (safe.toUtf8().size() > LongestName) {
            safe.chop(point > 0xFFFF ? 2 : 1);
            break;
        }
    }
    // A dot in front hides it, dots and blanks at the end are lost on Windows.
    const auto isWeak = [](QChar c) { return c == QLatin1Char('.') || c.isSpace(); };
    while (!safe.isEmpty() && isWeak(safe.front()))
        safe.remove(0, 1);
    while (!safe.isEmpty() && isWeak(safe.back()))
        safe.chop(1);
    return safe.isEmpty() ? Tr::tr("Report") : safe;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentcolumns.h"
#include "documents/documentlist.h"
#include "documents/documentmodel.h"
#include "support/somedocuments.h"
#include "widgets/processtexts.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Gemmary;
using Gemmary::Test::someDocuments;

namespace {

constexpr int PageLines = 200;

using Lines = std::vector<DocumentLine>;

void fill(DocumentModel &model, const Lines &lines)
{
    for (std::size_t first = 0; first < lines.size(); first += PageLines) {
        const std::size_t end = std::min(lines.size(), first + PageLines);
        Lines part(lines.begin() + static_cast<std::ptrdiff_t>(first),
                   lines.begin() + static_cast<std::ptrdiff_t>(end));
        model.setPage(first / PageLines, std::make_shared<const DocumentPage>(std::move(part), nullptr), {});
    }
}

void replacePage(DocumentModel &model, std::size_t place, const Lines &before, const Lines &after)
{
    const DocumentPage old(before, nullptr);
    const auto page = std::make_shared<const DocumentPage>(after, &old);
    model.setPage(place, page, page->changedSince(old));
}

std::vector<qint64> numbersIn(const DocumentModel &model)
{
    std::vector<qint64> numbers;
    for (int row = 0; row < model.rowCount(); ++row)
        numbers.push_back(model.line(row).number);
    return numbers;
}

bool naivelyFits(const RowFilter &filter, const DocumentLine &line)
{
    const QString text = line.problem ? reasonText(line.problem->reason) + line.problem->detail : QString();
    const bool hasText = line.name.contains(filter.text, Qt::CaseInsensitive) ||
                         text.contains(filter.text, Qt::CaseInsensitive);
    const bool hasWords =
        !filter.words || (line.state == DocumentState::Done && line.words >= filter.words->from &&
                          line.words <= filter.words->to);
    return isOf(filter.kind, line) && hasText && hasWords;
}

std::vector<qint64> naively(const Lines &lines, const RowFilter &filter, int column, Qt::SortOrder order)
{
    Lines rows;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(rows),
                 [&](const DocumentLine &line) { return naivelyFits(filter, line); });
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto less = [&](const DocumentLine &a, const DocumentLine &b) {
        const DocumentColumn &by = documentColumn(column);
        return by.value ? by.value(a) < by.value(b) : collator.compare(by.text(a), by.text(b)) < 0;
    };
    if (column != FoundOrder) {
        std::stable_sort(rows.begin(), rows.end(), [&](const DocumentLine &a, const DocumentLine &b) {
            return order == Qt::AscendingOrder ? less(a, b) : less(b, a);
        });
    }
    std::vector<qint64> numbers;
    for (const DocumentLine &line : rows)
        numbers.push_back(line.number);
    return numbers;
}

struct FilterRow
{
    const char *name;
    RowFilter filter;
};

std::vector<FilterRow> someFilters()
{
    return {{"all", {}},
            {"done", {DocumentKind::Done, {}, {}}},
            {"problems", {DocumentKind::Problems, {}, {}}},
            {"skipped", {DocumentKind::Skipped, {}, {}}},
            {"duplicates", {DocumentKind::Duplicate, {}, {}}},
            {"guessed", {DocumentKind::Guessed, {}, {}}},
            {"name", {DocumentKind::All, QStringLiteral("NOTE 12"), {}}},
            {"reason", {DocumentKind::All, QStringLiteral("permission"), {}}},
            {"range", {DocumentKind::All, {}, WordRange{100, 200}}},
            {"everything", {DocumentKind::Done, QStringLiteral("part 3"), WordRange{0, 400}}},
            {"nothing", {DocumentKind::All, QStringLiteral("no such words"), {}}}};
}

class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }

    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

class TestFilesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void rows_anyFilterAndOrder_areThoseOfANaiveList_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        const auto filters = someFilters();
        const auto columns = static_cast<int>(documentColumns().size());
        for (int filter = 0; filter < static_cast<int>(filters.size()); ++filter) {
            for (int column = FoundOrder; column < columns; ++column) {
                for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                    QTest::addRow("%s %d %d", filters[static_cast<std::size_t>(filter)].name, column, order)
                        << filter << column << order;
                }
            }
        }
    }

    void rows_anyFilterAndOrder_areThoseOfANaiveList()
    {
        QFETCH(int, filter);
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        const RowFilter wanted = someFilters()[static_cast<std::size_t>(filter)].filter;
        const Lines lines = someDocuments(500, 7);
        DocumentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model, lines);
        model.sort(column, order);
        model.setFilter(wanted);
        QCOMPARE(numbersIn(model), naively(lines, wanted, column, order));
        model.setFilter({});
        QCOMPARE(numbersIn(model), naively(lines, {}, column, order));
    }

    void counts_ofEveryKind_areThoseOfANaiveCount()
    {
        const Lines lines = someDocuments(2000, 3);
        DocumentModel model;
        fill(model, lines);
        model.setFilter({DocumentKind::Done, {}, {}});
        for (std::size_t kind = 0; kind < DocumentKindCount; ++kind) {
            const auto expected = std::count_if(lines.begin(), lines.end(), [kind](const DocumentLine &line) {
                return isOf(static_cast<DocumentKind>(kind), line);
            });
            QVERIFY(expected > 0);
            QCOMPARE(model.counts().at(kind), expected);
        }
    }

    void longList_severalWishesAtOnce_onlyTheNewestIsShown()
    {
        const Lines lines = someDocuments(60'000, 5);
        DocumentModel model;
        fill(model, lines);
        QSignalSpy arranged(&model, &DocumentModel::arranged);
        const RowFilter last{DocumentKind::Done, QStringLiteral("note 5"), {}};
        model.sort(DocumentNameColumn, Qt::AscendingOrder);
        model.setFilter({DocumentKind::Skipped, {}, {}});
        model.sort(3, Qt::DescendingOrder);
        model.setFilter(last);
        QCOMPARE(model.rowCount(), 60'000); // nothing is waited for
        QTRY_COMPARE(arranged.size(), 1);
        QCOMPARE(numbersIn(model), naively(lines, last, 3, Qt::DescendingOrder));
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(arranged.size(), 1);
    }

    void longList_documentsComeWhileItIsArranged_takeTheirPlaceToo()
    {
        constexpr int Known = 60'000;
        const Lines lines = someDocuments(Known + PageLines, 11);
        DocumentModel model;
        fill(model, Lines(lines.begin(), lines.begin() + Known));
        model.sort(3, Qt::AscendingOrder);
        model.setPage(
            Known / PageLines,
            std::make_shared<const DocumentPage>(Lines(lines.begin() + Known, lines.end()), nullptr), {});
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(numbersIn(model), naively(lines, {}, 3, Qt::AscendingOrder));
    }

    void refresh_rowsMoveComeAndGo_currentRowAndSelectionStay()
    {
        const Lines before = someDocuments(PageLines, 13);
        DocumentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DocumentList list(model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        fill(model, before);
        list.sortByColumn(3, Qt::DescendingOrder);
        model.setFilter({DocumentKind::Done, {}, {}});
        const qint64 current = model.line(40).number;
        std::set<qint64> selected{current};
        list.setCurrentIndex(model.index(40, 0));
        for (const int row : {3, 60, 61}) {
            selected.insert(model.line(row).number);
            list.selectionModel()->select(model.index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        Lines after = before;
        for (DocumentLine &line : after) {
            line.words = (line.words * 7919) % 500;
            if (line.number % 5 == 0 && !selected.contains(line.number))
                line.state = line.state == DocumentState::Done ? DocumentState::Failed : DocumentState::Done;
        }
        replacePage(model, 0, before, after);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(numbersIn(model), naively(after, model.filter(), 3, Qt::DescendingOrder));
        QCOMPARE(model.line(list.currentIndex().row()).number, current);
        std::set<qint64> stillSelected;
        for (const QModelIndex &index : list.selectionModel()->selectedRows())
            stillSelected.insert(model.line(index.row()).number);
        QCOMPARE(stillSelected, selected);
        QCOMPARE(reset.size(), 0);
    }

    void refresh_oneDocumentChanged_onlyItsRowIsTold()
    {
        const Lines before = someDocuments(PageLines, 17);
        DocumentModel model;
        fill(model, before);
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        Lines after = before;
        after[123].words += 1;
        replacePage(model, 0, before, after);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(0).toModelIndex().row(), 123);
        QCOMPARE(told.at(0).at(1).toModelIndex().row(), 123);
        replacePage(model, 0, after, after);
        QCOMPARE(told.size(), 1);
    }

    void refresh_manyDocumentsChanged_isToldInOneRangeAndPainted()
    {
        const Lines before = someDocuments(PageLines, 17);
        DocumentModel model;
        fill(model, before);
        DocumentList list(model);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QCoreApplication::processEvents();
        PaintCounter painted(*list.viewport());
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        Lines after = before;
        for (std::size_t i = 10; i <= 190; i += 3)
            after[i].words += 1;
        replacePage(model, 0, before, after);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(0).toModelIndex().row(), 10);
        QCOMPARE(told.at(0).at(1).toModelIndex().row(), 190);
        QTRY_VERIFY(painted.count() > 0);
    }

    void list_rowsComeAndGo_oneIsCurrentWhileThereAreAny()
    {
        const Lines lines = someDocuments(300, 19);
        DocumentModel model;
        DocumentList list(model);
        QVERIFY(!list.currentIndex().isValid());
        fill(model, lines);
        QCOMPARE(list.currentIndex().row(), 0);
        list.setCurrentIndex(model.index(200, 0));
        for (const FilterRow &row : someFilters()) {
            model.setFilter(row.filter);
            QCOMPARE(list.currentIndex().isValid(), model.rowCount() > 0);
        }
        model.setFilter({});
        QVERIFY(list.currentIndex().isValid());
        model.clear();
        QVERIFY(!list.currentIndex().isValid());
    }

    void row_heard_isOneSentence()
    {
        DocumentLine line;
        line.name = QStringLiteral("a/b.txt");
        line.state = DocumentState::Failed;
        line.problem = Problem{Reason::NoPermission, {}};
        DocumentModel model;
        fill(model, {line});
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("a/b.txt, Failed, No permission to read it"));
    }

    void list_layoutSavedAndRestored_isTheSame()
    {
        DocumentModel model;
        DocumentList list(model);
        list.setColumnHidden(4, true);
        list.sortByColumn(3, Qt::DescendingOrder);
        const QByteArray layout = list.saveLayout();
        list.restoreLayout({});
        QVERIFY(!list.isColumnHidden(4));
        list.restoreLayout(layout);
        QVERIFY(list.isColumnHidden(4));
        QCOMPARE(list.saveLayout(), layout);
    }

    void selection_copied_isTextWithTabs()
    {
        DocumentModel model;
        DocumentList list(model);
        fill(model, someDocuments(10, 23));
        list.selectAll();
        const QStringList lines = list.selectionAsText().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 11);
        QVERIFY(lines.first().startsWith(QStringLiteral("Name\tFolder\tState\tWords")));
        QVERIFY(lines.at(3).startsWith(model.index(2, 0).data().toString() + QLatin1Char('\t')));
    }
};

QTEST_MAIN(TestFilesModel)
#include "tst_filesmodel.moc"

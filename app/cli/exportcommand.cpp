// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/processdesk.h"
#include "cli/processref.h"
#include "report/csvreport.h"
#include "report/htmlreport.h"
#include "report/jsonreport.h"
#include "report/markdownreport.h"
#include "report/reportfetch.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

// What fetchReport() asks through: the desk answers at once.
struct WaitingDesk
{
    template <typename Question>
    auto ask(const Question &question) const
    {
        return question(desk);
    }
    ProcessDesk &desk;
};

QString formatOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1StringView("htm"))
        return QStringLiteral("html");
    return ending == QLatin1StringView("markdown") ? QStringLiteral("md") : ending;
}

class ExportCommand : public Command
{
public:
    const char *name() const override { return "export"; }
    QString summary() const override { return Tr::tr("Write a report on a process, finished or not"); }
    bool asksListener() const override { return true; }

    void describe(CLI::App &app) override
    {
        const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
        app.add_option("ID", m_id, say(QT_TR_NOOP("An id, a unique beginning of one, or @last")))->required();
        app.add_option("--format", m_format,
                       say(QT_TR_NOOP("The report's format; by the file's ending, else json")))
            ->check(CLI::IsMember({"json", "csv", "md", "html"}));
        app.add_option("-o,--output", m_output,
                       say(QT_TR_NOOP("The file, replaced when it is there; - is standard output")))
            ->type_name("FILE");
        app.add_option("--table", m_table, say(QT_TR_NOOP("csv: which one; documents otherwise")))
            ->check(CLI::IsMember({"documents", "words", "problems"}));
        app.add_flag("--spreadsheet", m_forSpreadsheet,
                     say(QT_TR_NOOP("csv: for spreadsheets, as your language separates cells")));
        app.add_option("--words", m_words,
                       say(QT_TR_NOOP("The most frequent words, so many; -1: all, 0: none; 100 otherwise")))
            ->check(CLI::Range(-1, 1'000'000'000));
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_ASSIGN(format, chosenFormat());
        GEMMARY_ASSIGN(asked, context.desk());
        GEMMARY_ASSIGN(id, resolveProcess(*asked, m_id));
        ReportOptions options;
        options.words = m_table == "words" && m_words == UsualWords ? -1 : m_words;
        const WaitingDesk desk{*asked};
        GEMMARY_ASSIGN(content, fetchReport(desk, id, options));
        if (m_output == "-") {
            QFile out;
            if (!out.open(stdout, QIODevice::WriteOnly))
                return failure(ErrorKind::Storage, Tr::tr("Standard output is closed."));
            GEMMARY_TRY(write(content, format, out));
            return out.flush() ? Result<int>(ExitOk) : Result<int>(unwritable(out.errorString()));
        }
        QSaveFile file(QString::fromStdString(m_output)); // not committed: not there
        if (!file.open(QIODevice::WriteOnly))
            return unwritable(file.errorString());
        GEMMARY_TRY(write(content, format, file));
        if (!file.commit())
            return unwritable(file.errorString());
        context.terminal.note(Tr::tr("Written: %1").arg(printable(file.fileName())));
        return ExitOk;
    }

private:
    static constexpr qint64 UsualWords = 100;

    Result<QString> chosenFormat() const
    {
        QString format = QString::fromStdString(m_format);
        if (format.isEmpty() && m_output != "-")
            format = formatOf(QString::fromStdString(m_output));
        if (format.isEmpty())
            format = QStringLiteral("json");
        static const QStringList known{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("md"),
                                       QStringLiteral("html")};
        if (!known.contains(format)) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("\"%1\" says no format. Name one with --format: json, csv, md or html.")
                               .arg(printable(QString::fromStdString(m_output))));
        }
        if (format != QLatin1StringView("csv") && (!m_table.empty() || m_forSpreadsheet))
            return failure(ErrorKind::InvalidInput, Tr::tr("--table and --spreadsheet are for csv."));
        return format;
    }

    Result<void> write(const ReportContent &content, const QString &format, QIODevice &device) const
    {
        if (format == QLatin1StringView("html"))
            return writeHtml(content, device);
        if (format == QLatin1StringView("md"))
            return writeMarkdown(content, device);
        if (format == QLatin1StringView("json"))
            return writeJson(content, device);
        const CsvTable table = m_table == "words"      ? CsvTable::Words
                               : m_table == "problems" ? CsvTable::Problems
                                                       : CsvTable::Documents;
        const auto preset = m_forSpreadsheet ? CsvDialect::Preset::Spreadsheet : CsvDialect::Preset::Data;
        return writeCsv(content, table, {preset, true}, device);
    }

    tl::unexpected<Error> unwritable(const QString &detail) const
    {
        return failure(ErrorKind::Storage,
                       Tr::tr("%1 cannot be written. Check that the folder is there, is yours and has room.")
                           .arg(printable(QString::fromStdString(m_output))),
                       detail);
    }

    std::string m_id;
    std::string m_format;
    std::string m_output = "-";
    std::string m_table;
    qint64 m_words = UsualWords;
    bool m_forSpreadsheet = false;
};

} // namespace

void addExportCommand(Commands &commands)
{
    commands.push_back(std::make_unique<ExportCommand>());
}

} // namespace Gemmary

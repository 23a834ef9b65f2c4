// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reporttexts.h"

#include "base/counttext.h"
#include "base/languagename.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <array>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ReportTexts)
};

struct FigureRow
{
    const char *name;
    const char *definition;
    qint64 TextCounts::*count;
};

const FigureRow CountRows[] = {
    {QT_TRANSLATE_NOOP("ReportTexts", "Words"),
     QT_TRANSLATE_NOOP("ReportTexts", "whatever stands between blanks, as wc -w counts"), &TextCounts::words},
    {QT_TRANSLATE_NOOP("ReportTexts", "Sentences"),
     QT_TRANSLATE_NOOP("ReportTexts", "by the rules of Unicode, for each document's language"),
     &TextCounts::sentences},
    {QT_TRANSLATE_NOOP("ReportTexts", "Lines"),
     QT_TRANSLATE_NOOP("ReportTexts", "lines with anything but blanks in them"), &TextCounts::lines},
    {QT_TRANSLATE_NOOP("ReportTexts", "Characters"),
     QT_TRANSLATE_NOOP("ReportTexts", "Unicode code points, blanks included"), &TextCounts::characters},
};

constexpr std::array DocumentStateNames = {
    std::pair{DocumentState::Waiting, QT_TRANSLATE_NOOP("ReportTexts", "Waiting")},
    std::pair{DocumentState::Done, QT_TRANSLATE_NOOP("ReportTexts", "Done")},
    std::pair{DocumentState::Partial, QT_TRANSLATE_NOOP("ReportTexts", "Partly done")},
    std::pair{DocumentState::Failed, QT_TRANSLATE_NOOP("ReportTexts", "Failed")},
    std::pair{DocumentState::Skipped, QT_TRANSLATE_NOOP("ReportTexts", "Skipped")}};

constexpr std::array ProcessStateNames = {
    std::pair{ProcessState::Pending, QT_TRANSLATE_NOOP("ReportTexts", "Waiting")},
    std::pair{ProcessState::Running, QT_TRANSLATE_NOOP("ReportTexts", "Running")},
    std::pair{ProcessState::Completed, QT_TRANSLATE_NOOP("ReportTexts", "Completed")},
    std::pair{ProcessState::Failed, QT_TRANSLATE_NOOP("ReportTexts", "Failed")},
    std::pair{ProcessState::Stopped, QT_TRANSLATE_NOOP("ReportTexts", "Stopped")}};

template <typename State, std::size_t Count>
QString nameOfState(const std::array<std::pair<State, const char *>, Count> &names, State state)
{
    for (const auto &[value, name] : names) {
        if (value == state)
            return Tr::tr(name);
    }
    return {};
}

QString durationText(qint64 milliseconds, const QLocale &locale)
{
    const double seconds = static_cast<double>(milliseconds) / 1000;
    if (seconds < 60)
        return Tr::tr("%1 s").arg(locale.toString(seconds, 'f', seconds < 10 ? 1 : 0));
    const qint64 whole = milliseconds / 1000;
    const QLatin1Char zero('0');
    //: hours, minutes, seconds
    return Tr::tr("%1:%2:%3 h")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, zero)
        .arg(whole % 60, 2, 10, zero);
}

Figure documentsFigure(const ReportContent &content)
{
    const DocumentCounts &documents = content.process.documents;
    const QLocale &locale = content.locale;
    return {Tr::tr("Documents"), countText(documents.found(), locale),
            Tr::tr("found: %1 read, %2 skipped, %3 failed, %4 waiting")
                .arg(countText(documents.done + documents.partial, locale),
                     countText(documents.skipped, locale), countText(documents.failed, locale),
                     countText(documents.waiting, locale))};
}

void addVariety(const ReportContent &content, std::vector<Figure> &figures)
{
    if (!content.statistics)
        return;
    const QLocale &locale = content.locale;
    figures.push_back({Tr::tr("Distinct words"), countText(content.statistics->distinctTerms, locale),
                       Tr::tr("different forms of %1 counted; capitals make no difference")
                           .arg(countText(content.statistics->counts.terms, locale))});
    if (const auto ratio = content.statistics->movingRatio.ratio()) {
        figures.push_back({Tr::tr("Variety (MATTR-500)"), locale.toString(*ratio, 'f', 3),
                           Tr::tr("distinct words to words, averaged over every 500 in a row")});
    }
}

QString readabilityText(const LanguageCounts &counts, const QLocale &locale)
{
    const auto readability = readabilityOf(counts);
    if (!readability)
        return {};
    const QString formula = readability->formula == QLatin1StringView("flesch")
                                ? QStringLiteral("Flesch")
                                : QStringLiteral("Fernández Huerta");
    return QStringLiteral("%1 %2").arg(formula, locale.toString(readability->score, 'f', 1));
}

// A long date without its day of the week, which the reader does not ask for.
QString dateFormat(const QLocale &locale)
{
    static const QRegularExpression weekday(QStringLiteral("[,، ]*dddd[,، ]*"));
    return locale.dateFormat(QLocale::LongFormat).remove(weekday);
}

QString summarizerName(const ProcessSettings &settings)
{
    if (settings.summarizer == QLatin1StringView("extractive"))
        return Tr::tr("key sentences, no AI");
    if (settings.summarizer == QLatin1StringView("none"))
        return Tr::tr("none");
    return settings.model.isEmpty() ? settings.summarizer
                                    : QStringLiteral("%1 (%2)").arg(settings.model, settings.summarizer);
}

} // namespace

std::vector<Figure> figures(const ReportContent &content)
{
    const TextCounts &counts = content.statistics ? content.statistics->counts : content.process.counts;
    std::vector<Figure> all{documentsFigure(content)};
    for (const FigureRow &row : CountRows)
        all.push_back(
            {Tr::tr(row.name), countText(counts.*row.count, content.locale), Tr::tr(row.definition)});
    addVariety(content, all);
    return all;
}

std::vector<Fact> dates(const ReportContent &content)
{
    const ProcessSnapshot &process = content.process;
    std::vector<Fact> facts;
    const auto add = [&](const QString &name, qint64 ms) {
        if (ms != 0)
            facts.push_back({name, dateText(ms, content.locale)});
    };
    add(Tr::tr("Started"), process.startedMs != 0 ? process.startedMs : process.createdMs);
    add(isFinished(process) ? Tr::tr("Finished") : Tr::tr("Ended"), process.finishedMs);
    if (process.startedMs != 0 && process.finishedMs > process.startedMs) {
        //: how long a process took
        facts.push_back(
            {Tr::tr("Took"), durationText(process.finishedMs - process.startedMs, content.locale)});
    }
    add(Tr::tr("Report made"), content.generatedMs);
    return facts;
}

std::vector<Fact> settings(const ReportContent &content)
{
    const ProcessSettings &chosen = content.process.settings;
    const QString none = Tr::tr("none");
    const bool isOriginal = chosen.words == QLatin1StringView("original");
    std::vector<Fact> facts{
        {Tr::tr("Hidden files are read"), yesOrNo(chosen.readHidden)},
        {Tr::tr("Left out"), chosen.exclude.isEmpty() ? none : chosen.exclude.join(QStringLiteral(", "))},
        {Tr::tr("Largest document"), content.locale.formattedDataSize(chosen.largestDocument)},
        {Tr::tr("Equal copies are counted"), chosen.countDuplicates ? Tr::tr("each") : Tr::tr("once")},
        {Tr::tr("Words in lists"), isOriginal ? Tr::tr("by the original's definition")
                                              : Tr::tr("runs of letters, marks and digits, in lower case")},
        {Tr::tr("Language"), chosen.language.isEmpty() ? Tr::tr("found out for each document")
                                                       : languageText(chosen.language, content.locale)},
        {Tr::tr("Summaries"), summarizerName(chosen)}};
    if (chosen.summarizer != QLatin1StringView("none"))
        facts.push_back(
            {Tr::tr("Sentences for a document"), countText(chosen.summarySentences, content.locale)});
    facts.push_back({Tr::tr("Process id"), content.process.id.toString()});
    return facts;
}

std::vector<LanguageRow> languageRows(const ReportContent &content)
{
    std::vector<LanguageRow> rows;
    if (!content.statistics)
        return rows;
    for (const LanguageCounts &counts : content.statistics->languages) {
        rows.push_back({languageText(counts.language, content.locale),
                        countText(counts.documents, content.locale), countText(counts.terms, content.locale),
                        readabilityText(counts, content.locale)});
    }
    return rows;
}

bool isFinished(const ProcessSnapshot &process)
{
    return process.state == ProcessState::Completed;
}

QString statusWord(const ProcessSnapshot &process)
{
    if (process.paused && !isSettled(process.state))
        return Tr::tr("Paused");
    return nameOfState(ProcessStateNames, process.state);
}

QString unfinishedNotice(const ReportContent &content)
{
    const ProcessSnapshot &process = content.process;
    if (isFinished(process))
        return {};
    const DocumentCounts &documents = process.documents;
    const QString done = countText(documents.found() - documents.waiting, content.locale);
    const QString found = countText(documents.found(), content.locale);
    //: %1 is a state such as "Stopped", %2 and %3 are numbers of documents
    QString notice =
        process.planned
            ? Tr::tr("This report is not final. State: %1; %2 of %3 documents are settled.")
            : Tr::tr("This report is not final. State: %1; %2 of %3 documents found so far are settled.");
    notice = notice.arg(statusWord(process), done, found);
    if (!content.statistics)
        notice += QLatin1Char(' ') + Tr::tr("Word lists are known when everything is counted.");
    if (!process.error.isEmpty())
        notice += QLatin1Char(' ') + process.error;
    return notice;
}

QString stateName(DocumentState state)
{
    return nameOfState(DocumentStateNames, state);
}

QString reasonSentence(Reason reason)
{
    return QCoreApplication::translate("Reason", explain(reason).what);
}

QString remedySentence(Reason reason)
{
    return QCoreApplication::translate("Reason", explain(reason).remedy);
}

QString languageText(const QString &code, const QLocale &locale)
{
    return code.isEmpty() ? Tr::tr("not detected") : languageName(code, locale);
}

QString yesOrNo(bool value)
{
    return value ? Tr::tr("yes") : Tr::tr("no");
}

QString summaryTitle(const Summary &summary)
{
    return summary.engine == QLatin1StringView("extractive") ? Tr::tr("Key sentences") : Tr::tr("Summary");
}

QString provenance(const Summary &summary, const QLocale &locale)
{
    if (summary.engine == QLatin1StringView("extractive"))
        return Tr::tr("Copied from the documents as they stand there; no AI was used.");
    const QString share = locale.toString(summary.coverage * 100, 'f', 0) + locale.percent();
    //: model, engine, share of the text that was read, version of the prompt
    return Tr::tr("Written by %1 (%2), which read %3 of the text. Method %4. It may contain mistakes.")
        .arg(summary.model.isEmpty() ? summary.engine : summary.model, summary.engine, share,
             summary.methodVersion);
}

QString dateText(qint64 msSinceEpoch, const QLocale &locale)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
    return locale.toString(when.date(), dateFormat(locale)) + QLatin1Char(' ') +
           locale.toString(when.time(), QLocale::ShortFormat);
}

QString producedBy(const ReportContent &content)
{
    const QString version = QCoreApplication::applicationVersion();
    const QString program =
        version.isEmpty() ? QStringLiteral("Gemmary") : QStringLiteral("Gemmary ") + version;
    //: %1 is the program with its version, %2 a date
    return Tr::tr("Made by %1 on %2").arg(program, dateText(content.generatedMs, content.locale));
}

} // namespace Gemmary

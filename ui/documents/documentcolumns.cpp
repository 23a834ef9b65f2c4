// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentcolumns.h"

#include "base/languagename.h"
#include "documents/documentpage.h"
#include "documents/rowfilter.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DocumentColumns)
};

using Line = const DocumentLine &;

QString dash()
{
    return QStringLiteral("–");
}

template <qint64 DocumentLine::*Member>
QString countText(Line line)
{
    return isCounted(line.state) ? formatCount(line.*Member) : dash();
}

template <qint64 DocumentLine::*Member>
qint64 countValue(Line line)
{
    return isCounted(line.state) ? line.*Member : -1;
}

QString formatText(Line line)
{
    return line.format == QLatin1StringView("text") ? Tr::tr("Text") : line.format.toUpper();
}

QString durationText(Line line)
{
    return isCounted(line.state) ? formatDuration(std::chrono::milliseconds(line.milliseconds)) : dash();
}

const DocumentColumn Columns[] = {
    {QT_TRANSLATE_NOOP("DocumentColumns", "Name"), QT_TRANSLATE_NOOP("DocumentColumns", "The file's name"),
     true, false, 34, fileNameOf, nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Folder"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Where it is, below what was added"), true, false, 22, folderOf,
     nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "State"), QT_TRANSLATE_NOOP("DocumentColumns", "What became of it"),
     true, false, 14, [](Line line) { return stateWord(line.state); },
     [](Line line) { return static_cast<qint64>(line.state); }},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Words"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Runs of characters without white space"), true, true, 10,
     countText<&DocumentLine::words>, countValue<&DocumentLine::words>},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Language"),
     QT_TRANSLATE_NOOP("DocumentColumns", "The language it was found to be written in"), true, false, 12,
     [](Line line) { return languageName(line.language); }, nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Encoding"),
     QT_TRANSLATE_NOOP("DocumentColumns",
                       "How its bytes were read as text; “guessed” where nothing in it says so"),
     true, false, 22, [](Line line) { return encodingText(line.encoding, line.encodingGuessed); }, nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Reason"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Why it was not, or not wholly, read"), true, false, 40,
     [](Line line) { return problemText(line.problem); }, nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Format"),
     QT_TRANSLATE_NOOP("DocumentColumns", "What kind of document it is"), false, false, 9, formatText,
     nullptr},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Lines"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Lines that are not blank"), false, true, 9,
     countText<&DocumentLine::lines>, countValue<&DocumentLine::lines>},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Characters"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Unicode code points of its text"), false, true, 12,
     countText<&DocumentLine::characters>, countValue<&DocumentLine::characters>},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Sentences"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Sentences by the rules of its language"), false, true, 11,
     countText<&DocumentLine::sentences>, countValue<&DocumentLine::sentences>},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Size"),
     QT_TRANSLATE_NOOP("DocumentColumns", "Of the file, in bytes"), true, true, 10,
     [](Line line) { return formatBytes(line.bytes); }, [](Line line) { return line.bytes; }},
    {QT_TRANSLATE_NOOP("DocumentColumns", "Time"),
     QT_TRANSLATE_NOOP("DocumentColumns", "How long reading and counting it took"), false, true, 9,
     durationText, countValue<&DocumentLine::milliseconds>},
};

} // namespace

std::span<const DocumentColumn> documentColumns()
{
    return Columns;
}

const DocumentColumn &documentColumn(int column)
{
    return documentColumns()[static_cast<std::size_t>(column)];
}

QString titleOf(const DocumentColumn &column)
{
    return Tr::tr(column.title);
}

QString helpOf(const DocumentColumn &column)
{
    return Tr::tr(column.help);
}

QString encodingText(const QString &encoding, bool guessed)
{
    //: %1 is an encoding such as Windows-1252 that nothing in the document named
    return guessed ? Tr::tr("%1, guessed").arg(encoding) : encoding;
}

QString problemText(const std::optional<Problem> &problem)
{
    if (!problem)
        return {};
    QString reason = reasonText(problem->reason);
    if (problem->detail.isEmpty())
        return reason;
    //: why a document was not read, and a detail such as an operating system's message or another file's name
    return Tr::tr("%1: %2").arg(reason, isolated(problem->detail));
}

QString rowSentence(const DocumentLine &line)
{
    QStringList parts{line.name, stateWord(line.state)};
    if (isCounted(line.state)) {
        parts.append(Tr::tr("%Ln word(s)", nullptr, static_cast<int>(line.words)));
        if (!line.language.isEmpty())
            parts.append(languageName(line.language));
    }
    if (line.encodingGuessed)
        parts.append(encodingText(line.encoding, true));
    if (line.problem)
        parts.append(problemText(line.problem));
    //: between the parts of a row that is read aloud
    return parts.join(Tr::tr(", "));
}

} // namespace Gemmary

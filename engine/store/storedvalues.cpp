// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Gemmary {

QVariant textValue(const QString &text)
{
    QString clean = text.isNull() ? QLatin1String("") : text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < clean.size() && clean.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isNull() || c.isSurrogate())
            clean[i] = QChar::ReplacementCharacter;
    }
    return clean;
}

QVariant bytesValue(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant jsonValue(const QJsonObject &object)
{
    return textValue(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonObject jsonFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QVariant reasonValue(const std::optional<Problem> &problem)
{
    return problem ? QVariant(nameOf(problem->reason)) : QVariant();
}

QVariant detailValue(const std::optional<Problem> &problem)
{
    return problem ? textValue(problem->detail) : QVariant();
}

std::optional<Problem> problemFrom(const Row &row, int reasonColumn)
{
    if (row.isNull(reasonColumn))
        return std::nullopt;
    return Problem{reasonFrom(row.text(reasonColumn)).value_or(Reason::Internal), row.text(reasonColumn + 1)};
}

DocumentState stateAfter(const std::optional<Problem> &problem)
{
    if (!problem)
        return DocumentState::Done;
    return isSkip(problem->reason) ? DocumentState::Skipped : DocumentState::Failed;
}

QString nameOf(Locator::Kind kind)
{
    return kind == Locator::Kind::Blob ? QStringLiteral("blob") : QStringLiteral("file");
}

Locator locatorFrom(const Row &row, int kindColumn)
{
    const bool blob = row.text(kindColumn) == nameOf(Locator::Kind::Blob);
    return {blob ? Locator::Kind::Blob : Locator::Kind::File, row.bytes(kindColumn + 1)};
}

QString inputsJson(const NewProcess &process)
{
    QJsonArray inputs;
    for (const Locator &input : process.inputs) {
        inputs.append(QJsonObject{{QStringLiteral("kind"), nameOf(input.kind)},
                                  {QStringLiteral("value"), QString::fromLatin1(input.value.toBase64())}});
    }
    const QJsonObject object{{QStringLiteral("inputs"), inputs},
                             {QStringLiteral("names"), QJsonArray::fromStringList(process.inputNames)}};
    return jsonValue(object).toString();
}

void readInputs(const QString &json, NewProcess &process)
{
    const QJsonObject object = jsonFrom(json);
    const QJsonArray inputs = object.value(QLatin1String("inputs")).toArray();
    for (const auto &entry : inputs) {
        const QJsonObject input = entry.toObject();
        const bool blob = input.value(QLatin1String("kind")).toString() == nameOf(Locator::Kind::Blob);
        const QByteArray value = input.value(QLatin1String("value")).toString().toLatin1();
        process.inputs.push_back(
            {blob ? Locator::Kind::Blob : Locator::Kind::File, QByteArray::fromBase64(value)});
    }
    const QJsonArray names = object.value(QLatin1String("names")).toArray();
    for (const auto &name : names)
        process.inputNames.push_back(name.toString());
}

QVariant factsValue(const TextFacts &facts)
{
    return jsonValue({{QStringLiteral("format"), facts.format},
                      {QStringLiteral("encoding"), facts.encoding},
                      {QStringLiteral("guessed"), facts.encodingGuessed},
                      {QStringLiteral("sha256"), QString::fromLatin1(facts.sha256.toHex())},
                      {QStringLiteral("bytes"), facts.bytes}});
}

TextFacts factsFrom(const QString &json)
{
    const QJsonObject object = jsonFrom(json);
    TextFacts facts;
    facts.format = object.value(QLatin1String("format")).toString();
    facts.encoding = object.value(QLatin1String("encoding")).toString();
    facts.encodingGuessed = object.value(QLatin1String("guessed")).toBool();
    facts.sha256 = QByteArray::fromHex(object.value(QLatin1String("sha256")).toString().toLatin1());
    facts.bytes = object.value(QLatin1String("bytes")).toInteger();
    return facts;
}

DocumentTask taskFrom(const Row &row)
{
    DocumentTask task;
    task.number = row.integer(0);
    task.document.name = row.text(1);
    task.document.locator = locatorFrom(row, 2);
    task.document.bytes = row.integer(4);
    task.document.modifiedNs = row.integer(5);
    task.document.sha256 = row.bytes(6);
    return task;
}

DocumentTask leafTaskFrom(const Row &row)
{
    DocumentTask task = taskFrom(row);
    task.endedReader = row.text(7) == nameOf(Reason::ReaderCrashed);
    return task;
}

DocumentRow documentRowFrom(const Row &row)
{
    DocumentRow document;
    document.number = row.integer(0);
    document.name = row.text(1);
    document.locator = locatorFrom(row, 2);
    document.bytes = row.integer(4);
    document.state = documentStateFrom(row.text(5)).value_or(DocumentState::Waiting);
    document.problem = problemFrom(row, 6);
    document.facts = factsFrom(row.text(8));
    if (document.state == DocumentState::Waiting)
        document.problem.reset(); // of the try before
    if (isCounted(document.state))
        document.statistics = documentStatisticsFromJson(jsonFrom(row.text(9)));
    document.milliseconds = row.integer(10);
    return document;
}

namespace {

// The figures of a row that was settled before there were columns for them.
void readEarlierFigures(const TextFacts &facts, const DocumentStatistics &statistics, DocumentLine &line)
{
    line.format = facts.format;
    line.encoding = facts.encoding;
    line.encodingGuessed = facts.encodingGuessed;
    line.language = statistics.language.language;
    line.words = statistics.counts.words;
    line.lines = statistics.counts.lines;
    line.characters = statistics.counts.characters;
    line.sentences = statistics.counts.sentences;
}

} // namespace

DocumentLine documentLineFrom(const Row &row)
{
    DocumentLine line;
    line.number = row.integer(0);
    line.name = row.text(1);
    line.locator = locatorFrom(row, 2);
    line.bytes = row.integer(4);
    line.state = documentStateFrom(row.text(5)).value_or(DocumentState::Waiting);
    if (line.state != DocumentState::Waiting)
        line.problem = problemFrom(row, 6);
    line.milliseconds = row.integer(8);
    if (row.isNull(13)) {
        readEarlierFigures(factsFrom(row.text(17)), documentStatisticsFromJson(jsonFrom(row.text(18))), line);
        return line;
    }
    line.format = row.text(9);
    line.encoding = row.text(10);
    line.encodingGuessed = row.flag(11);
    line.language = row.text(12);
    line.words = row.integer(13);
    line.lines = row.integer(14);
    line.characters = row.integer(15);
    line.sentences = row.integer(16);
    return line;
}

namespace {

// The sums of progress, from column `first` of a snapshot's row.
void readProgress(const Row &row, int first, bool hasSummary, ProcessSnapshot &snapshot)
{
    const auto sum = [&](int column) { return row.integer(first + column); };
    snapshot.analyse.leavesDone = sum(0);
    snapshot.analyse.mergesDone = sum(1);
    snapshot.analyse.dead = sum(2);
    snapshot.analyse.documentsDone = sum(6) + sum(7) + sum(8) + sum(9);
    if (hasSummary) {
        snapshot.summarise.leavesDone = sum(3);
        snapshot.summarise.mergesDone = sum(4);
        snapshot.summarise.dead = sum(5);
        snapshot.summarise.documentsDone = sum(10);
    }
    snapshot.documents.done = sum(6);
    snapshot.documents.partial = sum(7);
    snapshot.documents.failed += sum(8);
    snapshot.documents.skipped += sum(9);
    snapshot.bytesDone = sum(11);
    snapshot.counts = {sum(12), sum(13), sum(14), sum(15), sum(16), sum(17)};
    snapshot.version += sum(18);
}

// Of a list, most have the settings of the one before, whose reading takes longer than all else of a row.
ProcessSettings settingsFrom(const QString &json)
{
    thread_local QString lastJson;
    thread_local ProcessSettings last;
    if (json != lastJson) {
        last = processSettingsFromJson(jsonFrom(json));
        lastJson = json;
    }
    return last;
}

} // namespace

ProcessSnapshot snapshotFrom(const Row &row)
{
    ProcessSnapshot snapshot;
    snapshot.id = ProcessId::fromString(row.text(0)).value_or(ProcessId());
    snapshot.name = row.text(1);
    snapshot.state = processStateFrom(row.text(2)).value_or(ProcessState::Failed);
    snapshot.paused = row.flag(3);
    snapshot.planned = row.flag(4);
    snapshot.settings = settingsFrom(row.text(5));
    const qint64 documents = row.integer(6);
    snapshot.documents.failed = row.integer(8);
    snapshot.documents.skipped = row.integer(9);
    snapshot.bytesFound = row.integer(10);
    const bool hasSummary = row.flag(11);
    snapshot.analyse.leaves = row.integer(7);
    snapshot.summarise.leaves = hasSummary ? row.integer(7) : 0;
    snapshot.error = row.text(12);
    snapshot.createdMs = row.integer(13);
    snapshot.startedMs = row.integer(14);
    snapshot.finishedMs = row.integer(15);
    snapshot.version = row.integer(16);
    snapshot.removed = row.flag(36);
    readProgress(row, 17, hasSummary, snapshot);
    snapshot.documents.waiting = documents - snapshot.documents.done - snapshot.documents.problems();
    return snapshot;
}

QVariantList keyValues(const JobKey &key)
{
    return {key.process.toString(), key.level, nameOf(key.stage), key.node};
}

QVariantList claimValues(const JobClaim &claim)
{
    return keyValues(claim.key) << claim.epoch;
}

} // namespace Gemmary

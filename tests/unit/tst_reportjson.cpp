// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/escape.h"
#include "report/jsonreport.h"
#include "support/reportsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

QJsonObject jsonOf(const ReportContent &content)
{
    QJsonParseError error;
    const QByteArray json = written([&](QIODevice &device) { return writeJson(content, device); });
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("no JSON: %s", qPrintable(error.errorString()));
    return document.object();
}

QJsonArray list(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toArray();
}

} // namespace

class TestReportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void report_hostileContent_isReadBack()
    {
        const QJsonObject json = jsonOf(hostileReport());
        QCOMPARE(json.value(QStringLiteral("schema")).toString(), QStringLiteral("gemmary.results/1"));
        const QJsonArray documents = list(json, "documents");
        QCOMPARE(documents.size(), hostileNames().size());
        for (qsizetype i = 0; i < documents.size(); ++i)
            QCOMPARE(documents[i][QStringLiteral("name")].toString(), cleaned(hostileNames().at(i)));
        QCOMPARE(list(json, "file_summaries").size(), hostileNames().size());
    }

    void report_stopped_saysSo()
    {
        ReportContent content = reportOf({});
        content.process.state = ProcessState::Stopped;
        const QJsonObject json = jsonOf(content);
        QCOMPARE(json[QStringLiteral("process")][QStringLiteral("status")].toString(),
                 QStringLiteral("STOPPED"));
        QCOMPARE(json.value(QStringLiteral("generated_at")).toString(),
                 QStringLiteral("2023-11-14T22:14:28.400Z"));
    }

    void options_withoutDocuments_keepProblems()
    {
        ReportContent content = hostileReport();
        content.options.documents = false;
        const QJsonObject json = jsonOf(content);
        QCOMPARE(list(json, "problems").size(), hostileNames().size() / 3);
        QCOMPARE(list(json, "documents").size(), hostileNames().size() / 3);
        QCOMPARE(list(json, "files_processed").size(), 0);
    }

    void options_withoutProblems_haveNone()
    {
        ReportContent content = hostileReport();
        content.options.problems = false;
        QCOMPARE(list(jsonOf(content), "problems").size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"

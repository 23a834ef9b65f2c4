// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/router.h"
#include "support/restbench.h"

#include <QLoggingCategory>
#include <QSet>

using namespace Gemmary;
using namespace Gemmary::Test;

// The document says what the router and the uploads do, and nothing else. Answers and examples are held to
// its schemas by tests/rest/test_openapi.py.
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("gemmary.*.debug=false\ngemmary.*.info=false"));
        m_real = std::make_unique<RealEngine>();
        m_handler = makeRestHandler(m_real->engine(), {}, {});
        const Reply reply = ask(*m_handler, "GET", "/openapi.json");
        QCOMPARE(reply.status(), 200);
        m_document = reply.object();
        QVERIFY(!m_document.isEmpty());
    }

    void cleanupTestCase()
    {
        m_handler.reset();
        m_real.reset();
    }

    void document_hasTheRoutersEndpoints_andNoOthers()
    {
        QSet<QString> routed;
        for (const Route &route : routes())
            routed.insert(QStringLiteral("%1 %2").arg(QString::fromLatin1(route.method).toLower(),
                                                      QString::fromLatin1(route.pattern)));
        QSet<QString> described;
        const QJsonObject paths = m_document.value(QStringLiteral("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            for (const QString &method : path->toObject().keys())
                described.insert(method + QLatin1Char(' ') + path.key());
        }
        QCOMPARE(described, routed);
    }

    void document_saysWhichEndpointsNeedNoToken()
    {
        for (const Route &route : routes()) {
            const QJsonObject operation = operationOf(route);
            QCOMPARE(operation.contains(QStringLiteral("security")), route.isOpen);
            QCOMPARE(operation.value(QStringLiteral("responses")).toObject().contains(QStringLiteral("401")),
                     !route.isOpen);
        }
    }

    void parameters_ofTheDocument_areTaken()
    {
        const QString id = start({});
        m_real->finish(ProcessId::fromString(id).value());
        for (const Route &route : routes()) {
            if (route.runs == Runs::AsStream || qstrcmp(route.method, "GET") != 0)
                continue;
            for (const QJsonValue parameter :
                 operationOf(route).value(QStringLiteral("parameters")).toArray()) {
                if (parameter[QStringLiteral("in")].toString() != QLatin1StringView("query") ||
                    parameter[QStringLiteral("name")].toString() == QLatin1StringView("cursor"))
                    continue;
                const QByteArray target = QByteArray(route.pattern).replace("{id}", id.toLatin1()) + '?' +
                                          parameter[QStringLiteral("name")].toString().toLatin1() + '=' +
                                          valueOf(parameter.toObject());
                QVERIFY2(ask(*m_handler, "GET", target).status() == 200, target.constData());
            }
        }
    }

    void fields_ofAnUpload_areTakenWithinTheirBounds_andNotBeyond()
    {
        const QJsonObject properties =
            m_document
                .value(QStringLiteral("components"))[QStringLiteral("schemas")][QStringLiteral(
                    "StartRequest")][QStringLiteral("properties")]
                .toObject();
        QVERIFY(properties.size() > 10);
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            if (property.key() == QLatin1StringView("files"))
                continue;
            for (const auto &[value, isFine] : probesOf(property->toObject())) {
                QJsonObject fields{{property.key(), value}};
                if (property.key() == QLatin1StringView("summarizer"))
                    fields.insert(QStringLiteral("model"), QStringLiteral("some"));
                const Reply reply = ask(*m_handler, "POST", "/process/start", bodyOf(fields));
                QVERIFY2(reply.status() == (isFine ? 201 : 422), QJsonDocument(fields).toJson().constData());
                if (!isFine)
                    QCOMPARE(reply.field(), property.key());
            }
        }
    }

private:
    QJsonObject operationOf(const Route &route) const
    {
        return m_document
            .value(QStringLiteral(
                "paths"))[QLatin1StringView(route.pattern)][QString::fromLatin1(route.method).toLower()]
            .toObject();
    }

    static QByteArray valueOf(const QJsonObject &parameter)
    {
        if (parameter.contains(QStringLiteral("example")))
            return parameter.value(QStringLiteral("example")).toString().toLatin1();
        const QJsonObject schema = parameter.value(QStringLiteral("schema")).toObject();
        if (schema.contains(QStringLiteral("enum")))
            return schema.value(QStringLiteral("enum"))[0].toString().toLatin1();
        if (schema.contains(QStringLiteral("$ref"))) // Status
            return "COMPLETED";
        if (schema.value(QStringLiteral("format")).toString() == QLatin1StringView("date-time"))
            return "2026-01-31T12:00:00Z";
        const QString type = schema.value(QStringLiteral("type")).toString();
        if (type == QLatin1StringView("integer"))
            return QByteArray::number(schema.value(QStringLiteral("maximum")).toInt());
        return type == QLatin1StringView("boolean") ? "true" : "text";
    }

    // Values at the edges of what a field takes, and just beyond.
    static QList<std::pair<QJsonValue, bool>> probesOf(const QJsonObject &schema)
    {
        QList<std::pair<QJsonValue, bool>> probes{{QJsonArray(), false}};
        for (const QJsonValue value : schema.value(QStringLiteral("enum")).toArray())
            probes.append({value, true});
        if (schema.contains(QStringLiteral("enum")) || schema.contains(QStringLiteral("pattern")))
            probes.append({QStringLiteral("Nothing like it"), false});
        if (schema.contains(QStringLiteral("pattern")))
            probes.append({QStringLiteral("en"), true});
        if (const int most = schema.value(QStringLiteral("maximum")).toInt()) {
            const int least = schema.value(QStringLiteral("minimum")).toInt();
            probes.append({{least, true}, {least - 1, false}, {most, true}, {most + 1, false}});
        }
        if (const int longest = schema.value(QStringLiteral("maxLength")).toInt()) {
            probes.append({{QString(longest, QLatin1Char('x')), true},
                           {QString(longest + 1, QLatin1Char('x')), false}});
        }
        return probes;
    }

    static QByteArray bodyOf(QJsonObject fields)
    {
        fields.insert(QStringLiteral("files"),
                      QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("a")},
                                             {QStringLiteral("content"), QStringLiteral("b c d")}}});
        return QJsonDocument(fields).toJson(QJsonDocument::Compact);
    }

    QString start(const QJsonObject &fields)
    {
        return ask(*m_handler, "POST", "/process/start", bodyOf(fields))
            .object()
            .value(QStringLiteral("process_id"))
            .toString();
    }

    std::unique_ptr<RealEngine> m_real;
    std::unique_ptr<HttpHandler> m_handler;
    QJsonObject m_document;
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/requestparser.h"

#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

constexpr qint64 HeadBytes = 1024;
constexpr qint64 LargestBody = 10'000;

// What a connection would understand of `input` that arrives `piece` bytes at a time.
QByteArrayList requestsIn(const QByteArray &input, qsizetype piece)
{
    QByteArrayList requests;
    QByteArray waiting;
    QByteArray body;
    auto parser = std::make_unique<RequestParser>(HeadBytes);
    qsizetype given = 0;
    while (true) {
        const RequestParser::Step step = parser->read(waiting);
        if (step == RequestParser::Step::Failed)
            return requests;
        if (step == RequestParser::Step::NeedsMore) {
            if (given == input.size())
                return requests;
            waiting += input.mid(given, piece);
            given = std::min(given + piece, input.size());
            continue;
        }
        if (step == RequestParser::Step::Head) {
            if (parser->contentLength().value_or(0) > static_cast<quint64>(LargestBody))
                return requests;
            const auto take = [&body](QByteArrayView bytes) {
                body.append(bytes);
                return 0;
            };
            parser->takeBody(take, LargestBody);
            if (parser->hasBody())
                continue;
        }
        const HttpRequest &request = parser->request();
        QByteArray text = request.method + ' ' + request.path + ' ' + request.query.toString().toUtf8();
        for (const auto &[name, value] : request.headers)
            text += '|' + name + ':' + value;
        requests.append(text + '|' + std::exchange(body, {}));
        parser = std::make_unique<RequestParser>(HeadBytes);
    }
}

const QByteArrayList Samples{
    "GET /a%20b?c=d HTTP/1.1\r\nHost: a\r\nX:  y \r\n\r\nGET / HTTP/1.0\r\nHost: a\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcdGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nabcd\r\n0\r\nT: z\r\n\r\n"
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    "POST /a HTTP/1.1\r\nExpect: 100-continue\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
};

const QByteArrayList Scraps{"\r\n",
                            "\r\n\r\n",
                            "\n",
                            "\r",
                            QByteArray(1, 0),
                            " ",
                            "\t",
                            ":",
                            "0\r\n\r\n",
                            "chunked",
                            "Host: a\r\n",
                            "Content-Length: 4\r\n",
                            "Transfer-Encoding: chunked\r\n",
                            "ffffffffffffffff",
                            "-1",
                            "%2",
                            ",",
                            ";"};

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_wellFormed_areUnderstood()
    {
        for (const QByteArray &sample : Samples)
            QCOMPARE(requestsIn(sample, sample.size()).size(), 2);
    }

    // Where one request ends and the next begins must not hang on how the network cuts the bytes.
    void requests_damagedAnyhow_areReadAlikeInAnyPieces()
    {
        std::mt19937 random(20'261'127); // NOLINT(cert-msc51-cpp): the same inputs each time
        const auto below = [&random](qsizetype end) {
            return static_cast<qsizetype>(random() % static_cast<std::size_t>(end));
        };
        for (int round = 0; round < 20'000; ++round) {
            QByteArray input = Samples[below(Samples.size())];
            for (qsizetype damage = below(3); damage >= 0; --damage) {
                const qsizetype at = below(input.size());
                switch (below(4)) {
                case 0:
                    input.insert(at, Scraps[below(Scraps.size())]);
                    break;
                case 1:
                    input.remove(at, 1 + below(3));
                    break;
                case 2:
                    input[at] = static_cast<char>(random());
                    break;
                default:
                    input.insert(at, Samples[below(Samples.size())].mid(below(40), below(40)));
                }
            }
            const QByteArrayList whole = requestsIn(input, input.size());
            QVERIFY2(requestsIn(input, 1) == whole, input.toPercentEncoding().constData());
            QVERIFY2(requestsIn(input, 7) == whole, input.toPercentEncoding().constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"

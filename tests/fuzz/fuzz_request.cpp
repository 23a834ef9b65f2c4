// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a connection: what is understood of them must not hang on how the network cuts them, and
// nothing that is understood may harm the router or the reading of queries. The first byte cuts.
#include "rest/api/queryvalues.h"
#include "rest/api/router.h"
#include "rest/http/requestparser.h"

#include <cstdint>
#include <cstdlib>

using namespace Gemmary;

namespace {

constexpr qint64 HeadBytes = 2048;
constexpr qint64 LargestBody = 2048;

// What a controller asks of a request before it asks the engine, as text.
QByteArray meaningOf(const HttpRequest &request)
{
    const RouteMatch match = matchRoute(request);
    const QueryValues query(request);
    QByteArray meaning = match.route ? QByteArray(match.route->pattern) : "405 " + match.allowed;
    meaning += ' ' + match.id.toPercentEncoding();
    meaning += query.allow({"limit", "cursor", "since", "problems"}) ? " known" : " unknown";
    meaning += ' ' + QByteArray::number(query.number("limit", 100, 1, 1000).value_or(-1));
    meaning += ' ' + QByteArray::number(query.time("since").value_or(-1));
    meaning += query.flag("problems").value_or(false) ? " problems " : " all ";
    return meaning + QueryValues::nextLink(request, query.text("cursor"));
}

// A connection's part: hands the parser what has come, and takes what it understood.
class Reading
{
public:
    void add(const QByteArray &piece)
    {
        m_waiting += piece;
        while (!m_hasFailed && readOne()) {
        }
    }

    [[nodiscard]] const QByteArrayList &understood() const { return m_understood; }

private:
    bool readOne()
    {
        switch (m_parser->read(m_waiting)) {
        case RequestParser::Step::NeedsMore:
            return false;
        case RequestParser::Step::Failed:
            m_hasFailed = true;
            return false;
        case RequestParser::Step::Head:
            m_hasFailed = m_parser->contentLength().value_or(0) > static_cast<quint64>(LargestBody);
            takeBody();
            if (m_parser->hasBody())
                return true;
            break;
        case RequestParser::Step::Done:
            break;
        }
        const HttpRequest &request = m_parser->request();
        m_understood += request.method + ' ' + meaningOf(request) + ' ' + std::exchange(m_body, {});
        m_parser = std::make_unique<RequestParser>(HeadBytes);
        return true;
    }

    void takeBody()
    {
        const auto take = [this](QByteArrayView bytes) {
            m_body.append(bytes);
            return 0;
        };
        m_parser->takeBody(take, LargestBody);
    }

    std::unique_ptr<RequestParser> m_parser = std::make_unique<RequestParser>(HeadBytes);
    QByteArray m_waiting;
    QByteArray m_body;
    QByteArrayList m_understood;
    bool m_hasFailed = false;
};

QByteArrayList readIn(const QByteArray &input, qsizetype piece)
{
    Reading reading;
    for (qsizetype at = 0; at < input.size(); at += piece)
        reading.add(input.mid(at, piece));
    return reading.understood();
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    if (readIn(input, input.size()) != readIn(input, 1 + data[0] % 64))
        std::abort();
    return 0;
}

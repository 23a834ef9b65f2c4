// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/requestparser.h"

#include "rest/http/requesthead.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace Gemmary {

namespace {

namespace beast = boost::beast;
using Error = beast::error_code;

// What chunks may add to a body: their sizes, not stories in extensions and trailers.
constexpr quint64 ChunkOverhead = 16 * 1024;
constexpr quint64 OverheadPerByte = 16; // a chunk of one byte is six

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

int statusOf(const Error &error)
{
    if (error == beast::http::error::header_limit)
        return 431;
    return error == beast::http::error::body_limit ? 413 : 400;
}

// A header that goes on in the next line: one line to us, two to others.
bool hasFold(QByteArrayView head)
{
    return head.contains("\r\n ") || head.contains("\r\n\t");
}

// Beast waits for the end of a head that it did not get in one piece, and a line ended by LF alone never is.
bool hasBareLf(QByteArrayView head)
{
    for (qsizetype at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
        if (at == 0 || head[at - 1] != '\r')
            return true;
    }
    return false;
}

} // namespace

class RequestParser::Beast : public beast::http::basic_parser<true>
{
public:
    explicit Beast(qint64 headBytes)
        : m_headBytes(headBytes)
    {
        header_limit(static_cast<std::uint32_t>(headBytes));
        body_limit(boost::none); // as the head says whose body it is
    }

    Step read(QByteArray &input)
    {
        qsizetype taken = 0;
        Step step = Step::NeedsMore;
        while (step == Step::NeedsMore && taken < input.size()) {
            const QByteArrayView rest = QByteArrayView(input).sliced(taken);
            const bool inHead = !is_header_done();
            Error error;
            const auto used =
                static_cast<qsizetype>(put({rest.data(), static_cast<std::size_t>(rest.size())}, error));
            taken += used;
            step = inHead ? afterHead(rest, used, error) : afterBody(rest, used, error);
            if (error == beast::http::error::need_more)
                break;
        }
        input.remove(0, taken);
        return step;
    }

    HttpRequest request;
    TakeBody take;
    bool isVersion11 = false;
    int status = 0;

private:
    Step fail(int failedStatus)
    {
        if (status == 0)
            status = failedStatus;
        return Step::Failed;
    }

    Step afterHead(QByteArrayView rest, qsizetype used, const Error &error)
    {
        m_headUsed += used;
        const qint64 waiting = is_header_done() ? 0 : rest.size() - used;
        if (m_headUsed + waiting > m_headBytes)
            return fail(431);
        if (error && error != beast::http::error::need_more)
            return fail(statusOf(error));
        if (hasFold(rest.first(used)))
            return fail(400);
        if (!is_header_done())
            return hasBareLf(rest.sliced(used)) ? fail(400) : Step::NeedsMore;
        const int refused = completeHead(request, isVersion11);
        return refused == 0 ? Step::Head : fail(refused);
    }

    Step afterBody(QByteArrayView rest, qsizetype used, const Error &error)
    {
        m_wire += static_cast<quint64>(used);
        if (error && error != beast::http::error::need_more)
            return fail(statusOf(error));
        const bool isPiled = error && static_cast<quint64>(rest.size() - used) > ChunkOverhead;
        if (isPiled || m_wire > ChunkOverhead + (1 + OverheadPerByte) * m_body)
            return fail(400);
        return is_done() ? Step::Done : Step::NeedsMore;
    }

    std::size_t takePiece(beast::string_view piece, Error &error)
    {
        m_body += piece.size();
        status = take ? take(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size()))) : 0;
        if (status != 0)
            error = beast::http::error::body_limit;
        return piece.size();
    }

    void on_request_impl(beast::http::verb /*method*/, beast::string_view method, beast::string_view target,
                         int version, Error & /*error*/) override
    {
        request.method = bytesOf(method);
        request.path = bytesOf(target);
        isVersion11 = version == 11;
    }

    void on_field_impl(beast::http::field /*field*/, beast::string_view name, beast::string_view value,
                       Error & /*error*/) override
    {
        if (!is_header_done()) // what comes after the body says nothing about the request
            request.headers.emplaceBack(bytesOf(name).toLower(), bytesOf(value));
    }

    std::size_t on_body_impl(beast::string_view piece, Error &error) override
    {
        return takePiece(piece, error);
    }

    std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view piece, Error &error) override
    {
        return takePiece(piece, error);
    }

    // Called for every kind of message; nothing of it is needed.
    void on_response_impl(int /*code*/, beast::string_view /*reason*/, int /*version*/,
                          Error & /*error*/) override
    {}
    void on_header_impl(Error & /*error*/) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const & /*length*/, Error & /*error*/) override {}
    void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view /*extensions*/,
                              Error & /*error*/) override
    {}
    void on_finish_impl(Error & /*error*/) override {}

    qint64 m_headBytes;
    qint64 m_headUsed = 0;
    quint64 m_wire = 0; // bytes of the body as sent
    quint64 m_body = 0; // and without its chunks
};

RequestParser::RequestParser(qint64 headBytes)
    : m_beast(std::make_unique<Beast>(headBytes))
{}

RequestParser::~RequestParser() = default;

RequestParser::Step RequestParser::read(QByteArray &input)
{
    return m_beast->read(input);
}

HttpRequest &RequestParser::request()
{
    return m_beast->request;
}

bool RequestParser::hasBody() const
{
    return !m_beast->is_done();
}

std::optional<quint64> RequestParser::contentLength() const
{
    const auto length = m_beast->content_length();
    return length ? std::optional<quint64>(*length) : std::nullopt;
}

bool RequestParser::keepsAlive() const
{
    return m_beast->keep_alive();
}

bool RequestParser::knowsChunks() const
{
    return m_beast->isVersion11;
}

bool RequestParser::wantsContinue() const
{
    return m_beast->isVersion11 && !m_beast->request.header("expect").isNull();
}

void RequestParser::takeBody(TakeBody take, qint64 limit)
{
    m_beast->take = std::move(take);
    m_beast->body_limit(static_cast<std::uint64_t>(limit));
}

int RequestParser::status() const
{
    return m_beast->status;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httprequest.h"

#include <functional>
#include <memory>
#include <optional>

namespace Gemmary {

// Reads one request from bytes as they come, as strictly as RFC 9112 lets a server be: what two programs
// could take for two things is refused. Boost.Beast's parser does the syntax.
class RequestParser
{
public:
    enum class Step {
        NeedsMore,
        Head, // once: the head is there, and the body may be taken
        Done,
        Failed // status() says how; the connection cannot go on
    };

    // Takes a piece of the body; answers 0 to go on, or the status of a failure.
    using TakeBody = std::function<int(QByteArrayView piece)>;

    explicit RequestParser(qint64 headBytes);
    ~RequestParser();

    // Takes what it understands from the front of `input`, which is to be kept for the next call.
    Step read(QByteArray &input);

    // From Step::Head on: all of it but id, peer and body.
    [[nodiscard]] HttpRequest &request();
    [[nodiscard]] bool hasBody() const;
    [[nodiscard]] std::optional<quint64> contentLength() const;
    [[nodiscard]] bool keepsAlive() const;    // what the client wants
    [[nodiscard]] bool knowsChunks() const;   // HTTP/1.1
    [[nodiscard]] bool wantsContinue() const; // before it sends the body

    // At Step::Head: where the body goes, and how long it may be at most.
    void takeBody(TakeBody take, qint64 limit);

    [[nodiscard]] int status() const;

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

#include <chrono>

namespace Gemmary {

// What a listener gives its clients, all of them and each: whatever they send, memory and disk stay below.
struct HttpLimits
{
    // Half of the 1,024 descriptors that a program usually gets; the store and documents need theirs. One
    // more takes the place of the one that has kept the listener waiting longest.
    int connections = 512;
    int connectionsPerAddress = 256; // one guest does not fill the house; an IPv6 network of 64 bits is one
    int requests = 256;              // before the handler at the same time; more are told to come back (503)

    qint64 headBytes = 16 * 1024; // request line and headers; browsers send 2 KiB
    std::chrono::milliseconds headTime =
        std::chrono::seconds(10); // with the TLS handshake, if it is the first
    std::chrono::milliseconds idleTime = std::chrono::seconds(60); // between requests

    // A body, and an answer that is read, may stand still this long, and after it has to average the rate:
    // 128 kbit/s, a weak mobile link.
    std::chrono::milliseconds transferGrace = std::chrono::seconds(15);
    qint64 transferRate = 16 * 1024;                               // bytes a second
    std::chrono::milliseconds bodyTime = std::chrono::minutes(10); // whatever its rate

    qint64 bodyInMemory = 64 * 1024;          // larger bodies go to an unnamed file
    qint64 bodiesTotal = 512LL * 1024 * 1024; // on their way in or with the handler; sixteen of the largest
    QString spoolFolder = QDir::tempPath();   // of those files; better a disk than a tmpfs
    qint64 writeAhead = 1024 * 1024; // what a client may leave unread of a stream before it is dropped

    // What a client may go on sending until it has read an answer that ends the connection: twice the largest
    // body that is usual.
    qint64 lingerBytes = 64LL * 1024 * 1024;
    std::chrono::milliseconds lingerTime = std::chrono::seconds(2);

    std::chrono::milliseconds drainTime =
        std::chrono::seconds(10); // for answers in hand when the listener ends
};

} // namespace Gemmary

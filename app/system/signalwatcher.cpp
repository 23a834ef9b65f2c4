// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/signalwatcher.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Gemmary {

namespace {

// A signal handler may only touch what is reachable from nothing: the pipe's write end and a counter.
std::atomic<int> writeEnd{-1};
std::atomic<int> readEnd{-1};
std::atomic<int> receivedCount{0};

void onSignal(int signal)
{
    if (receivedCount.fetch_add(1) > 0)
        _exit(128 + signal);
    const auto byte = static_cast<unsigned char>(signal);
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    readEnd = ends[0];
    writeEnd = ends[1];
    receivedCount = 0;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::onReadable);
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
}

SignalWatcher::~SignalWatcher()
{
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    m_notifier.reset();
    ::close(writeEnd.exchange(-1));
    ::close(readEnd.exchange(-1));
}

void SignalWatcher::onReadable()
{
    unsigned char byte = 0;
    if (::read(readEnd.load(), &byte, 1) == 1)
        Q_EMIT received(byte);
}

} // namespace Gemmary

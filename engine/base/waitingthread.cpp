// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/waitingthread.h"

#include <utility>

namespace Gemmary {

namespace {

thread_local bool isWaiting = false;

} // namespace

WaitingThread::WaitingThread()
    : m_before(std::exchange(isWaiting, true))
{}

WaitingThread::~WaitingThread()
{
    isWaiting = m_before;
}

bool WaitingThread::isThisOne()
{
    return isWaiting;
}

} // namespace Gemmary

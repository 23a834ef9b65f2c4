// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpmessage.h"
#include "providers/providertrouble.h"

namespace Gemmary {

// What a failed reply of the Gemini API means. An error that came as an event has its code as status.
[[nodiscard]] ProviderTrouble geminiTrouble(const HttpReply &reply);

} // namespace Gemmary

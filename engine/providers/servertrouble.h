// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/httpmessage.h"
#include "providers/providertrouble.h"

namespace Gemmary {

// What a failed reply of a server on one's own computers means: llama-server, LM Studio, vLLM, Ollama. An
// error that came as an event has its code, or else 500, as status.
[[nodiscard]] ProviderTrouble serverTrouble(const HttpReply &reply);

} // namespace Gemmary

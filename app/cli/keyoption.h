// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/keyring.h"

#include <string>
#include <utility>

namespace CLI {
class App;
}

namespace Gemmary {

class CommandContext;

// The first line of a file that holds a key; "-" is standard input. InvalidInput when it cannot be read or is
// no key.
[[nodiscard]] Result<QString> keyFromFile(const CommandContext &context, const std::string &path);

// --key-file of commands that ask models, and where the key is when nobody gives it: in the environment, in
// files, at last in the system's keyring. Runs an event loop while the keyring is asked.
class KeyOption
{
public:
    KeyOption() = default;
    explicit KeyOption(std::string file)
        : m_file(std::move(file))
    {}

    void describe(CLI::App &app);

    [[nodiscard]] bool isGiven() const { return !m_file.empty(); }

    // Puts the key of a provider into the context's settings, or leaves none there when there is none.
    // InvalidInput for a file that holds none.
    [[nodiscard]] Result<void> apply(CommandContext &context, const ModelKey &key) const;

    // All keys, for who works on what others queued; the file's is Google's.
    [[nodiscard]] Result<void> applyAll(CommandContext &context) const;

private:
    std::string m_file;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Gemmary {

// A file that is there while the window runs and names the run: who finds one at the start knows that the
// last one ended uncleanly, and which it was.
class SessionMarker
{
public:
    explicit SessionMarker(const QString &home);

    // Makes the file. Answers the instance that never called end(); empty when it left no name.
    [[nodiscard]] std::optional<QString> begin(const QString &instance);
    void end();

private:
    QString m_path;
};

} // namespace Gemmary

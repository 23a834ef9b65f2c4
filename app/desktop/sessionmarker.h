// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// A file that is there while the window runs: who finds it at the start knows that the last one ended
// uncleanly.
class SessionMarker
{
public:
    explicit SessionMarker(const QString &home);

    // Makes the file; true when one was left behind, because end() was never called.
    [[nodiscard]] bool begin();
    void end();

private:
    QString m_path;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// Whether this run tests the store on a server: GEMMARY_TEST_SERVER names a file with its URL, which ends
// with the "/" that a database's name follows, and its query, if any, behind a blank.
[[nodiscard]] bool isServerUnderTest();

// The URL of a database of its own for `name`, made when it is not there. Ends the program when that fails.
[[nodiscard]] QString databaseOnServer(const QString &name);

} // namespace Gemmary

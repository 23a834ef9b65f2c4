// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>

namespace Gemmary {

// One row of a table between an enum and its name in the store, JSON and logs.
template <typename Enum>
struct NameRow
{
    Enum value;
    QLatin1StringView name;
};

// The name of `value`; the table has a row for every value.
template <typename Enum, std::size_t Count>
[[nodiscard]] QString nameIn(const std::array<NameRow<Enum>, Count> &table, Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return row.name;
    }
    return {};
}

// The value called `name`, or nullopt.
template <typename Enum, std::size_t Count>
[[nodiscard]] std::optional<Enum> valueIn(const std::array<NameRow<Enum>, Count> &table, QStringView name)
{
    for (const auto &row : table) {
        if (row.name == name)
            return row.value;
    }
    return std::nullopt;
}

} // namespace Gemmary

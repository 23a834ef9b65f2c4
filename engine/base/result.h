// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace Gemmary {

template <typename T>
using Result = tl::expected<T, Error>;

// Makes the failed side of any Result: `return failure(ErrorKind::NotFound, …)`.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(detail)});
}

// Hands an error on unchanged: `return failure(std::move(other).error())`.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace Gemmary

// Returns the error of an expected out of the enclosing function; goes on otherwise.
#define GEMMARY_TRY(expression)                                                                              \
    do {                                                                                                     \
        if (auto triedResult = (expression); !triedResult)                                                   \
            return tl::unexpected(std::move(triedResult).error());                                           \
    } while (false)

// Declares `variable` from the value of an expected, or returns its error out of the enclosing function.
#define GEMMARY_ASSIGN(variable, expression) GEMMARY_ASSIGN_AS(variable, variable##Result, expression)
#define GEMMARY_ASSIGN_AS(variable, holder, expression)                                                      \
    auto holder = (expression);                                                                              \
    if (!holder)                                                                                             \
        return tl::unexpected(std::move(holder).error());                                                    \
    auto variable = std::move(holder).value()

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <compare>
#include <functional>
#include <optional>

namespace Gemmary {

// A random (version 4) UUID that cannot be mistaken for another kind of id. Text form: lower case, no braces.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {}

    [[nodiscard]] static Id create() { return Id(QUuid::createUuid()); }

    // Reads the text form; upper case and braces are accepted, anything else is nullopt.
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        const bool hasBraces = text.startsWith(QLatin1Char('{')) && text.endsWith(QLatin1Char('}'));
        const auto uuid = QUuid::fromString(text); // takes whatever follows
        const bool isWhole = text.size() == (hasBraces ? 38 : 36);
        return uuid.isNull() || !isWhole ? std::nullopt : std::optional(Id(uuid));
    }

    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }

private:
    QUuid m_uuid;
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.uuid(), seed);
}

} // namespace Gemmary

template <typename Tag>
struct std::hash<Gemmary::Id<Tag>>
{
    std::size_t operator()(const Gemmary::Id<Tag> &id) const noexcept { return qHash(id.uuid(), 0); }
};

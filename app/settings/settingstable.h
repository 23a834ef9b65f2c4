// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <optional>
#include <span>
#include <variant>

namespace Gemmary {

// What may stand behind a key, and the member it goes to. Each rule reads a text and writes it back in one
// form.
namespace SettingRules {

template <typename T>
using Member = T &(*)(Settings &settings);

struct Flag // true or false
{
    Member<bool> member;
};
struct Either // one of two words for a bool
{
    Member<bool> member;
    const char *no;
    const char *yes;
};
struct Number
{
    Member<int> member;
    int least;
    int most;
};
struct Size // bytes, as "64M"
{
    Member<qint64> member;
};
struct Seconds // with decimals
{
    Member<std::chrono::milliseconds> member;
    int most;
};
struct Word // one of some
{
    Member<QString> member;
    const char *words; // with blanks between
};
struct Level // of the log
{
    Member<QtMsgType> member;
};
struct Text
{
    Member<QString> member;
    const char *pattern; // a regular expression for the whole; null: anything
};
struct List // separated by semicolons
{
    Member<QStringList> member;
};

} // namespace SettingRules

using SettingRule = std::variant<SettingRules::Flag, SettingRules::Either, SettingRules::Number,
                                 SettingRules::Size, SettingRules::Seconds, SettingRules::Word,
                                 SettingRules::Level, SettingRules::Text, SettingRules::List>;

// A setting of the programs. Its default is the member's initialiser.
struct SettingRow
{
    const char *key;
    SettingRule rule;
    const char *expected; // what may stand there, for messages
    bool isPreference;    // a matter of taste, which the window offers; others are the machine's or secret
};

[[nodiscard]] std::span<const SettingRow> settingRows();
[[nodiscard]] const SettingRow *settingRow(const QString &key); // null: not known
[[nodiscard]] QString expectedText(const SettingRow &row);

// False: the value cannot be; the settings are as they were.
[[nodiscard]] bool setSetting(Settings &settings, const SettingRow &row, const QString &value);

// The value in the form that setSetting() reads and files keep.
[[nodiscard]] QString settingText(const Settings &settings, const SettingRow &row);

// The words that a row lets one choose from; none for other kinds.
[[nodiscard]] QStringList settingWords(const SettingRow &row);

// "64M", "2 GB", "1000" in bytes; nullopt for anything else. Units are powers of 1024.
[[nodiscard]] std::optional<qint64> parseSize(const QString &text);

} // namespace Gemmary

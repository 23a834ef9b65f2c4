// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencessource.h"

#include <span>

namespace Gemmary {

enum class PreferencePage {
    General,
    Input,
    Statistics,
    Summaries,
    Processing,
    Storage,
    Automation,
    Notifications,
    Appearance,
    Privacy,
    Advanced
};

// A page's place in the list. Its id is what other windows name it by.
struct PreferencePageText
{
    PreferencePage page;
    const char *id;
    const char *icon;
    const char *title;
    const char *introduction;
};

// What people read about a preference.
struct PreferenceText
{
    const char *key;
    PreferencePage page;
    const char *title;
    const char *help;
    const char *unit = nullptr;        // behind a number
    const char *leastWord = nullptr;   // for the least number, where it stands for something else
    const char *placeholder = nullptr; // an example, in an empty field
};

[[nodiscard]] std::span<const PreferencePageText> preferencePages();
[[nodiscard]] std::span<const PreferenceText> preferenceTexts(); // in the order of their pages

[[nodiscard]] QString preferenceText(const char *text); // translates one of the above

// A choice's word, such as "dark", for people.
[[nodiscard]] QString optionText(const QString &key, const QString &option);

// A value for people: "On", "2,048 MiB", "Key sentences".
[[nodiscard]] QString valueText(const PreferenceRow &row, const QString &value);

// "Default: 5", or why it cannot be changed here.
[[nodiscard]] QString originText(const PreferenceRow &row);

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Gemmary {

// The language that texts, numbers and dates are shown in, for the whole program. Windows that exist already
// keep theirs: make new ones after use().
class Language
{
public:
    Language();
    ~Language();

    // "system", "en", "es"; also "pseudo" (longer texts with marks, to find what is not translated).
    void use(const QString &name);

private:
    void install(std::unique_ptr<QTranslator> translator);
    void load(const QLocale &locale);

    QLocale m_system;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// Writes a manual page in man(7)'s roff. Texts are plain; nothing in them is taken for roff.
class Roff
{
public:
    Roff(const QString &name, int section, const QString &about);

    void section(const QString &title);
    void subsection(const QString &title);
    void paragraph(const QString &text);
    void synopsis(const QString &bold, const QString &rest); // "gemmary-cli" and what may follow
    void entry(const QString &term, const QString &text);    // a term in bold, its text below it
    void verbatim(const QString &text);                      // examples, tables: line by line

    [[nodiscard]] QString page() const { return m_page; }

private:
    void beginParagraph();

    QString m_page;
    bool m_isFresh = false; // right behind a heading
};

} // namespace Gemmary

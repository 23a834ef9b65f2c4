// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>

namespace Gemmary {

// Where a command's results and talk go, and what those places can show. Results go to `out`, talk to `err`.
class Terminal
{
public:
    enum class Color { Auto, Always, Never };

    // Borrows the streams. Colour follows --color, NO_COLOR, FORCE_COLOR and TERM, in that order.
    Terminal(std::FILE *out, std::FILE *err);

    void setColor(Color color);
    void setQuiet(bool quiet) { m_quiet = quiet; }
    void setProgress(bool shown) { m_progress = shown; }

    // A line to `out`; text() without the line's end.
    void print(const QString &line) const;
    void text(const QString &text) const;

    // A line to `err`: notes are dropped when quiet, errors never.
    void note(const QString &line) const;
    void error(const QString &line) const;

    // A question to `err`; the answer is to be typed behind it.
    void ask(const QString &question) const;

    // One line on `err` that the next call replaces; shown only on a terminal. Empty: takes it away.
    void progress(const QString &line);

    [[nodiscard]] bool errIsTerminal() const { return m_errIsTerminal; }
    [[nodiscard]] bool showsProgress() const { return m_progress && !m_quiet; }
    [[nodiscard]] bool hasProgressLine() const { return showsProgress() && m_errIsTerminal; }
    [[nodiscard]] int width() const; // columns of `out`; 80 where it has none

    // Emphasis, where `out` shows colour.
    [[nodiscard]] QString bold(const QString &text) const { return styled("1", text); }
    [[nodiscard]] QString dim(const QString &text) const { return styled("2", text); }
    [[nodiscard]] QString green(const QString &text) const { return styled("32", text); }
    [[nodiscard]] QString yellow(const QString &text) const { return styled("33", text); }
    [[nodiscard]] QString red(const QString &text) const { return styled("31", text); }

private:
    [[nodiscard]] QString styled(const char *code, const QString &text) const;

    std::FILE *m_out;
    std::FILE *m_err;
    bool m_errIsTerminal;
    bool m_color = false;
    bool m_quiet = false;
    bool m_progress = true;
    bool m_progressLineShown = false;
};

// `text` with control characters and bidirectional overrides made visible, so that a hostile name cannot move
// the cursor, colour the screen or reorder a line.
[[nodiscard]] QString printable(const QString &text);

// Columns that `text` takes: wide characters two, combining ones none.
[[nodiscard]] int columnsOf(QStringView text);

// `text` cut to `columns`, with an ellipsis at its start or end.
[[nodiscard]] QString elided(const QString &text, int columns, bool keepEnd = false);

} // namespace Gemmary

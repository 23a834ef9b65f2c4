// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hiddeninput.h"

#include "cli/terminal.h"

#include <QByteArray>
#include <QCoreApplication>

#include <termios.h>
#include <unistd.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(HiddenInput)
};

enum ControlKey : char { CtrlC = 0x03, CtrlD = 0x04, Backspace = 0x08, CtrlU = 0x15, Delete = 0x7F };

// A terminal that shows nothing and hands each key on at once, Ctrl+C too: it cannot be left in that state by
// a signal of its own.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        m_isSilent = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isSilent)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
        silent.c_cc[VMIN] = 1;
        silent.c_cc[VTIME] = 0;
        m_isSilent = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_isSilent)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    termios m_before{};
    bool m_isSilent = false;
};

} // namespace

Result<QString> readHidden(const Terminal &terminal, const QString &prompt)
{
    const SilentTerminal silent;
    if (!silent.isSilent())
        return failure(ErrorKind::Unavailable, Tr::tr("The terminal would show the key. Use --key-file."));
    terminal.ask(prompt);
    QByteArray line;
    char key = 0;
    while (read(STDIN_FILENO, &key, 1) == 1 && key != '\n' && key != '\r' && key != CtrlD) {
        if (key == CtrlC) {
            terminal.error({});
            return failure(ErrorKind::Cancelled, Tr::tr("Nothing was changed."));
        }
        if (key == Backspace || key == Delete)
            line.chop(1);
        else if (key == CtrlU)
            line.clear();
        else
            line.append(key);
    }
    terminal.error({});
    return QString::fromUtf8(line);
}

bool inputIsTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/keyoption.h"

#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(KeyOption)
};

constexpr qint64 LongestLine = 8192; // bytes

bool isForOthers(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && (info.permissions() & (QFile::ReadGroup | QFile::ReadOther));
}

// Without a key goes on who needs none; who does is told so where it is missing.
void lookIntoKeyring(CommandContext &context, const ModelKey &key)
{
    const auto kept = waitFor(readKey(key));
    if (kept)
        context.settings.*key.member = *kept;
    else if (kept.error().kind != ErrorKind::NotFound && kept.error().kind != ErrorKind::Unavailable)
        context.terminal.note(kept.error().message);
}

} // namespace

Result<QString> keyFromFile(const CommandContext &context, const std::string &path)
{
    const QString name = QString::fromStdString(path);
    QFile file(name);
    const bool isOpen = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("The file %1 cannot be read: check its name and who may read it.").arg(printable(name)),
            file.errorString());
    }
    if (path != "-" && isForOthers(name))
        context.terminal.note(Tr::tr("Others can read %1: chmod 600 %1").arg(printable(name)));
    const QString key = QString::fromUtf8(file.readLine(LongestLine)).trimmed();
    GEMMARY_TRY(checkKey(key));
    return key;
}

void KeyOption::describe(CLI::App &app)
{
    app.add_option("--key-file", m_file,
                   Tr::tr("A file that holds the provider's key; - is standard input").toStdString())
        ->type_name("FILE");
}

Result<void> KeyOption::apply(CommandContext &context, const ModelKey &key) const
{
    if (!m_file.empty()) {
        GEMMARY_ASSIGN(value, keyFromFile(context, m_file));
        context.settings.*key.member = value;
        return {};
    }
    if (!qEnvironmentVariableIsEmpty(key.setting)) {
        context.terminal.note(Tr::tr("The key is taken from the environment (%1), which your other programs "
                                     "see, too. The keyring is safer: gemmary-cli key set %2")
                                  .arg(QLatin1StringView(key.setting), QLatin1StringView(key.name)));
    }
    if ((context.settings.*key.member).isEmpty())
        lookIntoKeyring(context, key);
    return {};
}

Result<void> KeyOption::applyAll(CommandContext &context) const
{
    const ModelKey &ofFile = modelKeys().front();
    GEMMARY_TRY(apply(context, ofFile));
    for (const ModelKey &key : modelKeys().subspan(1)) {
        if ((context.settings.*key.member).isEmpty())
            lookIntoKeyring(context, key);
    }
    return {};
}

} // namespace Gemmary

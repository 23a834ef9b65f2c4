// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "intake/entryrules.h"
#include "intake/filedescriptor.h"
#include "ports/documentscanner.h"

#include <QList>

#include <map>
#include <vector>

namespace Gemmary {

// A file's identity, whatever its path.
using FileIdentity = std::pair<quint64, quint64>; // device, inode

// The names of what the user gave, by identity.
using GivenInputs = std::map<FileIdentity, QString>;

// The walk of one input. Answers entries with names and cursors relative to the input.
class FolderWalk
{
public:
    struct Entry
    {
        PlannedDocument document;
        QByteArray relativePath;
    };

    // `root` is a folder; `inputs`, it and the others that were given, are not walked into twice and outlive
    // the walk, as `rules` does. `after` is the relative path of the last entry already known, empty for
    // none.
    FolderWalk(QByteArray root, const EntryRules &rules, qint64 largestDocument, const GivenInputs &inputs,
               const QByteArray &after);

    [[nodiscard]] std::optional<Entry> next(const CancelToken &cancel);

private:
    struct Item
    {
        QByteArray name;
        unsigned char type; // DT_*
    };
    struct Frame
    {
        QByteArray relativePath; // of the folder; empty for the root
        FileIdentity identity;
        FileDescriptor descriptor; // may be closed while the walk is deep below
        std::vector<Item> items;
        std::size_t index = 0;
        QList<QByteArray> resume; // below the item at `index`, when going on from a cursor
    };

    [[nodiscard]] std::optional<Entry> enter(const QByteArray &relativePath, const QList<QByteArray> &resume);
    [[nodiscard]] FileDescriptor openFolder(const QByteArray &relativePath);
    [[nodiscard]] std::optional<Problem> reasonToPass(const Frame &frame) const;
    static void goOnFrom(Frame &frame, const QList<QByteArray> &resume);
    [[nodiscard]] std::optional<Entry> lookAt(Frame &frame, const Item &item);
    [[nodiscard]] Entry fileEntry(const QByteArray &relativePath, const struct stat &status) const;
    [[nodiscard]] bool reopen(Frame &frame) const;
    [[nodiscard]] bool isFolder(Frame &frame, const Item &item) const;
    [[nodiscard]] QByteArray fullPath(const QByteArray &relativePath) const;
    [[nodiscard]] Entry passedOver(const QByteArray &relativePath, Problem problem, bool folder) const;

    QByteArray m_root;
    const EntryRules &m_rules;
    qint64 m_largestDocument;
    const GivenInputs &m_inputs;
    QList<QByteArray> m_after;
    std::vector<Frame> m_frames;
    bool m_entered = false;
};

// The entry of a regular file: to be read, or empty, or too large.
[[nodiscard]] PlannedDocument plannedFile(const QString &name, const QByteArray &path,
                                          const struct stat &status, qint64 largestDocument);

} // namespace Gemmary

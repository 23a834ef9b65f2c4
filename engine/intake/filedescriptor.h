// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"

#include <QByteArray>

#include <utility>

struct stat;

namespace Gemmary {

// Owns a POSIX file descriptor.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    ~FileDescriptor() { close(); }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }
    void close();

private:
    int m_descriptor = -1;
};

// open(2) for paths of any length: one beyond PATH_MAX is opened piece by piece. Sets errno.
[[nodiscard]] FileDescriptor openPath(const QByteArray &path, int flags);

// lstat(2) for paths of any length. Sets errno.
[[nodiscard]] bool statPath(const QByteArray &path, struct stat &status);

// What an errno value means for a document.
[[nodiscard]] Problem problemOfErrno(int error);

} // namespace Gemmary

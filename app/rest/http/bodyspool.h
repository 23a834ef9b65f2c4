// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httplimits.h"
#include "rest/http/httprequest.h"

#include <QTemporaryFile>

#include <atomic>
#include <memory>

namespace Gemmary {

// How many bytes of bodies there may be in all. Thread-safe.
class ByteBudget
{
public:
    explicit ByteBudget(qint64 bytes)
        : m_left(bytes)
    {}

    [[nodiscard]] bool take(qint64 bytes);
    void giveBack(qint64 bytes) { m_left += bytes; }

private:
    std::atomic<qint64> m_left;
};

// Some bytes of a budget, until they are let go.
class BudgetShare
{
public:
    explicit BudgetShare(std::shared_ptr<ByteBudget> budget)
        : m_budget(std::move(budget))
    {}
    BudgetShare(BudgetShare &&other) noexcept
        : m_budget(std::move(other.m_budget))
        , m_bytes(std::exchange(other.m_bytes, 0))
    {}
    BudgetShare &operator=(BudgetShare &&) = delete;
    ~BudgetShare();

    [[nodiscard]] bool grow(qint64 bytes);

private:
    std::shared_ptr<ByteBudget> m_budget;
    qint64 m_bytes = 0;
};

// Takes a body while it comes in: in memory at first, then in a file without a name.
class BodySpool
{
public:
    BodySpool(const HttpLimits &limits, std::shared_ptr<ByteBudget> budget);

    // 0; or 503: there are too many bodies, or the disk is full.
    [[nodiscard]] int append(QByteArrayView piece);

    // All of it, once; null: the file cannot be mapped.
    [[nodiscard]] std::shared_ptr<const HttpBody> finish();

private:
    [[nodiscard]] bool toFile(QByteArrayView piece);
    [[nodiscard]] bool openFile();

    qint64 m_inMemory;
    QString m_folder;
    BudgetShare m_share;
    qint64 m_size = 0;
    QByteArray m_memory;
    std::unique_ptr<QTemporaryFile> m_file; // null: in memory
};

} // namespace Gemmary

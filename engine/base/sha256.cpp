// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <openssl/evp.h>

namespace Gemmary {

struct Sha256::State
{
    State() { EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr); }

    struct Free
    {
        void operator()(EVP_MD_CTX *used) const { EVP_MD_CTX_free(used); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::update(std::span<const char> bytes)
{
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

QByteArray Sha256::finish()
{
    QByteArray digest(EVP_MD_get_size(EVP_sha256()), Qt::Uninitialized);
    EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr);
    return digest;
}

} // namespace Gemmary

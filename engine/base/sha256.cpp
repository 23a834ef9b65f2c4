// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace Gemmary {

namespace {

// Fetched once: looking the algorithm up for every digest costs more than the digest of a small document, and
// leaves state of OpenSSL's in every thread that does it.
const EVP_MD *algorithm()
{
    static const EVP_MD *const fetched = [] {
        const EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        OPENSSL_thread_stop();
        return digest;
    }();
    return fetched;
}

} // namespace

struct Sha256::State
{
    State() { EVP_DigestInit_ex(context.get(), algorithm(), nullptr); }

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
    QByteArray digest(EVP_MD_get_size(algorithm()), Qt::Uninitialized);
    EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex(m_state->context.get(), algorithm(), nullptr);
    return digest;
}

} // namespace Gemmary

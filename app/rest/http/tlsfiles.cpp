// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/tlsfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TlsFiles)
};

constexpr qint64 LargestFile = 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    return file.read(LargestFile);
}

QSslKey keyOf(const QByteArray &content)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(content, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return {};
}

// Qt would find out with the first client.
bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    const auto reader = [](const QByteArray &content) {
        return std::unique_ptr<BIO, decltype(&BIO_free)>(
            BIO_new_mem_buf(content.data(), static_cast<int>(content.size())), &BIO_free);
    };
    const auto noPassphrase = [](char *, int, int, void *) { return -1; };
    const std::unique_ptr<X509, decltype(&X509_free)> x509(
        PEM_read_bio_X509(reader(certificate).get(), nullptr, noPassphrase, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> secret(
        PEM_read_bio_PrivateKey(reader(key).get(), nullptr, noPassphrase, nullptr), &EVP_PKEY_free);
    return x509 && secret && X509_check_private_key(x509.get(), secret.get()) == 1;
}

} // namespace

Result<QSslConfiguration> readTlsFiles(const QString &certificate, const QString &key)
{
    GEMMARY_ASSIGN(certificateText, contentOf(certificate));
    GEMMARY_ASSIGN(keyText, contentOf(key));
    const auto chain = QSslCertificate::fromData(certificateText);
    if (chain.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 holds no certificate in PEM form.").arg(certificate));
    }
    const QSslKey secret = keyOf(keyText);
    if (secret.isNull()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("%1 holds no RSA or elliptic key in PEM form without a passphrase.").arg(key));
    }
    if (!belongTogether(certificateText, keyText)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The key in %1 is not that of the certificate in %2.").arg(key, certificate));
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show a token, not a certificate
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(secret);
    return tls;
}

} // namespace Gemmary

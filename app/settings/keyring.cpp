// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keyring.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <qt6keychain/keychain.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Keyring)
};

const QString Service = QStringLiteral("gemmary");
constexpr int LongestKey = 4096;
constexpr int LockAnswer = 2000; // ms

constexpr std::size_t ServerKey = 1; // in Keys
constexpr ModelKey Keys[] = {
    {"gemini", "GEMINI_API_KEY", &Settings::geminiKey, QT_TRANSLATE_NOOP("Keyring", "Google's models")},
    {"server", "GEMMARY_BASE_URL_KEY", &Settings::modelServerKey,
     QT_TRANSLATE_NOOP("Keyring", "the model server")},
};

tl::unexpected<Error> lockedError()
{
    return failure(ErrorKind::Conflict, Tr::tr("The keyring is locked. Unlock it and try again."));
}

tl::unexpected<Error> noKeyringError(const QString &detail)
{
    return failure(ErrorKind::Unavailable,
                   Tr::tr("There is no keyring here that answers. A key can also be in the environment, in "
                          ".env or, for gemmary-cli, in a file (--key-file)."),
                   detail);
}

tl::unexpected<Error> errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return failure(ErrorKind::NotFound, Tr::tr("The keyring keeps no such key."));
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return failure(ErrorKind::Conflict,
                       Tr::tr("The keyring is locked, or it refused. Unlock it and try again."),
                       job.errorString());
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return noKeyringError(job.errorString());
}

// Starts `job`, which deletes itself, and hands what `read` makes of it on.
template <typename T, typename Read>
QFuture<Result<T>> start(QKeychain::Job *job, const ModelKey &key, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto answer = [promise](Result<T> result) {
        promise->addResult(std::move(result)); // nothing, once it is finished
        promise->finish();
    };
    job->setKey(QString::fromLatin1(key.name));
    QObject::connect(job, &QKeychain::Job::finished, job, [=](QKeychain::Job *done) { read(done, answer); });
    QTimer::singleShot(KeyringPatience, job, [answer] {
        answer(failure(ErrorKind::Timeout,
                       Tr::tr("The keyring did not answer in time. Unlock it and try again.")));
    });
    job->start();
    return promise->future();
}

Result<void> outcome(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError ? Result<void>() : Result<void>(errorOf(job));
}

// A locked keyring says that it has no such key, even when its owner only did not unlock it; and so is said
// where there is none at all. Tells `answer` which error it is.
template <typename Answer>
void askWhy(const ModelKey &key, const Error &missing, Answer answer)
{
    auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    QDBusArgument attributes;
    attributes.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    for (const auto &[name, value] : {std::pair(QStringLiteral("server"), Service),
                                      std::pair(QStringLiteral("user"), QString::fromLatin1(key.name))}) {
        attributes.beginMapEntry();
        attributes << name << value;
        attributes.endMapEntry();
    }
    attributes.endMap();
    question << QVariant::fromValue(attributes);
    const auto call = QDBusConnection::sessionBus().asyncCall(question, LockAnswer);
    auto *watcher = new QDBusPendingCallWatcher(call, QCoreApplication::instance());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [=] {
        using Items = QList<QDBusObjectPath>;
        const QDBusPendingReply<Items, Items> reply = *watcher; // unlocked, locked
        if (!reply.isValid())
            answer(noKeyringError(reply.error().message()).value());
        else
            answer(reply.template argumentAt<1>().isEmpty() ? missing : lockedError().value());
        watcher->deleteLater();
    });
}

template <typename T, typename Answer>
void whyUnread(const QKeychain::Job &job, const ModelKey &key, Answer answer)
{
    const Error error = errorOf(job).value();
    if (job.error() != QKeychain::EntryNotFound)
        return answer(failure(error));
    askWhy(key, error, [answer](const Error &why) { answer(failure(why)); });
}

template <typename T>
Result<T> waitForAny(const QFuture<Result<T>> &answer)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    if (!answer.isFinished())
        loop.exec();
    return answer.result();
}

} // namespace

std::span<const ModelKey> modelKeys()
{
    return Keys;
}

const ModelKey *modelKey(const QString &name)
{
    const auto *const key =
        std::ranges::find_if(Keys, [&](const ModelKey &one) { return name == QLatin1StringView(one.name); });
    return key == std::end(Keys) ? nullptr : key;
}

const ModelKey &keyOf(const QString &summarizer)
{
    const ModelKey *const own = modelKey(summarizer);
    return own ? *own : Keys[ServerKey];
}

QString ownerText(const ModelKey &key)
{
    return Tr::tr(key.owner);
}

Result<void> checkKey(const QString &key)
{
    const bool isPrintable = std::ranges::all_of(
        key, [](QChar character) { return character > QLatin1Char(' ') && character < QChar(0x7F); });
    if (!key.isEmpty() && key.size() <= LongestKey && isPrintable)
        return {};
    return failure(ErrorKind::InvalidInput,
                   key.isEmpty() ? Tr::tr("There is no key: it is empty.")
                                 : Tr::tr("That is no key: it has blanks or other characters that none has, "
                                          "or is too long."));
}

QFuture<Result<QString>> readKey(const ModelKey &key)
{
    return start<QString>(new QKeychain::ReadPasswordJob(Service), key,
                          [&key](const QKeychain::Job *done, const auto &answer) {
                              if (done->error() == QKeychain::NoError)
                                  answer(static_cast<const QKeychain::ReadPasswordJob *>(done)->textData());
                              else
                                  whyUnread<QString>(*done, key, answer);
                          });
}

QFuture<Result<void>> keepKey(const ModelKey &key, const QString &value)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setTextData(value);
    return start<void>(job, key,
                       [](const QKeychain::Job *done, const auto &answer) { answer(outcome(*done)); });
}

// A keyring says that it deleted what it never had, and so does none at all: the key is read first.
QFuture<Result<void>> forgetKey(const ModelKey &key)
{
    return start<void>(new QKeychain::ReadPasswordJob(Service), key,
                       [&key](const QKeychain::Job *read, const auto &answer) {
                           if (read->error() != QKeychain::NoError)
                               return whyUnread<void>(*read, key, answer);
                           auto *job = new QKeychain::DeletePasswordJob(Service);
                           job->setKey(QString::fromLatin1(key.name));
                           QObject::connect(job, &QKeychain::Job::finished, job,
                                            [answer](const QKeychain::Job *done) { answer(outcome(*done)); });
                           job->start();
                       });
}

Result<QString> waitFor(const QFuture<Result<QString>> &answer)
{
    return waitForAny(answer);
}

Result<void> waitFor(const QFuture<Result<void>> &answer)
{
    return waitForAny(answer);
}

} // namespace Gemmary

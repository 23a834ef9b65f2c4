// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/childtrials.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Gemmary {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds Look{50}; // between looks at the token
constexpr qint64 MiB = 1024 * 1024;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// Between fork and exec: only what a signal handler may do, too.
void humble()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const int score = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0) {
        [[maybe_unused]] const auto written = ::write(score, "1000", 4);
        ::close(score);
    }
}

// How waiting for the child ended.
enum class Wait { Answered, Ended, TooLong, Cancelled };

class ChildTrial : public DocumentTrial
{
public:
    ChildTrial(const ContentSource &content, QString program, milliseconds patience, QJsonObject greeting)
        : m_content(content)
        , m_program(std::move(program))
        , m_patience(patience)
        , m_greeting(std::move(greeting))
    {}

    ~ChildTrial() override { end(); }

    Result<Outcome<void>> tryOut(const DocumentTask &task, const CancelToken &cancel) override
    {
        GEMMARY_TRY(ensureChild(cancel));
        QTemporaryFile copy;
        GEMMARY_ASSIGN(copied, fill(copy, task, cancel));
        if (!copied) // the job will meet the same trouble, and say which
            return Outcome<void>();
        m_child->write(line({{QStringLiteral("path"), copy.fileName()}}));
        const milliseconds time = m_patience + std::chrono::seconds(copy.size() / MiB);
        switch (wait(time, cancel)) {
        case Wait::Answered:
            return Outcome<void>();
        case Wait::Ended:
            return Outcome<void>(culprit(howItEnded()));
        case Wait::TooLong:
            return Outcome<void>(culprit(QStringLiteral("no end after %1 s").arg(time.count() / 1000)));
        case Wait::Cancelled:
            break;
        }
        end();
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    }

private:
    Result<void> ensureChild(const CancelToken &cancel)
    {
        if (m_child)
            return {};
        m_child = std::make_unique<QProcess>();
        m_child->setChildProcessModifier(humble);
        m_child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_child->start(m_program, {QString::fromLatin1(TrialArgument)});
        m_child->write(line(m_greeting));
        const Wait outcome = wait(m_patience, cancel);
        if (outcome == Wait::Answered)
            return {};
        const QString detail = m_child->errorString();
        end();
        if (outcome == Wait::Cancelled)
            return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
        return failure(ErrorKind::Internal,
                       QStringLiteral("A second process to read documents with could not be started."),
                       detail);
    }

    // False: the document cannot be read.
    Result<bool> fill(QTemporaryFile &copy, const DocumentTask &task, const CancelToken &cancel) const
    {
        const auto content = m_content.open(task.document.locator);
        if (!content)
            return false;
        if (!copy.open())
            return noRoom(copy);
        std::vector<char> buffer(MiB);
        for (;;) {
            if (cancel.isCancelled())
                return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
            const auto count = (*content)->read(buffer);
            if (!count)
                return false;
            if (*count == 0)
                break;
            if (copy.write(buffer.data(), *count) != *count)
                return noRoom(copy);
        }
        return copy.flush() ? Result<bool>(true) : noRoom(copy);
    }

    static tl::unexpected<Error> noRoom(const QTemporaryFile &copy)
    {
        return failure(ErrorKind::Storage,
                       QStringLiteral("A temporary copy of a document could not be written."),
                       copy.errorString());
    }

    Wait wait(milliseconds time, const CancelToken &cancel)
    {
        const QDeadlineTimer deadline(time);
        while (!m_child->canReadLine()) {
            if (cancel.isCancelled())
                return Wait::Cancelled;
            if (deadline.hasExpired())
                return Wait::TooLong;
            if (m_child->state() == QProcess::NotRunning)
                return Wait::Ended;
            m_child->waitForReadyRead(static_cast<int>(Look.count()));
        }
        m_child->readLine();
        return Wait::Answered;
    }

    [[nodiscard]] QString howItEnded() const
    {
        const int code = m_child->exitCode();
        return m_child->exitStatus() == QProcess::CrashExit ? QStringLiteral("signal %1").arg(code)
                                                            : QStringLiteral("exit code %1").arg(code);
    }

    tl::unexpected<Problem> culprit(const QString &detail)
    {
        end();
        return problem(Reason::ReaderCrashed, detail);
    }

    void end()
    {
        if (!m_child)
            return;
        m_child->kill();
        m_child->waitForFinished(-1);
        m_child.reset();
    }

    const ContentSource &m_content;
    QString m_program;
    milliseconds m_patience;
    QJsonObject m_greeting;
    std::unique_ptr<QProcess> m_child;
};

} // namespace

ChildTrials::ChildTrials(const ContentSource &content, QString program, milliseconds patience)
    : m_content(content)
    , m_program(std::move(program))
    , m_patience(patience)
{}

std::unique_ptr<DocumentTrial> ChildTrials::begin(Stage stage, const ProcessSettings &settings) const
{
    QJsonObject greeting{{QStringLiteral("stage"), nameOf(stage)},
                         {QStringLiteral("settings"), toJson(settings)}};
    return std::make_unique<ChildTrial>(m_content, m_program, m_patience, std::move(greeting));
}

} // namespace Gemmary

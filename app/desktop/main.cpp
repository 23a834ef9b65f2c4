// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"
#include "composition.h"
#include "desktop/desktopapplication.h"
#include "desktop/desktopstyle.h"
#include "desktop/singleinstance.h"
#include "restservice.h"
#include "system/signalwatcher.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>
#include <QPushButton>

#include <cstdio>

using namespace Gemmary;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

constexpr int ExitError = 1;
constexpr int ExitUsage = 2;

QStringList pathsFrom(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Tr::tr("Drop folders of documents on it: they are counted, analysed and summarised."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("path"), Tr::tr("Folders and files to begin with"),
                                 QStringLiteral("[path…]"));
    parser.process(application);
    QStringList paths;
    for (const QString &argument : parser.positionalArguments())
        paths.append(QFileInfo(argument).absoluteFilePath());
    return paths;
}

// Says on stderr and in a window why Gemmary cannot start.
int refuseToStart(const Error &error, int exitCode)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    QMessageBox box(QMessageBox::Critical, Tr::tr("Gemmary cannot start"), error.message);
    box.setDetailedText(error.detail);
    box.show();
    QApplication::exec();
    return exitCode;
}

// What to do about a shared database that cannot be used.
enum class Choice { Again, OwnFile, Quit };

Choice askAboutShared(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    QMessageBox box(QMessageBox::Warning, Tr::tr("The shared database cannot be used"), error.message);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        Tr::tr("Nothing is lost: its processes go on where they stopped. Meanwhile you can work with "
               "the results that are kept on this computer."));
    box.setDetailedText(error.detail);
    const QPushButton *again = box.addButton(Tr::tr("Try again"), QMessageBox::AcceptRole);
    const QPushButton *own = box.addButton(Tr::tr("Work on this computer"), QMessageBox::ActionRole);
    box.addButton(QMessageBox::Close);
    box.exec();
    return box.clickedButton() == again ? Choice::Again
           : box.clickedButton() == own ? Choice::OwnFile
                                        : Choice::Quit;
}

// The shared database that the settings name, else the user's own file. Null: the user has seen why not.
std::unique_ptr<Composition> openStore(const Settings &settings)
{
    QString place = settings.databaseUrl.isEmpty() ? settings.storePath() : settings.databaseUrl;
    for (;;) {
        auto opened = Composition::open(settings, place, OwnProgram);
        if (opened)
            return std::move(*opened);
        if (place == settings.storePath()) {
            refuseToStart(opened.error(), ExitError);
            return nullptr;
        }
        const Choice choice = askAboutShared(opened.error());
        if (choice == Choice::Quit)
            return nullptr;
        if (choice == Choice::OwnFile)
            place = settings.storePath();
    }
}

void startLogging(const Settings &settings)
{
    LogSettings log;
    log.level = settings.logLevel;
    log.console = LogSettings::Console::None;
    log.filePath = settings.logPath();
    log.instance = settings.instance;
    installLogging(log);
}

ModelAccess modelAccess(Composition &composition)
{
    ModelAccess access;
    access.findServers = [](const Settings &settings) { return findServers(settings); };
    access.list = [](const Settings &settings, const QString &summarizer) {
        return listModels(settings, summarizer);
    };
    access.tryModel = [](const Settings &settings, const QString &summarizer, const QString &model) {
        return tryModel(settings, summarizer, model);
    };
    access.quota = [&composition](const QString &summarizer) { return composition.quotaOf(summarizer); };
    access.use = [&composition](const Settings &settings) { composition.useModels(settings); };
    access.readKey = [](const ModelKey &key) { return readKey(key); };
    access.keepKey = [](const ModelKey &key, const QString &value) { return keepKey(key, value); };
    access.forgetKey = [](const ModelKey &key) { return forgetKey(key); };
    return access;
}

ServingAccess servingAccess(Engine &engine)
{
    ServingAccess access;
    access.start = [&engine, uses = access.uses](const Settings &settings) {
        return startServing(settings, settings.serve, engine, uses);
    };
    access.addToken = addToken;
    access.listTokens = listTokens;
    access.revokeToken = revokeToken;
    return access;
}

int runWindow(const QStringList &paths)
{
    auto sources = settingsSources();
    auto settings = sources ? loadSettings(*sources) : Result<Settings>(tl::unexpect, sources.error());
    if (!settings)
        return refuseToStart(settings.error(), ExitUsage);
    if (!QDir().mkpath(settings->home)) {
        const QString sentence = Tr::tr("The folder %1 cannot be made. Set GEMMARY_HOME to one that can.");
        return refuseToStart({ErrorKind::Storage, sentence.arg(settings->home), {}}, ExitError);
    }
    SingleInstance instance(settings->home);
    if (!instance.claim()) {
        if (instance.handOver(paths))
            return 0;
        return refuseToStart(
            {ErrorKind::Conflict, Tr::tr("Gemmary is running already, but does not answer."), {}}, ExitError);
    }
    startLogging(*settings);
    const auto composition = openStore(*settings);
    if (!composition)
        return ExitError;
    const StoreInUse store{composition->sharedPlace(),
                           [](const QString &address) { return inspectStore(address); }};
    DesktopApplication application(composition->engine(), *settings, std::move(*sources), store,
                                   modelAccess(*composition), servingAccess(composition->engine()));
    SignalWatcher signals;
    QObject::connect(&signals, &SignalWatcher::received, &application,
                     [&application] { application.quit(); });
    QObject::connect(&instance, &SingleInstance::handedOver, &application, &DesktopApplication::open);
    application.start(paths);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (isTrialChild(argc, argv)) {
        const QCoreApplication child(argc, argv);
        return serveTrials();
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Gemmary"));
    QApplication::setApplicationVersion(QStringLiteral(GEMMARY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.gemmary.Gemmary"));
    QApplication::setQuitOnLastWindowClosed(false); // the work in hand is finished first
    if (qEnvironmentVariableIsEmpty("QT_STYLE_OVERRIDE"))
        QApplication::setStyle(new DesktopStyle);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gemmary.svg")));
    return runWindow(pathsFrom(application));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "composition.h"
#include "localdocuments.h"
#include "restservice.h"

#include <QCoreApplication>

#include <memory>

using namespace Gemmary;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gemmary-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GEMMARY_VERSION));

    if (isTrialChild(argc, argv))
        return serveTrials();

    // Paths are bytes: they are taken as the system gave them, not through QCoreApplication::arguments().
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    Terminal terminal(stdout, stderr);
    std::unique_ptr<Composition> composition;
    Backend backend{nullptr,
                    inspectStore,
                    backUpStore,
                    listModels,
                    [](const Settings &settings, const QString &summarizer, const QString &model) {
                        return tryModel(settings, summarizer, model).map([](const ModelTrial &) {});
                    },
                    [](const Settings &settings, const ServeSettings &serve, Engine &engine) {
                        return startServing(settings, serve, engine);
                    },
                    addToken,
                    listTokens,
                    revokeToken,
                    findDocuments,
                    readDocument};
    backend.openEngine = [&](const Settings &settings, const QString &storePlace) -> Result<Engine *> {
        if (!composition) {
            GEMMARY_ASSIGN(opened, Composition::open(settings, storePlace, OwnProgram));
            composition = std::move(opened);
        }
        return &composition->engine();
    };
    return runCommandLine(arguments, terminal, backend);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/actions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace Gemmary {

// What the window is while there is no process: a place to drop things on, ways to choose them, and the
// sample library for the curious.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(const Actions &actions, QWidget *parent = nullptr);

    void setRecentFolders(const QStringList &folders);
    void setPromise(const QString &sentence); // what happens to the files

Q_SIGNALS:
    void recentChosen(const QString &folder);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCard(const Actions &actions);
    [[nodiscard]] QWidget *makeSampleRow(const Actions &actions);
    void updateLook();

    QLabel *m_icon = nullptr;
    QLabel *m_promise = nullptr;
    std::vector<QLabel *> m_faint;
    QToolButton *m_recent = nullptr;
    QMenu *m_recentMenu = nullptr;
    QWidget *m_card; // last: making it sets the others
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Gemmary {

// The first run's only page: what Gemmary does, how it summarises, and a way to see it work. Anything but a
// click on "Try the sample library" just begins; nothing behind it waits for an answer.
class WelcomePage : public QDialog
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void began(); // closed, in whatever way, unless samplesRequested() came
    void samplesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeCards();
    [[nodiscard]] QWidget *makeButtons();
    void updateLook();

    QList<QWidget *> m_faint;
    bool m_asksForSamples = false;
};

} // namespace Gemmary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

// A sentence with buttons across the top of what it speaks of: undo, what a crash left, trouble with the
// store.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Information, Warning, Failure };

    struct Choice
    {
        QString text;
        std::function<void()> act; // the bar closes first
    };

    struct Notice
    {
        Tone tone = Tone::Information;
        QString text; // plain
        std::vector<Choice> choices;
        std::chrono::milliseconds closesAfter{0}; // 0: stays until somebody closes it
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    // Replaces what is shown.
    void showNotice(Notice notice);

Q_SIGNALS:
    void dismissed(); // closed by the user or by time, not by a choice

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addChoice(Choice choice);
    void updateLook();
    void dismiss();

    Notice m_notice;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_choices;
    QTimer m_time;
};

} // namespace Gemmary

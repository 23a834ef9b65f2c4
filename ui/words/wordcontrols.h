// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QHBoxLayout;
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace Gemmary {

class StopWordMenu;

enum class WordView { Bars, Table, Cloud };

// What is asked of the word table, and how it is shown. What is typed counts once typing pauses.
class WordControls : public QWidget
{
    Q_OBJECT

public:
    explicit WordControls(QWidget *parent = nullptr);

    // `languages`: those found in the process.
    [[nodiscard]] WordFilter filter(const QStringList &languages) const;
    [[nodiscard]] WordView view() const;
    [[nodiscard]] bool filtersMuch() const; // more than stop words
    void clearSearch();                     // quietly
    void reset();                           // everything but the view; emits filterChanged()

    [[nodiscard]] QByteArray save() const; // all but the search
    void restore(const QByteArray &saved); // what save() wrote; anything else is passed over

Q_SIGNALS:
    void filterChanged();
    void viewChanged();
    void choiceMade(); // something that save() keeps
    void copyRequested();

private:
    void addViews(QHBoxLayout *layout);
    void connectControls();
    void showUnit();

    StopWordMenu *m_stopWords;
    QSpinBox *m_length;
    QLineEdit *m_search;
    QButtonGroup *m_views;
    QTimer m_pause;
};

} // namespace Gemmary

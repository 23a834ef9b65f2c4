// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Gemmary {

class DocumentModel;
struct DocumentLine;

// The list of documents: columns as the user wants them, sorted by any. A row stays current as long as there
// are rows, for the keyboard and for those who hear the list.
class DocumentList : public QTreeView
{
    Q_OBJECT

public:
    explicit DocumentList(DocumentModel &model, QWidget *parent = nullptr);

    [[nodiscard]] const DocumentLine *current() const; // valid until the next event
    void select(qint64 number);                        // if it is shown

    // Selected rows as text with tabs, header first.
    [[nodiscard]] QString selectionAsText() const;

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout); // empty: the default

    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;

Q_SIGNALS:
    void currentDocumentChanged();
    void layoutChanged();

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint &point);
    void keepCurrent();

    DocumentModel &m_model;
};

} // namespace Gemmary

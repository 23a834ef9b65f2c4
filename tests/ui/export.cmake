gemmary_ui_test(tst_exportfiles SOURCES ui/tst_exportfiles.cpp DEPENDS gemmary_ui_export)
gemmary_ui_test(tst_exportrun SOURCES ui/tst_exportrun.cpp DEPENDS gemmary_ui_export)
gemmary_ui_test(tst_exportdialog SOURCES ui/tst_exportdialog.cpp DEPENDS gemmary_ui_export)

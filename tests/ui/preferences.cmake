gemmary_ui_test(tst_preferencesdialog SOURCES ui/tst_preferencesdialog.cpp DEPENDS gemmary_ui_preferences)
gemmary_ui_test(tst_preferencesfile
    SOURCES ui/tst_preferencesfile.cpp ${CMAKE_SOURCE_DIR}/app/desktop/preferencesfile.cpp
            ${CMAKE_SOURCE_DIR}/app/desktop/preferencesfile.h
    DEPENDS gemmary_ui_preferences gemmary_settings Qt6::Concurrent)
gemmary_ui_test(tst_welcomepage SOURCES ui/tst_welcomepage.cpp DEPENDS gemmary_ui_welcome)
gemmary_ui_test(tst_automationpage SOURCES ui/tst_automationpage.cpp DEPENDS gemmary_ui_preferences)
gemmary_ui_test(tst_automationdesk SOURCES ui/tst_automationdesk.cpp DEPENDS gemmary_desktop Qt6::Concurrent)

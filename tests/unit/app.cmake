gemmary_test(tst_settings SOURCES unit/tst_settings.cpp DEPENDS gemmary_settings LABELS unit)
gemmary_test(tst_keyring SOURCES unit/tst_keyring.cpp DEPENDS gemmary_settings LABELS unit)
gemmary_test(tst_processjson SOURCES unit/tst_processjson.cpp DEPENDS gemmary_wire LABELS unit)
gemmary_test(tst_clitexts SOURCES unit/tst_clitexts.cpp DEPENDS gemmary_cli LABELS unit)

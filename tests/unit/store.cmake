gemmary_test(tst_sqlitestore SOURCES unit/tst_sqlitestore.cpp DEPENDS gemmary_store PkgConfig::SQLITE LABELS unit)
gemmary_test(tst_postgresdialect SOURCES unit/tst_postgresdialect.cpp DEPENDS gemmary_store LABELS unit)

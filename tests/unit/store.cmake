gemmary_test(tst_sqlitestore SOURCES unit/tst_sqlitestore.cpp DEPENDS gemmary_store PkgConfig::SQLITE LABELS unit)

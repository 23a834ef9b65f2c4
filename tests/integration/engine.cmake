gemmary_test(tst_engine SOURCES integration/tst_engine.cpp DEPENDS gemmary_composition PkgConfig::SQLITE LABELS integration)

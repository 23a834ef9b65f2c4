gemmary_test(tst_wildcard SOURCES unit/tst_wildcard.cpp DEPENDS gemmary_intake LABELS unit)
gemmary_test(tst_folderscanner SOURCES unit/tst_folderscanner.cpp DEPENDS gemmary_intake LABELS unit)
gemmary_test(tst_filecontentsource SOURCES unit/tst_filecontentsource.cpp DEPENDS gemmary_intake LABELS unit)
gemmary_test(tst_pathmap SOURCES unit/tst_pathmap.cpp DEPENDS gemmary_intake LABELS unit)

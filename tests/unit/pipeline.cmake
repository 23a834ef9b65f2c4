gemmary_test(tst_steprecorder SOURCES unit/tst_steprecorder.cpp DEPENDS gemmary_pipeline LABELS unit)

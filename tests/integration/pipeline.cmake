set(every_room gemmary_analysis gemmary_intake gemmary_pipeline gemmary_store gemmary_summary gemmary_text)
gemmary_test(tst_pipeline SOURCES integration/tst_pipeline.cpp DEPENDS ${every_room} LABELS integration)
gemmary_test(tst_modelprocess SOURCES integration/tst_modelprocess.cpp DEPENDS ${every_room} LABELS integration)
gemmary_test(threadstorm SOURCES integration/threadstorm.cpp DEPENDS ${every_room} LABELS integration tsan)

gemmary_test(tst_serverfaults SOURCES integration/tst_serverfaults.cpp support/testserver.cpp
             DEPENDS gemmary_store PkgConfig::PQ LABELS integration)
set_tests_properties(tst_serverfaults PROPERTIES
    FIXTURES_REQUIRED server RESOURCE_LOCK server ENVIRONMENT "GEMMARY_TEST_SERVER=${server}/url")
gemmary_test(tst_storedprocess SOURCES integration/tst_storedprocess.cpp DEPENDS ${every_room} LABELS integration)
gemmary_test(tst_trial SOURCES integration/tst_trial.cpp DEPENDS gemmary_intake gemmary_trial LABELS integration)

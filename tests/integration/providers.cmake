gemmary_test(tst_providers SOURCES integration/tst_providers.cpp support/fakeserver.cpp
             DEPENDS gemmary_providers LABELS integration)
set_tests_properties(tst_providers PROPERTIES ENVIRONMENT "GEMMARY_PYTHON=${GEMMARY_PYTHON}")

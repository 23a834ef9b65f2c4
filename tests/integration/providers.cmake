gemmary_test(tst_providers SOURCES integration/tst_providers.cpp support/fakeserver.cpp
             DEPENDS gemmary_providers LABELS integration)
set_tests_properties(tst_providers PROPERTIES ENVIRONMENT "GEMMARY_PYTHON=${GEMMARY_PYTHON}")
# Of a provider that somebody runs; says that it was skipped when GEMMARY_PROVIDER_URL names none.
gemmary_test(tst_realprovider SOURCES integration/tst_realprovider.cpp DEPENDS gemmary_providers
             LABELS integration real)

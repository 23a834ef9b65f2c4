foreach(subject pacedmodel providers)
    gemmary_test(tst_${subject} SOURCES integration/tst_${subject}.cpp support/fakeserver.cpp
                 DEPENDS gemmary_providers LABELS integration)
    set_tests_properties(tst_${subject} PROPERTIES ENVIRONMENT "GEMMARY_PYTHON=${GEMMARY_PYTHON}")
endforeach()
# Of a provider that somebody runs; says that it was skipped when GEMMARY_PROVIDER_URL names none.
gemmary_test(tst_realprovider SOURCES integration/tst_realprovider.cpp DEPENDS gemmary_providers
             LABELS integration real)

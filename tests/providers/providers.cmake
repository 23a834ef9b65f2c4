# What our tests take for a provider, seen by the providers' own clients. Needs node, and npm's registry.
add_test(NAME providers_clients COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/providers/run.sh
         ${CMAKE_CURRENT_BINARY_DIR}/provider-clients ${GEMMARY_PYTHON})
set_tests_properties(providers_clients PROPERTIES TIMEOUT 300 LABELS providers)

# A real server of a real engine, built from its sources at first.
add_test(NAME providers_llama COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/providers/test_llama.py)
set_tests_properties(providers_llama PROPERTIES TIMEOUT 2400 LABELS providers ENVIRONMENT
    "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_REAL_PROVIDER_TEST=$<TARGET_FILE:tst_realprovider>")

# What our tests take for a provider, seen by the providers' own clients. Needs node, and npm's registry.
add_test(NAME providers_clients COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/providers/run.sh
         ${CMAKE_CURRENT_BINARY_DIR}/provider-clients ${GEMMARY_PYTHON})
set_tests_properties(providers_clients PROPERTIES TIMEOUT 300 LABELS providers)

# The listener over real sockets, with clients that are not ours: raw ones from Python, and curl.
add_executable(resthost rest/resthost.cpp)
target_link_libraries(resthost PRIVATE gemmary_options gemmary_rest_access gemmary_rest_http gemmary_system)
gemmary_precompile(resthost core)
foreach(subject syntax limits attacks access)
    add_test(NAME rest_${subject}
             COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/rest/test_${subject}.py)
    set_tests_properties(rest_${subject} PROPERTIES
        TIMEOUT 120 LABELS rest ENVIRONMENT "GEMMARY_RESTHOST=$<TARGET_FILE:resthost>")
endforeach()
gemmary_test(tst_requestparser SOURCES rest/tst_requestparser.cpp DEPENDS gemmary_rest_http LABELS unit)

# The whole of it, by curl and Node.
foreach(subject contract openapi compat)
    add_test(NAME rest_${subject}
             COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/rest/test_${subject}.py)
    set_tests_properties(rest_${subject} PROPERTIES
        TIMEOUT 300 LABELS rest ENVIRONMENT "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>")
endforeach()

# Thousands of requests made from the API's description; by hand a hundred thousand: --requests 100000.
add_test(NAME rest_random_requests
         COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/rest/test_random_requests.py)
set_tests_properties(rest_random_requests PROPERTIES
    TIMEOUT 600 LABELS rest ENVIRONMENT "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>")

# The real program on real folders, driven from Python.
foreach(subject run queue poison models keys verbs completion db serve remote reference)
    add_test(NAME e2e_${subject}
             COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/e2e/test_${subject}.py)
    set_tests_properties(e2e_${subject} PROPERTIES
        TIMEOUT 400 LABELS e2e ENVIRONMENT
        "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_BUILD=${CMAKE_BINARY_DIR}")
endforeach()

# Several machines on one database. The server is crashed meanwhile: nobody else may use it then.
foreach(subject shared migration travel quota)
    add_test(NAME e2e_${subject}
             COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/e2e/test_${subject}.py)
    set_tests_properties(e2e_${subject} PROPERTIES
        TIMEOUT 400 LABELS e2e FIXTURES_REQUIRED server RESOURCE_LOCK server
        ENVIRONMENT "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_TEST_SERVER=${server}/url")
endforeach()

add_test(NAME e2e_hosts COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/e2e/test_hosts.py)
set_tests_properties(e2e_hosts PROPERTIES TIMEOUT 400 LABELS e2e ENVIRONMENT
    "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_CHAOS_WORKER=$<TARGET_FILE:chaosworker>")

# The whole thousand documents one by one, which takes two minutes at the fake provider's limit.
add_test(NAME e2e_quota_long COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/e2e/test_quota.py SharedQuotaTest)
set_tests_properties(e2e_quota_long PROPERTIES
    TIMEOUT 600 LABELS "e2e;long" FIXTURES_REQUIRED server RESOURCE_LOCK server
    ENVIRONMENT "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_TEST_SERVER=${server}/url;GEMMARY_QUOTA_DOCUMENTS=1000")

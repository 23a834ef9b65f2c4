# Kills, freezes and storms against a real store; chaos.py checks the invariants by its own SQL.
add_executable(chaosworker chaos/chaosworker.cpp chaos/naivestore.cpp)
target_include_directories(chaosworker PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(chaosworker PRIVATE gemmary_analysis gemmary_intake gemmary_pipeline gemmary_store
                      gemmary_summary gemmary_text)
set(chaos_environment "GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>" "GEMMARY_CHAOS_WORKER=$<TARGET_FILE:chaosworker>")

# Two more minutes than it needs; `packaging/test.sh --long-chaos MINUTES` runs it for longer.
add_test(NAME chaos_safe
         COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/chaos/chaos.py --seconds 60 --seed 1)
add_test(NAME chaos_naive_protocol_is_noticed
         COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/chaos/chaos.py --seconds 60 --seed 2 --naive)
set_tests_properties(chaos_safe chaos_naive_protocol_is_noticed PROPERTIES
    TIMEOUT 300 LABELS chaos ENVIRONMENT "${chaos_environment}" RUN_SERIAL ON)

# On a server, whose network, power, disk and owner fail as well.
add_test(NAME chaos_server
         COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/chaos/chaos.py --seconds 60 --seed 3 --server ${server})
add_test(NAME chaos_server_naive_protocol_is_noticed
         COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/chaos/chaos.py --seconds 60 --seed 4 --naive
                 --server ${server})
set_tests_properties(chaos_server chaos_server_naive_protocol_is_noticed PROPERTIES
    TIMEOUT 400 LABELS chaos ENVIRONMENT "${chaos_environment}" RUN_SERIAL ON FIXTURES_REQUIRED server)

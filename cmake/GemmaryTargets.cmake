# gemmary_room(NAME SOURCES … DEPENDS … [PRIVATE_DEPENDS …]): one static library a room.
# DEPENDS is the room's part of the layer rule; tests/lint/check_layers holds includes to it.
function(gemmary_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(gemmary_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(gemmary_${name} PUBLIC gemmary_options ${ROOM_DEPENDS} PRIVATE ${ROOM_PRIVATE_DEPENDS})
    set_target_properties(gemmary_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    gemmary_precompile(gemmary_${name})
endfunction()

# Precompiled headers pay with clang (a quarter of the time); with g++ they cost more memory than they save.
function(gemmary_precompile target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled.h)
    endif()
endfunction()

# gemmary_test(NAME SOURCES … DEPENDS … [LABELS …]): one Qt Test program a subject.
function(gemmary_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE gemmary_options ${TEST_DEPENDS} Qt6::Test)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${name} PRIVATE
        GEMMARY_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" GEMMARY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    gemmary_precompile(${name})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}")
endfunction()

# gemmary_ui_test(NAME SOURCES … DEPENDS …): one of the window's parts, with the real engine behind it, on no screen.
function(gemmary_ui_test name)
    gemmary_test(${name} ${ARGN} LABELS ui)
    target_link_libraries(${name} PRIVATE gemmary_composition)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()

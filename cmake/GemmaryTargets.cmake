# gemmary_room(NAME SOURCES … DEPENDS … [PRIVATE_DEPENDS …]): one static library a room.
# DEPENDS is the room's part of the layer rule; tests/lint/check_layers holds includes to it.
function(gemmary_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(gemmary_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(gemmary_${name} PUBLIC gemmary_options ${ROOM_DEPENDS} PRIVATE ${ROOM_PRIVATE_DEPENDS})
    set_target_properties(gemmary_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    if(name MATCHES "^ui_|^desktop$")
        gemmary_precompile(gemmary_${name} window)
    elseif(name STREQUAL "cli")
        gemmary_precompile(gemmary_${name} cli)
    else()
        gemmary_precompile(gemmary_${name} core)
    endif()
endfunction()

# Headers precompiled once for the parts without a window, for the command line, for tests, and for the window's parts: half of
# the time that a build takes. Folders for analysis do without (CMAKE_DISABLE_PRECOMPILE_HEADERS), and see a missing #include.
function(gemmary_precompiled_headers kind header)
    add_library(gemmary_precompiled_${kind} STATIC ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    target_link_libraries(gemmary_precompiled_${kind} PRIVATE gemmary_options tl::expected ${ARGN})
    set_target_properties(gemmary_precompiled_${kind} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_precompile_headers(gemmary_precompiled_${kind} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/${header})
endfunction()

gemmary_precompiled_headers(core precompiled.h Qt6::Core)
gemmary_precompiled_headers(cli precompiledcli.h Qt6::Core CLI11::CLI11)
if(GEMMARY_GUI)
    gemmary_precompiled_headers(window precompiledwindow.h Qt6::Core Qt6::Gui Qt6::Widgets)
endif()

# gemmary_precompile(TARGET KIND): core, cli, test or window.
function(gemmary_precompile target kind)
    target_precompile_headers(${target} REUSE_FROM gemmary_precompiled_${kind})
endfunction()

# gemmary_test(NAME SOURCES … DEPENDS … [LABELS …]): one Qt Test program a subject.
function(gemmary_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT;PRECOMPILED" "SOURCES;DEPENDS;LABELS" ${ARGN})
    if(NOT TEST_PRECOMPILED)
        set(TEST_PRECOMPILED test)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE gemmary_options ${TEST_DEPENDS} Qt6::Test)
    # Qt Test reads other things where a test links more of Qt; g++ does without precompiled headers there.
    set_target_properties(${name} PROPERTIES AUTOMOC ON PCH_WARN_INVALID OFF)
    target_compile_definitions(${name} PRIVATE
        GEMMARY_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" GEMMARY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    gemmary_precompile(${name} ${TEST_PRECOMPILED})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}")
endfunction()

# gemmary_ui_test(NAME SOURCES … DEPENDS …): one of the window's parts, with the real engine behind it, on no screen.
function(gemmary_ui_test name)
    gemmary_test(${name} ${ARGN} LABELS ui PRECOMPILED window)
    target_link_libraries(${name} PRIVATE gemmary_composition)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()

# The real window on a screen of its own, driven from outside; needs Xvfb and takes the focus, so one at a time.
add_executable(dragsource ui/desktop/dragsource.cpp)
target_link_libraries(dragsource PRIVATE gemmary_options Qt6::Widgets)

foreach(subject window models automation services accessibility)
    add_test(NAME ui_${subject} COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/ui/desktop/test_${subject}.py)
    set_tests_properties(ui_${subject} PROPERTIES
        TIMEOUT 600 LABELS desktop RUN_SERIAL TRUE
        ENVIRONMENT "GEMMARY_WINDOW=$<TARGET_FILE:gemmary>;GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_DRAG_SOURCE=$<TARGET_FILE:dragsource>")
endforeach()

# What end-to-end tests drag from.
add_executable(dragsource ui/desktop/dragsource.cpp)
target_link_libraries(dragsource PRIVATE gemmary_options Qt6::Widgets)

add_test(NAME ui_accessibility COMMAND ${GEMMARY_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/ui/desktop/test_accessibility.py)
set_tests_properties(ui_accessibility PROPERTIES
    LABELS e2e
    TIMEOUT 300
    RUN_SERIAL TRUE
    ENVIRONMENT "GEMMARY_WINDOW=$<TARGET_FILE:gemmary>;GEMMARY_CLI=$<TARGET_FILE:gemmary-cli>;GEMMARY_DRAG_SOURCE=$<TARGET_FILE:dragsource>")

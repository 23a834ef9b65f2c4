# What end-to-end tests drag from.
add_executable(dragsource ui/desktop/dragsource.cpp)
target_link_libraries(dragsource PRIVATE gemmary_options Qt6::Widgets)

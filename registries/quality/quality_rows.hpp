#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "registries/sources/source.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// The layouts whose tables the registry has and that have all of these columns.
std::vector<const Layout*> layouts_with(const Registry& registry,
                                        std::initializer_list<std::string_view> columns);

/// SQL for the key of a row of `layout`: its items with / between them. `row` is the name of the row.
std::string key_sql(const Layout& layout, std::string_view row);

/// 琴似一条一丁目 of a row named `row`, in SQL.
std::string town_name_sql(std::string_view row);

/// 12.3
std::string kilometres(double metres);

/// 35.123456,139.123456
std::string point_text(double latitude, double longitude);

}  // namespace daicho

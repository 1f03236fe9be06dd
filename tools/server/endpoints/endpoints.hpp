#pragma once

#include <vector>

#include "tools/server/router.hpp"

/// One file a group of endpoints gives its lines of the table of routes.
namespace daicho {

void add_point_routes(std::vector<Route>& routes);
void add_about_routes(std::vector<Route>& routes);
void add_page_routes(std::vector<Route>& routes);

}  // namespace daicho

#pragma once

#include <vector>

#include "tools/server/router.hpp"

/// One file a group of endpoints gives its lines of the table of routes.
namespace daicho {

void add_point_routes(std::vector<Route>& routes);
void add_search_routes(std::vector<Route>& routes);
void add_text_routes(std::vector<Route>& routes);
void add_batch_routes(std::vector<Route>& routes);
void add_dataset_routes(std::vector<Route>& routes);
void add_feed_routes(std::vector<Route>& routes);
void add_reconciliation_routes(std::vector<Route>& routes);
void add_about_routes(std::vector<Route>& routes);
void add_page_routes(std::vector<Route>& routes);

}  // namespace daicho

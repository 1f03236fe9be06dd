#include "tools/server/endpoints/endpoints.hpp"

namespace daicho {

const std::vector<Route>& routes() {
    static const std::vector<Route> all = [] {
        std::vector<Route> made;
        add_point_routes(made);
        add_search_routes(made);
        add_text_routes(made);
        add_batch_routes(made);
        add_dataset_routes(made);
        add_feed_routes(made);
        add_reconciliation_routes(made);
        add_about_routes(made);
        add_page_routes(made);
        return made;
    }();
    return all;
}

}  // namespace daicho

#include "tools/server/endpoints/endpoints.hpp"

namespace daicho {

const std::vector<Route>& routes() {
    static const std::vector<Route> all = [] {
        std::vector<Route> made;
        add_point_routes(made);
        add_about_routes(made);
        add_page_routes(made);
        return made;
    }();
    return all;
}

}  // namespace daicho

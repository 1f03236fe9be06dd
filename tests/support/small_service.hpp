#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/builder/builder.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tools/server/respond.hpp"
#include "tools/server/router.hpp"
#include "tools/server/service.hpp"
#include "tools/server/target.hpp"

namespace daicho {

/// A registry of the small cuts of tests/data, made once a program.
inline const std::string& served_registry() {
    static const ScratchFolder scratch;
    static const std::string path = [] {
        const std::string data = std::string(DAICHO_SOURCE_DIR) + "/tests/data/";
        std::string made = scratch / "served.sqlite";
        build_registry(made,
                       {data + "digital-agency", data + "japanpost", data + "mext", data + "nta-tottori",
                        data + "moji-cases"},
                       {});
        return made;
    }();
    return path;
}

inline std::vector<std::string> names_of_routes() {
    std::vector<std::string> names;
    for (const Route& route : routes()) names.emplace_back(route.pattern);
    return names;
}

/// A service of that registry that is open.
class SmallService : public Service {
 public:
    explicit SmallService(const std::string& registry = served_registry())
        : Service({.knowledge = {.registry = registry}, .language = Language::en}, names_of_routes()) {
        open();
    }

    Response get(std::string_view target, std::vector<Header> headers = {}) {
        Request request;
        request.headers = std::move(headers);
        return asked(request, target);
    }
    Response post(std::string_view target, std::string body, std::string type = "application/json") {
        Request request;
        request.method = Method::post;
        request.body = std::move(body);
        if (!type.empty()) request.headers.push_back({"content-type", std::move(type)});
        return asked(request, target);
    }

 private:
    Response asked(Request& request, std::string_view target) {
        if (!read_target(target, request)) return {0, {}, {}, {}};
        return respond(*this, request);
    }
};

/// The service that all tests of a program may share.
inline SmallService& small_service() {
    static SmallService service;
    return service;
}

inline std::string header_of(const Response& response, std::string_view name) {
    for (const Header& header : response.headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

}  // namespace daicho

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "tools/server/http_message.hpp"
#include "tools/server/service.hpp"

namespace daicho {

struct Route;

/// What a handler works with. Lives for the call.
struct Call {
    const Request& request;
    const Route& route;
    std::string_view id;  ///< what stands for {id} in the pattern
    Service& service;
    const std::shared_ptr<const Snapshot>& data;  ///< null only where the route needs none
    Language language = Language::ja;
    std::chrono::steady_clock::time_point deadline;  ///< what is not found by then is left out

    /// The value of a parameter; empty where it is not given.
    std::string_view text(std::string_view name) const;
    /// A number that was checked already.
    std::size_t number(std::string_view name, std::size_t otherwise) const;
    bool is_late() const { return std::chrono::steady_clock::now() >= deadline; }
};

/// Takes the body of a request in parts and answers in parts. What it answers to does not depend on where the
/// parts are cut.
class BodyStream {
 public:
    virtual ~BodyStream() = default;
    /// Appends what there is to say now.
    virtual void take(std::string_view part, std::string& out) = 0;
    virtual void finish(std::string& out) = 0;
};

enum class ParameterKind : std::uint8_t { text, number, day, degrees, words };

struct RouteParameter {
    std::string_view name;
    Text help;
    ParameterKind kind = ParameterKind::text;
    std::vector<std::string_view> words{};  ///< of `words`: those that there are
    std::size_t most = 0;                   ///< of a number
    bool needed = false;
};

/// A request that is made by the tests and shown by /openapi.json.
struct RouteExample {
    std::string_view target;
    unsigned status = 200;
    std::string_view body{};
    std::string_view type{};
};

/// One line of the table that router, checks of parameters, /openapi.json and the conformance tests share.
struct Route {
    Method method = Method::get;
    std::string_view pattern;  ///< "/v1/corporations/{id}"
    std::string_view group;
    Text help;
    std::vector<RouteParameter> parameters;
    Response (*answer)(const Call&) = nullptr;
    std::string_view schema;  ///< of the answer, in `schemas()`; empty: no JSON
    std::vector<RouteExample> examples;
    std::string_view answer_type = "application/json";
    bool needs_data = true;  ///< there must be a registry, or what is compiled in
    bool cached = true;      ///< the same target gives the same answer as long as the data are the same
    bool heavy = false;      ///< may take longer than a few milliseconds
    std::size_t body_limit = 1u << 20;
    std::vector<std::string_view> body_types{};                  ///< of a body; empty: any
    std::unique_ptr<BodyStream> (*open)(const Call&) = nullptr;  ///< instead of `answer`
    unsigned seconds = 10;                                       ///< that making the answer may take
};

/// Every route, in the order of /openapi.json.
const std::vector<Route>& routes();

/// The JSON Schemas of answers, as the members of components/schemas.
std::string_view schemas();

struct RouteFound {
    const Route* route = nullptr;  ///< null: there is no such path, or not with this method
    std::string_view id;
    std::vector<Method> allowed;  ///< methods that the path has
};

/// The route of a path. What it gives views `path`.
RouteFound find_route(Method method, std::string_view path);

/// Parameters that every route below /v1 takes as well.
std::span<const RouteParameter> common_parameters();

/// Throws Refusal where a parameter is unknown, comes twice, lacks or has a wrong value.
void check_parameters(const Route& route, const Request& request);

/// The path that was probably meant; empty: none.
std::string_view nearest_path(std::string_view path);

/// The number of a route in `routes()`; behind the last one where it is null.
std::size_t route_number(const Route* route);

}  // namespace daicho

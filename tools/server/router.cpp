#include "tools/server/router.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "grammars/text/join.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/values/date.hpp"
#include "tools/server/problem.hpp"

namespace daicho {

namespace {

/// What every path below /v1 takes.
const std::vector<RouteParameter> shared_parameters{
    {"format", {"出力の形式", "output format"}, ParameterKind::words, {"json", "geojson", "csv"}},
    {"lang", {"説明の言語", "language of messages"}, ParameterKind::words, {"ja", "en"}},
    {"generation",
     {"データの世代。今の世代のときだけ答え、その答えは変わらない",
      "generation of the data: only that one answers, and its answer never changes"}},
};

bool takes_shared(const Route& route) {
    return route.pattern.starts_with("/v1/");
}

/// Whether `path` fits; `id` is what stands for the part in braces.
bool fits(std::string_view pattern, std::string_view path, std::string_view& id) {
    const std::size_t brace = pattern.find('{');
    if (brace == pattern.npos) return pattern == path;
    if (!path.starts_with(pattern.substr(0, brace))) return false;
    id = path.substr(brace);
    return !id.empty() && id.find('/') == id.npos;
}

const RouteParameter* parameter_of(const Route& route, std::string_view name) {
    const auto own = std::ranges::find(route.parameters, name, &RouteParameter::name);
    if (own != route.parameters.end()) return &*own;
    if (!takes_shared(route)) return nullptr;
    const auto shared = std::ranges::find(shared_parameters, name, &RouteParameter::name);
    return shared == shared_parameters.end() ? nullptr : &*shared;
}

[[noreturn]] void refuse_unknown(const Route& route, const std::string& name) {
    std::vector<std::string_view> names;
    for (const RouteParameter& one : route.parameters) names.push_back(one.name);
    if (takes_shared(route)) {
        for (const RouteParameter& one : shared_parameters) names.push_back(one.name);
    }
    const std::string near(nearest(name, names));
    const std::string all = joined(names, ", ");
    BothTexts what{"「" + name + "」というパラメーターはありません。",
                   "there is no parameter '" + name + "'"};
    if (!near.empty()) {
        what.ja += "「" + near + "」ではありませんか。";
        what.en += "; did you mean '" + near + "'?";
    } else if (!all.empty()) {
        what.ja += "使えるもの: " + all + "。";
        what.en += "; this path takes " + all;
    }
    throw Refusal{problems::unknown_parameter, std::move(what), name};
}

[[noreturn]] void refuse_value(const RouteParameter& parameter, const std::string& ja,
                               const std::string& en) {
    const std::string name(parameter.name);
    throw Refusal{problems::bad_value, {name + " は " + ja + "。", name + " must be " + en}, name};
}

void check_value(const RouteParameter& parameter, const std::string& value) {
    switch (parameter.kind) {
        case ParameterKind::text:
            return;
        case ParameterKind::number: {
            std::size_t number = 0;
            const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (wrong == std::errc{} && end == value.data() + value.size() && number <= parameter.most)
                return;
            const std::string most = std::to_string(parameter.most);
            refuse_value(parameter, "0 から " + most + " までの整数です", "a whole number up to " + most);
        }
        case ParameterKind::day:
            if (date_type.is_canonical(value, {})) return;
            refuse_value(parameter, "「2024-04-18」のような日付です", "a day such as 2024-04-18");
        case ParameterKind::degrees: {
            char* end = nullptr;
            const double degrees = std::strtod(value.c_str(), &end);
            const bool plain = value.find_first_not_of("+-.0123456789") == value.npos;
            if (plain && !value.empty() && *end == '\0' && std::abs(degrees) <= 180) return;
            refuse_value(parameter, "「35.681」のような度です", "degrees such as 35.681");
        }
        case ParameterKind::words:
            if (std::ranges::find(parameter.words, value) != parameter.words.end()) return;
            const std::string near(nearest(value, parameter.words));
            const std::string all = joined(parameter.words, ", ");
            refuse_value(parameter,
                         all + " のどれかです" + (near.empty() ? "" : "。「" + near + "」ではありませんか"),
                         "one of " + all + (near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
}

}  // namespace

std::string_view Call::text(std::string_view name) const {
    const std::string* value = request.parameter(name);
    return value ? std::string_view(*value) : std::string_view();
}

std::size_t Call::number(std::string_view name, std::size_t otherwise) const {
    const std::string_view value = text(name);
    std::size_t number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

RouteFound find_route(Method method, std::string_view path) {
    RouteFound found;
    const Method wanted = method == Method::head ? Method::get : method;
    for (const Route& route : routes()) {
        std::string_view id;
        if (!fits(route.pattern, path, id)) continue;
        if (route.method == wanted) return {&route, id, {}};
        found.allowed.push_back(route.method);
    }
    return found;
}

std::span<const RouteParameter> common_parameters() {
    return shared_parameters;
}

void check_parameters(const Route& route, const Request& request) {
    for (std::size_t i = 0; i < request.query.size(); ++i) {
        const QueryItem& item = request.query[i];
        const RouteParameter* parameter = parameter_of(route, item.name);
        if (!parameter) refuse_unknown(route, item.name);
        if (request.parameter(item.name) != &item.value) {
            throw Refusal{problems::bad_value,
                          {item.name + " が2回あります。", item.name + " is given twice"},
                          item.name};
        }
        if (!item.value.empty() || parameter->needed)
            check_value(*parameter, item.value);  // forms send all they have
    }
    for (const RouteParameter& parameter : route.parameters) {
        if (!parameter.needed || request.parameter(parameter.name)) continue;
        const std::string name(parameter.name);
        throw Refusal{
            problems::missing_parameter, {name + " を指定してください。", name + " is needed"}, name};
    }
}

std::string_view nearest_path(std::string_view path) {
    // Left out of the comparison: it would make short names alike, and many leave it out.
    static constexpr std::string_view version = "/v1";
    const auto rest_of = [](std::string_view whole) {
        return whole.starts_with(version) ? whole.substr(version.size()) : whole;
    };
    static const std::vector<std::string_view> rests = [&] {
        std::vector<std::string_view> all;
        for (const Route& route : routes()) all.push_back(rest_of(route.pattern));
        return all;
    }();
    if (path.size() > 100) return {};
    const std::string_view rest = rest_of(path);
    std::string_view near;
    if (const std::size_t slash = rest.find('/', 1); slash != rest.npos)
        near = nearest(std::string(rest.substr(0, slash)) + "/{id}", rests);
    if (!near.ends_with("}")) near = nearest(rest, rests);
    if (near.empty()) return {};
    return routes()[static_cast<std::size_t>(std::ranges::find(rests, near) - rests.begin())].pattern;
}

std::size_t route_number(const Route* route) {
    return route ? static_cast<std::size_t>(route - routes().data()) : routes().size();
}

}  // namespace daicho

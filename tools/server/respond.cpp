#include "tools/server/respond.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/gzip_bytes.hpp"
#include "tools/server/accepting.hpp"
#include "tools/server/problem.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

constexpr std::size_t least_to_compress = 1024;
constexpr std::string_view gzip_mark = "-gz";

Language language_of(const Service& service, const Request& request) {
    const std::string* asked = request.parameter("lang");
    if (asked && *asked == "ja") return Language::ja;
    if (asked && *asked == "en") return Language::en;
    return accepted_language(request.header("accept-language"), service.options().language);
}

/// FNV-1a of what decides the answer.
std::string digest_of(const std::vector<std::string_view>& parts) {
    std::uint64_t hash = 14695981039346656037u;
    const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211u; };
    for (const std::string_view part : parts) {
        for (const char c : part) add(static_cast<unsigned char>(c));
        add(0);
    }
    char text[20];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

/// The generation and a digest of the canonical query: items in the order of their names, the generation
/// itself left out.
std::string etag_of(const Request& request, const Plan& plan) {
    std::vector<const QueryItem*> items;
    for (const QueryItem& item : request.query) {
        if (item.name != "generation" && item.name != "lang") items.push_back(&item);
    }
    std::ranges::sort(items, {}, [](const QueryItem* item) { return std::string_view(item->name); });
    std::vector<std::string_view> parts{version(), request.path, plan.language == Language::ja ? "ja" : "en",
                                        request.header("accept")};
    for (const QueryItem* item : items) {
        parts.push_back(item->name);
        parts.push_back(item->value);
    }
    return (plan.data ? plan.data->generation() : std::string("page")) + "-" + digest_of(parts);
}

bool has_tag(std::string_view list, std::string_view tag) {
    return list.find("\"" + std::string(tag) + "\"") != list.npos ||
           list.find("\"" + std::string(tag).append(gzip_mark) + "\"") != list.npos;
}

void add_caching(const Request& request, const Plan& plan, Response& response) {
    if (plan.etag.empty()) {
        response.headers.push_back({"Cache-Control", "no-store"});
        return;
    }
    response.headers.push_back({"ETag", "\"" + plan.etag + "\""});
    const bool fixed = request.parameter("generation") != nullptr;
    response.headers.push_back(
        {"Cache-Control", fixed ? "public, max-age=31536000, immutable" : "public, no-cache"});
}

void add_common(const Service& service, Response& response) {
    const auto has = [&](std::string_view name) {
        return std::ranges::find(response.headers, name, &Header::name) != response.headers.end();
    };
    response.headers.push_back({"Vary", "Accept, Accept-Encoding, Accept-Language"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    if (!has("Content-Security-Policy"))
        response.headers.push_back({"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    if (!service.options().cors.empty()) {
        response.headers.push_back({"Access-Control-Allow-Origin", service.options().cors});
        response.headers.push_back({"Access-Control-Expose-Headers", "ETag, Retry-After"});
    }
}

void compress(const Request& request, Response& response) {
    if (response.body.size() < least_to_compress || !accepts_gzip(request.header("accept-encoding"))) return;
    response.body = gzip_bytes(response.body);
    response.headers.push_back({"Content-Encoding", "gzip"});
    for (Header& header : response.headers) {
        if (header.name == "ETag") header.value.insert(header.value.size() - 1, gzip_mark);
    }
}

Response preflight(const RouteFound& found) {
    Response response{204, {}, {}, {}};
    std::string methods = "OPTIONS";
    for (const Method method : found.allowed) methods.append(", ").append(to_string(method));
    response.headers.push_back({"Allow", methods});
    response.headers.push_back({"Access-Control-Allow-Methods", methods});
    response.headers.push_back({"Access-Control-Allow-Headers", "Content-Type, If-None-Match"});
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
    return response;
}

[[noreturn]] void refuse_path(const Request& request, const RouteFound& found) {
    if (found.allowed.empty()) {
        const std::string near(nearest_path(request.path));
        throw Refusal{problems::unknown_path,
                      {"この URL はありません。" + (near.empty() ? "URL の一覧は /openapi.json にあります。"
                                                                 : "「" + near + "」ではありませんか。"),
                       "there is no such path; " +
                           (near.empty() ? "/openapi.json lists them" : "did you mean '" + near + "'?")}};
    }
    throw Refusal{problems::method_not_allowed,
                  {"この URL で使えるメソッドは " + std::string(to_string(found.allowed.front())) + " です。",
                   "this path takes " + std::string(to_string(found.allowed.front()))}};
}

void check_generation(const Request& request, const Plan& plan) {
    const std::string* asked = request.parameter("generation");
    if (!asked || !plan.data || *asked == plan.data->generation()) return;
    throw Refusal{problems::other_generation,
                  {"今の世代は " + plan.data->generation() + " です。",
                   "the present generation is " + plan.data->generation()},
                  "generation"};
}

void check_body_type(const Route& route, const Request& request) {
    if (route.method != Method::post || route.body_types.empty()) return;
    std::string_view type = request.header("content-type");
    type = type.substr(0, type.find(';'));
    if (type.empty() || std::ranges::find(route.body_types, type) != route.body_types.end()) return;
    std::string all;
    for (const std::string_view one : route.body_types) all.append(all.empty() ? "" : ", ").append(one);
    throw Refusal{problems::unsupported_type, {"本文の種類は " + all + " です。", "the body must be " + all}};
}

void make_plan(Service& service, const Request& request, Plan& plan) {
    const RouteFound found = find_route(request.method, request.path);
    if (request.method == Method::options && !found.allowed.empty()) {
        plan.done = preflight(found);
        return;
    }
    if (!found.route) refuse_path(request, found);
    plan.route = found.route;
    plan.id = found.id;
    check_parameters(*found.route, request);
    check_body_type(*found.route, request);
    plan.data = service.now();
    if (!plan.data && found.route->needs_data) {
        throw Refusal{problems::not_ready,
                      {"台帳ファイルを開いています。しばらくしてからもう一度試してください。",
                       "the registry is being opened; try again in a moment"}};
    }
    check_generation(request, plan);
    if (!found.route->cached || found.route->method != Method::get) return;
    plan.etag = etag_of(request, plan);
    if (const std::string_view known = request.header("if-none-match"); has_tag(known, plan.etag)) {
        plan.done = Response{304, {}, {}, {}};
        add_caching(request, plan, *plan.done);
    }
}

const ProblemKind& problem_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return problems::bad_value;
        case ErrorKind::input:
            return problems::out_of_scope;
        case ErrorKind::limit:
            return problems::too_large;
        case ErrorKind::registry:
            return problems::registry_failed;
        case ErrorKind::system:
            break;
    }
    return problems::internal;
}

/// What `make` gives, or the problem that it ends with.
template <class Make>
Response guarded(Language language, const Make& make) {
    try {
        return make();
    } catch (const Refusal& refusal) {
        return problem_response(refusal, language);
    } catch (const Error& error) {
        const ProblemKind& kind = problem_of(error.kind());
        // What failed on this machine is no business of a client.
        if (kind.status >= 500) return problem_response({kind, BothTexts(kind.title)}, language);
        return problem_response({kind, {error.ja(), error.en()}}, language);
    } catch (const std::exception&) {
        return problem_response({problems::internal, BothTexts(problems::internal.title)}, language);
    }
}

Call call_of(Service& service, const Request& request, const Plan& plan) {
    return {request,
            *plan.route,
            plan.id,
            service,
            plan.data,
            plan.language,
            std::chrono::steady_clock::now() + std::chrono::seconds(plan.route->seconds)};
}

void finish(Service& service, const Request& request, const Plan& plan, Response& response) {
    if (response.status == 200 && plan.route) add_caching(request, plan, response);
    add_common(service, response);
    if (response.status != 304) compress(request, response);
}

std::string run_stream(BodyStream& stream, std::string_view body) {
    std::string out;
    stream.take(body, out);
    stream.finish(out);
    return out;
}

}  // namespace

Plan plan_answer(Service& service, const Request& request) {
    Plan plan;
    plan.language = language_of(service, request);
    Response refused = guarded(plan.language, [&] {
        make_plan(service, request, plan);
        return Response{0, {}, {}, {}};
    });
    if (refused.status != 0) plan.done = std::move(refused);
    return plan;
}

Response answer_planned(Service& service, const Request& request, Plan& plan) {
    if (!plan.done) {
        plan.done = guarded(plan.language, [&]() -> Response {
            const Call call = call_of(service, request, plan);
            if (plan.route->open) {
                const auto stream = plan.route->open(call);
                return {200, std::string(plan.route->answer_type), {}, run_stream(*stream, request.body)};
            }
            return plan.route->answer(call);
        });
    }
    Response response = std::move(*plan.done);
    finish(service, request, plan, response);
    return response;
}

std::unique_ptr<BodyStream> open_stream(Service& service, const Request& request, Plan& plan,
                                        Response& head) {
    std::unique_ptr<BodyStream> stream;
    head = guarded(plan.language, [&]() -> Response {
        stream = plan.route->open(call_of(service, request, plan));
        return {200, std::string(plan.route->answer_type), {}, {}};
    });
    finish(service, request, plan, head);
    return stream;
}

Response respond(Service& service, const Request& request) {
    Plan plan = plan_answer(service, request);
    return answer_planned(service, request, plan);
}

Response refused(Service& service, const Request& request, const ProblemKind& kind, const Text& detail) {
    Response response = problem_response({kind, BothTexts(detail)}, language_of(service, request));
    add_common(service, response);
    return response;
}

}  // namespace daicho

// What the service says of itself.
#include "grammars/formats/json_writer.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/openapi.hpp"
#include "tools/server/problem.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

Response plain_json(std::string body) {
    body += '\n';
    return {200, "application/json", {}, std::move(body)};
}

Response answer_health(const Call&) {
    return plain_json(R"({"status":"ok"})");
}

Response answer_readiness(const Call& call) {
    if (!call.data) {
        throw Refusal{problems::not_ready, {"台帳ファイルを開いています。", "the registry is being opened"}};
    }
    std::string body;
    JsonWriter{body}
        .begin_object()
        .key("status")
        .string("ready")
        .key("generation")
        .string(call.data->generation())
        .end_object();
    return plain_json(std::move(body));
}

Response answer_version(const Call& call) {
    std::string body;
    JsonWriter json{body};
    json.begin_object().key("name").string("daicho").key("version").string(version()).end_object();
    body.pop_back();
    close_answer(body, *call.data, nullptr, true);
    return {200, "application/json", {}, std::move(body)};
}

Response answer_metrics(const Call& call) {
    Response response{200, "text/plain; version=0.0.4; charset=utf-8", {}, {}};
    call.service.metrics().append_text(response.body);
    return response;
}

Response answer_openapi(const Call&) {
    return {200, "application/json", {}, openapi_document()};
}

Response answer_conformance(const Call&) {
    std::string body;
    JsonWriter json{body};
    json.begin_object().key("conformsTo").begin_array();
    for (const std::string_view one :
         {"https://spec.openapis.org/oas/v3.1.0", "https://www.rfc-editor.org/rfc/rfc9457",
          "https://www.rfc-editor.org/rfc/rfc7946", "https://www.rfc-editor.org/rfc/rfc9110"})
        json.string(one);
    json.end_array().end_object();
    return plain_json(std::move(body));
}

}  // namespace

void add_about_routes(std::vector<Route>& routes) {
    const auto add = [&](std::string_view pattern, Text help, Response (*answer)(const Call&),
                         std::string_view schema, bool needs_data) {
        routes.push_back({.pattern = pattern,
                          .group = "about",
                          .help = help,
                          .answer = answer,
                          .schema = schema,
                          .examples = {{pattern}},
                          .needs_data = needs_data,
                          .cached = false});
    };
    add("/openapi.json", {"この文書（OpenAPI 3.1）", "the OpenAPI 3.1 document"}, answer_openapi, "OpenApi",
        false);
    add("/conformance", {"準拠する仕様", "specifications that the service follows"}, answer_conformance,
        "Conformance", false);
    add("/healthz", {"動いているか", "whether the process is alive"}, answer_health, "Health", false);
    add("/readyz", {"答えられるか", "whether it can answer"}, answer_readiness, "Health", false);
    add("/version", {"版とデータの世代", "version and generation of the data"}, answer_version, "Version",
        true);
    add("/metrics", {"件数と時間（Prometheus）", "counters for Prometheus"}, answer_metrics, "", false);
    routes.back().answer_type = "text/plain";
}

}  // namespace daicho

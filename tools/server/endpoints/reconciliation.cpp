// The W3C Reconciliation API 0.2
// (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "grammars/formats/json_value.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/body_items.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/endpoints/reconciliation.hpp"
#include "tools/server/problem.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

constexpr std::size_t usual_candidates = 5;

std::string base_address(const Call& call) {
    const std::string_view forwarded = call.request.header("x-forwarded-proto");
    const std::string_view host = call.request.header("host");
    return std::string(forwarded == "https" ? "https" : "http")
        .append("://")
        .append(host.empty() ? "localhost" : host);
}

void write_suggest_service(JsonWriter& json, std::string_view what, const std::string& base) {
    json.key(what).begin_object().key("service_url").string(base);
    json.key("service_path").string(std::string("/reconcile/suggest/").append(what)).end_object();
}

Response service_manifest(const Call& call) {
    const std::string base = base_address(call);
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("versions").begin_array().string("0.2").end_array();
    json.key("name").string("daicho");
    json.key("identifierSpace")
        .string(base + "/reconcile/id/")
        .key("schemaSpace")
        .string(base + "/reconcile/type/");
    json.key("documentation").string(base + "/openapi.json").key("serviceVersion").string(version());
    json.key("batchSize").number(most_entities);
    json.key("view").begin_object().key("url").string(base + "/reconcile/view?id={{id}}").end_object();
    json.key("defaultTypes").begin_array();
    for (const std::string_view type : entity_types)
        write_entity_type(json, *served_kind(type), call.language);
    json.end_array();
    json.key("suggest").begin_object();
    for (const std::string_view what : {"entity", "property", "type"})
        write_suggest_service(json, what, base);
    json.end_object();
    json.key("preview").begin_object().key("url").string(base + "/reconcile/preview?id={{id}}");
    json.key("width").number(400).key("height").number(200).end_object();
    json.key("extend").begin_object().key("propose_properties").begin_object();
    json.key("service_url").string(base).key("service_path").string("/reconcile/properties").end_object();
    json.key("property_settings").begin_array().end_array().end_object();
    json.end_object();
    response.body += '\n';
    return response;
}

// ---- queries ----

/// The text of a value of a property: itself, the name of an entity, the first of several.
std::string_view property_text(const JsonValue& value) {
    if (value.kind == JsonKind::array)
        return value.items.empty() ? std::string_view() : property_text(value.items.front());
    if (value.kind == JsonKind::object) {
        const std::string_view name = value.text_of("name");
        return name.empty() ? value.text_of("id") : name;
    }
    return value.text;
}

std::vector<const ServedKind*> types_of(const JsonValue& query) {
    std::vector<const ServedKind*> kinds;
    const auto add = [&](std::string_view type) {
        if (std::ranges::find(entity_types, type) != std::end(entity_types))
            kinds.push_back(served_kind(type));
    };
    const JsonValue* type = query.find("type");
    if (type && type->kind == JsonKind::string) add(type->text);
    if (type && type->kind == JsonKind::array) {
        for (const JsonValue& one : type->items) add(one.text);
    }
    if (!type) kinds.push_back(served_kind("corporation"));
    return kinds;
}

/// 0 to 100 by the rank of the match, which orders kinds of agreement.
unsigned score_of(const LookupMatch& match) {
    const unsigned lost = std::min(match.rank, 60u);
    return match.sure && !match.tied && match.rank == 0 ? 100 : 95 - lost - (match.sure ? 0 : 15);
}

void write_candidate(JsonWriter& json, const ServedKind& kind, const LookupMatch& match, bool sure,
                     Language language) {
    json.begin_object().key("id").string(entity_id(kind, id_of(kind, match.fields)));
    json.key("name").string(entity_name(match.fields));
    json.key("description").string(std::string(text_of(match.fields, "address")));
    json.key("score").number(score_of(match)).key("match").boolean(sure);
    json.key("type").begin_array();
    write_entity_type(json, kind, language);
    json.end_array();
    json.key("features").begin_array().begin_object().key("id").string(match.reason.key);
    json.key("value").boolean(true).end_object().end_array();
    json.end_object();
}

void answer_query(const Call& call, const JsonValue& query, JsonWriter& json) {
    LookupContext context;
    context.limit = usual_candidates;
    std::string_view text = query.text_of("query");
    if (const JsonValue* limit = query.find("limit"); limit && limit->kind == JsonKind::number)
        context.limit = std::clamp<std::size_t>(std::strtoul(limit->text.c_str(), nullptr, 10), 1, 50);
    if (const JsonValue* properties = query.find("properties")) {
        for (const JsonValue& property : properties->items) {
            const JsonValue* value = property.find("v");
            const std::string_view id = property.text_of("pid");
            if (!value) continue;
            if (id == "address") context.corporations.address = property_text(*value);
            if (id == "lg_code" || id == "localGovernmentCode") context.area = property_text(*value);
            if ((id == "corporate_number" || id == "school_code") && text.empty())
                text = property_text(*value);
        }
    }
    json.begin_object().key("result").begin_array();
    for (const ServedKind* kind : types_of(query)) {
        if (text.empty() || call.is_late()) break;
        const LookupAnswer found = call.data->knowledge().look_up(kind->kind, text, context);
        const bool sure = found.status() == LookupAnswer::Status::found;
        for (const LookupMatch& match : found.matches) {
            if (id_of(*kind, match.fields).empty()) continue;
            write_candidate(json, *kind, match, sure && &match == &found.matches.front(), call.language);
        }
    }
    json.end_array().end_object();
}

Response answer_queries(const Call& call, std::string_view text) {
    const JsonValue queries = parsed_object(text, "queries");
    if (queries.members.size() > most_entities) {
        throw Refusal{
            problems::too_large, {"一度に 1000 件までです。", "up to 1000 queries at once"}, "queries"};
    }
    Response response;
    JsonWriter json{response.body};
    json.begin_object();
    for (const JsonValue& query : queries.members) {
        answer_query(call, query, json.key(query.name));
    }
    json.end_object();
    response.body += '\n';
    return response;
}

Response answer_service(const Call& call) {
    if (const std::string_view queries = call.text("queries"); !queries.empty())
        return answer_queries(call, queries);
    if (const std::string_view extend = call.text("extend"); !extend.empty())
        return answer_extension(call, extend);
    return service_manifest(call);
}

Response answer_service_post(const Call& call) {
    return answer_with_body(call, answer_service);
}

const RouteParameter lang_parameter{"lang", {"説明の言語", "language"}, ParameterKind::words, {"ja", "en"}};
const RouteParameter prefix_parameter{"prefix", {"始まり", "what was typed"}};
const RouteParameter count_parameter{"limit", {"件数", "how many"}, ParameterKind::number, {}, 100};
const RouteParameter cursor_parameter{"cursor", {"使わない", "ignored"}};
const RouteParameter type_parameter{"type", {"型", "a type"}};
const RouteParameter entity_parameter{"id", {"ID", "id of an entity"}, ParameterKind::text, {}, 0, true};

}  // namespace

void add_reconciliation_routes(std::vector<Route>& routes) {
    const auto add = [&](std::string_view pattern, Text help, std::vector<RouteParameter> parameters,
                         Response (*answer)(const Call&), std::string_view schema,
                         std::vector<RouteExample> examples, bool heavy) {
        routes.push_back({.pattern = pattern,
                          .group = "reconciliation",
                          .help = help,
                          .parameters = std::move(parameters),
                          .answer = answer,
                          .schema = schema,
                          .examples = std::move(examples),
                          .cached = false,
                          .heavy = heavy});
        routes.back().parameters.push_back(lang_parameter);
    };
    const std::vector<RouteParameter> service{{"queries", {"照合する値", "named queries, as JSON"}},
                                              {"extend", {"項目の取り出し", "data extension, as JSON"}}};
    add("/reconcile", {"W3C Reconciliation 0.2", "W3C Reconciliation 0.2"}, service, answer_service,
        "Reconciliation",
        {{"/reconcile"},
         {"/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE%E3%83%"
          "88%E3%82%B7%E3%82%B1%E3%83%B3%22%7D%7D"},
         {"/reconcile?queries=x", 400}},
        true);
    routes.push_back(routes.back());
    routes.back().method = Method::post;
    routes.back().answer = answer_service_post;
    routes.back().body_types = {"application/x-www-form-urlencoded", "application/json"};
    routes.back().examples = {{"/reconcile", 200,
                               "queries=%7B%22q0%22%3A%7B%22query%22%3A%22%E5%A4%A7%E5%AE%AE%E5%B8%82%22%2C%"
                               "22type%22%3A%22municipality%22%7D%7D",
                               "application/x-www-form-urlencoded"},
                              {"/reconcile", 200,
                               "extend=%7B%22ids%22%3A%5B%22municipality%2F131016%22%5D%2C%22properties%22%"
                               "3A%5B%7B%22id%22%3A%22name%22%7D%5D%7D",
                               "application/x-www-form-urlencoded"}};
    add("/reconcile/suggest/entity", {"候補", "entities"},
        {prefix_parameter, type_parameter, count_parameter, cursor_parameter}, answer_entity_suggestions,
        "Suggestions", {{"/reconcile/suggest/entity?prefix=%E5%8D%83%E4%BB%A3"}}, true);
    add("/reconcile/suggest/property", {"項目", "properties"},
        {prefix_parameter, count_parameter, cursor_parameter}, answer_property_suggestions, "Suggestions",
        {{"/reconcile/suggest/property?prefix=na"}}, false);
    add("/reconcile/suggest/type", {"型", "types"}, {prefix_parameter, count_parameter, cursor_parameter},
        answer_type_suggestions, "Suggestions", {{"/reconcile/suggest/type?prefix=corp"}}, false);
    add("/reconcile/properties", {"取り出せる項目", "properties of a type"},
        {prefix_parameter, type_parameter, count_parameter}, answer_proposal, "Proposal",
        {{"/reconcile/properties?type=corporation&limit=10"}}, false);
    for (const std::string_view pattern : {"/reconcile/preview", "/reconcile/view"}) {
        add(pattern, {"小さなページ", "a small page about an entity"}, {entity_parameter}, answer_preview, "",
            {{pattern == "/reconcile/view" ? "/reconcile/view?id=municipality%2F131016"
                                           : "/reconcile/preview?id=municipality%2F131016"},
             {"/reconcile/preview?id=x", 404}},
            false);
        routes.back().answer_type = "text/html";
    }
}

}  // namespace daicho

#include "tools/server/body_items.hpp"

#include <utility>

#include "grammars/formats/json_value.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/target.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse_body(const std::string& ja, const std::string& en) {
    throw Refusal{problems::bad_body, {ja, en}};
}

void add_json_items(const std::string& body, std::vector<QueryItem>& items) {
    const auto value = parse_json(body);
    if (!value || value->kind != JsonKind::object)
        refuse_body("本文は JSON のオブジェクトか、フォームの値です。",
                    "the body must be a JSON object or a form");
    for (const JsonValue& member : value->members) {
        const bool plain = member.kind == JsonKind::string || member.kind == JsonKind::number ||
                           member.kind == JsonKind::boolean;
        if (!plain) {
            refuse_body("「" + member.name + "」の値は文字列か数です。",
                        "the value of '" + member.name + "' must be a text or a number");
        }
        items.push_back({member.name, member.text});
    }
}

}  // namespace

Request with_body_items(const Call& call) {
    Request request = call.request;
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
        if (!read_query(request.body, request.query))
            refuse_body("フォームの値を読み取れません。", "the form cannot be read");
    } else {
        add_json_items(request.body, request.query);
    }
    request.body.clear();
    check_parameters(call.route, request);
    return request;
}

Response answer_with_body(const Call& call, Response (*answer)(const Call&)) {
    const Request request = with_body_items(call);
    return answer({request, call.route, call.id, call.service, call.data, call.language, call.deadline});
}

}  // namespace daicho

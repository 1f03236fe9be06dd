#include "tools/server/question.hpp"

#include <algorithm>
#include <iterator>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/ascii.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/address.hpp"
#include "grammars/values/coordinates.hpp"
#include "grammars/values/value_type.hpp"
#include "models/engine/corporation_search.hpp"
#include "registries/lookup/answer_json.hpp"
#include "tools/parsed_text.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/geocoding.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/thing.hpp"

namespace daicho {

namespace {

struct Asking {
    const Snapshot& data;
    Language language;
    const Question& question;
};

const ServedKind& kind_asked(const Question& question) {
    if (const ServedKind* kind = served_kind(question.kind)) return *kind;
    std::vector<std::string_view> names;
    for (const ServedKind& kind : served_kinds()) names.push_back(kind.kind);
    const std::string near(nearest(question.kind, names)), given(question.kind);
    throw Refusal{
        problems::bad_value,
        {"kind に「" + given + "」はありません。" +
             (near.empty() ? "" : "「" + near + "」ではありませんか。"),
         "there is no kind '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?")},
        "kind"};
}

LookupContext context_of(const Question& question) {
    LookupContext context;
    context.as_of = question.as_of;
    context.limit = question.limit;
    context.area = question.area;
    context.fields = question.fields;
    context.corporations.address = question.address;
    context.target = question.target == "residence" ? AddressTarget::residence
                     : question.target == "parcel"  ? AddressTarget::parcel
                                                    : AddressTarget::any;
    return context;
}

void write_found(JsonWriter& json, const ServedKind& kind, const LookupMatch& match, const Asking& asking) {
    const Language language = asking.language;
    json.begin_object().key("kind").string(kind.kind);
    json.key("id").string_or_null(id_of(kind, match.fields));
    json.key("reason").begin_object().key("code").string(match.reason.key);
    json.key("label").string(match.reason.label.in(language)).end_object();
    json.key("sure").boolean(match.sure).key("tied").boolean(match.tied);
    json.key("item");
    write_item(json, {&kind, &match, &asking.question.fields});
    json.end_object();
}

constexpr Text not_an_id{"id ではない文字列です。文字列から探すには op を match か search にしてください。",
                         "this is no id; for texts use the op match or search"};

/// Ids are ASCII but for those of characters and codes.
bool is_no_id(const ServedKind& kind, std::string_view text) {
    return kind.kind != "character" && kind.kind != "code" && !is_ascii(text);
}

bool answer_get(const Asking& asking, std::string& out) {
    const ServedKind& kind = kind_asked(asking.question);
    const LookupAnswer found = find_by_id(asking.data, kind, asking.question.q, context_of(asking.question));
    JsonWriter json{out};
    json.begin_object().key("kind").string(kind.kind).key("id").string(asking.question.q);
    json.key("status").string(name_of(found.status())).key("item");
    if (found.matches.empty()) {
        json.null();
        if (is_no_id(kind, asking.question.q)) json.key("note").string(not_an_id.in(asking.language));
    } else {
        write_item(json, {&kind, &found.matches.front()});
    }
    if (found.matches.size() > 1) {
        json.key("others").begin_array();
        for (std::size_t i = 1; i < found.matches.size(); ++i) write_item(json, {&kind, &found.matches[i]});
        json.end_array();
    }
    return true;
}

bool answer_search(const Asking& asking, std::string& out) {
    const ServedKind& kind = kind_asked(asking.question);
    LookupContext context = context_of(asking.question);
    context.fields = {};  // the id of an item is made of all of them
    const LookupAnswer found = asking.data.knowledge().look_up(kind.kind, asking.question.q, context);
    JsonWriter json{out};
    json.begin_object().key("kind").string(kind.kind);
    json.key("status").string(name_of(found.status())).key("items").begin_array();
    for (const LookupMatch& match : found.matches) write_found(json, kind, match, asking);
    json.end_array().key("note").string_or_null(found.note(asking.language));
    return found.complete;
}

bool answer_match(const Asking& asking, std::string& out) {
    if (asking.question.kind.empty() || asking.question.kind == "address")
        return answer_geocoding(asking.data, asking.language, asking.question, false, out);
    if (kind_asked(asking.question).kind != "corporation") return answer_search(asking, out);
    const CorporationSearch* search = asking.data.knowledge().sources().corporation_search;
    const FoundCorporation found = search->search(
        {.name = asking.question.q, .address = asking.question.address, .lg_code = asking.question.area});
    JsonWriter json{out};
    json.begin_object().key("kind").string("corporation");
    json.key("verdict").string(to_string(found.verdict)).key("id").string_or_null(found.number);
    json.key("evidence").string_or_null(found.evidence).key("candidates").number(found.candidates);
    return true;
}

bool answer_geocode(const Asking& asking, std::string& out) {
    return answer_geocoding(asking.data, asking.language, asking.question, true, out);
}

bool answer_reverse(const Asking& asking, std::string& out) {
    if (!parse_coordinates(asking.question.q))
        throw Refusal{problems::bad_value,
                      {"緯度（-90 から 90）と経度（-180 から 180）を度で書いてください（例: 35.68 "
                       "139.73）。0 と 0 は位置とみなしません。",
                       "give latitude (-90 to 90) and longitude (-180 to 180) in degrees, as in 35.68 "
                       "139.73; 0 and 0 are no position"}};
    LookupContext context = context_of(asking.question);
    const LookupAnswer found = asking.data.knowledge().look_up("near", asking.question.q, context);
    JsonWriter json{out};
    json.begin_object().key("status").string(name_of(found.status())).key("items").begin_array();
    for (const LookupMatch& match : found.matches) {
        json.begin_object();
        write_record(json, match.fields);
        json.end_object();
    }
    json.end_array().key("note").string_or_null(found.note(asking.language));
    return found.complete;
}

const ValueType& type_asked(std::string_view name) {
    if (const ValueType* type = find_value_type(name)) return *type;
    std::vector<std::string_view> names;
    for (const ValueType* type : value_types()) names.push_back(type->name);
    const std::string near(nearest(name, names)), given(name);
    throw Refusal{
        problems::bad_value,
        {"type に「" + given + "」はありません。" +
             (near.empty() ? "" : "「" + near + "」ではありませんか。"),
         "there is no type '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?")},
        "type"};
}

bool answer_normalize(const Asking& asking, std::string& out) {
    const ValueType& type = type_asked(asking.question.type.empty() ? "address" : asking.question.type);
    const TextParser parser{type,
                            {.addresses = &Knowledge::places()},
                            asking.language,
                            &type == &address_type ? asking.data.knowledge().addresses() : nullptr};
    std::string parsed;
    parser.append_json(parsed, asking.question.q);
    while (parsed.ends_with('\n')) parsed.pop_back();
    out.append("{\"type\":\"").append(type.name).append("\",").append(parsed, 1, parsed.size() - 2);
    return true;
}

struct QuestionOp {
    std::string_view name;
    bool (*answer)(const Asking&, std::string&);
};
constexpr QuestionOp ops[] = {
    {"get", answer_get},         {"search", answer_search},       {"match", answer_match},
    {"geocode", answer_geocode}, {"normalize", answer_normalize}, {"reverse", answer_reverse},
};

}  // namespace

bool answer_question(const Snapshot& data, Language language, const Question& question, std::string& out) {
    const auto* op = std::ranges::find(ops, question.op, &QuestionOp::name);
    if (op == std::end(ops)) {
        const std::string near(nearest(question.op, question_ops())), given(question.op);
        throw Refusal{
            problems::bad_value,
            {"op に「" + given + "」はありません。" +
                 (near.empty() ? "" : "「" + near + "」ではありませんか。"),
             "there is no op '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?")},
            "op"};
    }
    if (question.q.empty())
        throw Refusal{problems::missing_parameter, {"q を指定してください。", "q is needed"}, "q"};
    return op->answer({data, language, question}, out);
}

const ServedKind* kind_of_question(const Question& question) {
    if (question.op == "get" || question.op == "search") return served_kind(question.kind);
    if (question.op == "match" && !question.kind.empty()) return served_kind(question.kind);
    if (question.op == "normalize" && !question.type.empty() && question.type != "address")
        return served_kind("code");
    return served_kind("address");
}

std::span<const std::string_view> question_ops() {
    static constexpr std::string_view names[] = {"get", "search", "match", "geocode", "normalize", "reverse"};
    return names;
}

bool is_personal(std::string_view type) {
    constexpr std::string_view personal[] = {"person_name", "person_name_kana", "individual_number", "phone",
                                             "email"};
    std::string name(type);
    std::ranges::replace(name, '-', '_');
    return std::ranges::find(personal, name) != std::end(personal);
}

}  // namespace daicho

#include "tools/server/answer_forms.hpp"

#include <algorithm>

#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"
#include "tools/server/accepting.hpp"

namespace daicho {

namespace {

void append_csv_cell(std::string& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

bool is_wanted(const ListedMatch& listed, const AnswerField& field) {
    return !listed.wanted || listed.wanted->all() || listed.wanted->wants(field.name);
}

std::string joined_id(const AnswerRecord& record, std::string_view first, std::string_view between,
                      std::string_view second) {
    const std::string_view a = text_of(record, first), b = text_of(record, second);
    if (a.empty() || b.empty()) return {};
    return std::string(a).append(between).append(b);
}

std::string character_id(const AnswerRecord& record) {
    for (const std::string_view key : {"mj", "gj", "character"}) {
        if (const std::string_view text = text_of(record, key); !text.empty()) return std::string(text);
    }
    return {};
}

}  // namespace

AnswerShape shape_of(const Call& call) {
    const std::string_view asked = call.text("format");
    if (asked == "geojson") return AnswerShape::geojson;
    if (asked == "csv") return AnswerShape::csv;
    if (asked == "json") return AnswerShape::json;
    const std::string_view accept = call.request.header("accept");
    if (accept.empty()) return AnswerShape::json;
    if (prefers_type(accept, "application/json")) return AnswerShape::json;
    if (prefers_type(accept, "application/geo+json")) return AnswerShape::geojson;
    if (prefers_type(accept, "text/csv")) return AnswerShape::csv;
    return AnswerShape::json;
}

std::string_view type_of(AnswerShape shape) {
    switch (shape) {
        case AnswerShape::geojson:
            return "application/geo+json";
        case AnswerShape::csv:
            return "text/csv; charset=utf-8; header=present";
        case AnswerShape::json:
            break;
    }
    return "application/json";
}

const AnswerField* field_of(const AnswerRecord& record, std::string_view key) {
    const auto found =
        std::ranges::find(record, key, [](const AnswerField& field) { return field.name.key; });
    return found == record.end() ? nullptr : &*found;
}

std::string_view text_of(const AnswerRecord& record, std::string_view key) {
    const AnswerField* field = field_of(record, key);
    if (!field) return {};
    if (const auto* text = std::get_if<std::string>(&field->value)) return *text;
    if (const auto* term = std::get_if<AnswerTerm>(&field->value)) return term->key;
    if (const auto* list = std::get_if<std::vector<std::string>>(&field->value); list && !list->empty())
        return list->front();
    return {};
}

const AnswerNumber* number_of(const AnswerRecord& record, std::string_view key) {
    const AnswerField* field = field_of(record, key);
    return field ? std::get_if<AnswerNumber>(&field->value) : nullptr;
}

std::string id_of(const ServedKind& kind, const AnswerRecord& record) {
    if (kind.kind == "town") return joined_id(record, "lg_code", "", "machiaza_id");
    if (kind.kind == "code") return joined_id(record, "system", ":", "code");
    if (kind.kind == "character") return character_id(record);
    if (kind.kind == "address") {
        if (const std::string_view id = text_of(record, "id"); !id.empty()) return std::string(id);
        return joined_id(record, "localGovernmentCode", "", "streetAddressId");
    }
    return std::string(text_of(record, kind.id_field));
}

void close_answer(std::string& body, const Snapshot& data, const ServedKind* kind, bool complete,
                  std::string_view why) {
    if (!body.ends_with('{')) body += ',';
    body += data.members(kind);
    body += complete ? ",\"complete\":true" : ",\"complete\":false";
    if (!why.empty()) body.append(",\"incompleteBecause\":\"").append(why).append("\"");
    body += "}\n";
}

std::string csv_of(std::span<const ListedMatch> matches, Language language) {
    std::vector<std::string_view> keys;
    for (const ListedMatch& listed : matches) {
        for (const AnswerField& field : listed.match->fields) {
            if (is_wanted(listed, field) && std::ranges::find(keys, field.name.key) == keys.end())
                keys.push_back(field.name.key);
        }
    }
    std::string out;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        append_csv_cell(out, keys[i]);
        out += i + 1 == keys.size() ? "\r\n" : ",";
    }
    for (const ListedMatch& listed : matches) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (const AnswerField* field = field_of(listed.match->fields, keys[i]))
                append_csv_cell(out, answer_cell(field->value, language));
            out += i + 1 == keys.size() ? "\r\n" : ",";
        }
    }
    return out;
}

void write_item(JsonWriter& json, const ListedMatch& listed) {
    json.begin_object();
    if (!listed.wanted || listed.wanted->all()) {
        write_record(json, listed.match->fields);
    } else {
        AnswerRecord record = listed.match->fields;
        std::erase_if(record, [&](const AnswerField& field) { return !is_wanted(listed, field); });
        write_record(json, record);
    }
    json.end_object();
}

void write_feature(JsonWriter& json, const ListedMatch& listed) {
    const AnswerRecord& record = listed.match->fields;
    json.begin_object().key("type").string("Feature");
    if (const std::string id = id_of(*listed.kind, record); !id.empty()) json.key("id").string(id);
    json.key("geometry");
    const AnswerNumber* north = number_of(record, "latitude");
    const AnswerNumber* east = number_of(record, "longitude");
    if (north && east) {
        json.begin_object().key("type").string("Point").key("coordinates").begin_array();
        json.decimal(east->digits).decimal(north->digits).end_array().end_object();
    } else {
        json.null();
    }
    json.key("properties");
    write_item(json, listed);
    json.end_object();
}

FieldChoice fields_of(const Call& call, std::vector<std::string> more) {
    std::vector<std::string> names;
    std::string_view text = call.text("fields");
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (end > 0) names.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (names.empty()) return {};
    names.insert(names.end(), more.begin(), more.end());
    return FieldChoice(std::move(names), false, address_fields());
}

}  // namespace daicho

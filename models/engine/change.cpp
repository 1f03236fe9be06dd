#include "models/engine/change.hpp"

#include "grammars/formats/json_writer.hpp"

namespace daicho {

std::string_view to_string(Change::Op op) {
    constexpr std::string_view names[] = {"added", "removed", "changed"};
    return names[static_cast<std::size_t>(op)];
}

std::string change_json(const Change& change) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.key("op").string(to_string(change.op));
    json.key("table").string_or_null(change.table);
    json.key("key").begin_object();
    for (const auto& [item, value] : change.key) json.key(item).string(value);
    json.end_object().key("items").begin_array();
    for (const Change::Item& item : change.items) {
        json.begin_object();
        json.key("item").string(item.name);
        json.key("before").string_or_null(item.before);
        json.key("after").string_or_null(item.after);
        if (!item.kind.empty()) json.key("class").string(item.kind);
        json.end_object();
    }
    json.end_array();
    if (change.kind.empty()) {
        json.key("before_edition").string_or_null(change.before_edition);
        json.key("after_edition").string_or_null(change.after_edition);
        json.key("evidence").string_or_null(change.evidence);
    } else {
        json.key("class").string(change.kind);
        if (change.old_record != 0) json.key("old_record").number(change.old_record);
        if (change.new_record != 0) json.key("new_record").number(change.new_record);
    }
    json.end_object();
    json.end_line();
    return text;
}

}  // namespace daicho

#include "models/dictionary/search_report.hpp"

#include "grammars/formats/json_writer.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_codes_found = 10;

std::string type_with_list(const syntax::Item& item, Language language) {
    const bool code = item.type.kind == syntax::TypeKind::code;
    return type_in_words(item.type, language) + (code ? " " + item.type.names.front().text : "");
}

std::string model_class(const FoundClass& found) {
    return found.source->tree.name.text + "/" + found.tree->name.text;
}

/// Where an item stands: model and class, its type and how many values it has.
std::vector<Cells> rows_of(const std::vector<DictionaryPlace>& places, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto& place : places) {
        rows.push_back({model_class(place.found), place.item->name.text, place.item->label.ja,
                        type_with_list(*place.item, words.language()),
                        cardinality_in_words(place.item->cardinality)});
    }
    return rows;
}

std::string classes_text(const DictionaryAnswer& answer, const SheetWords& words) {
    if (answer.classes.empty()) return {};
    std::vector<Cells> rows;
    for (const auto& found : answer.classes) {
        rows.push_back({model_class(found), std::string(label_in(found.tree->label, words.language()))});
    }
    return words.say("クラス", "Classes") + "\n" + lined_up(rows, "  ");
}

std::string items_text(const DictionaryAnswer& answer, const SheetWords& words) {
    if (answer.items.empty()) return {};
    std::string out = words.say("項目", "Items") + "\n";
    for (const auto& item : answer.items) {
        std::vector<Cells> rows;
        for (const auto& place : item.places) {
            rows.push_back({model_class(place.found), type_with_list(*place.item, words.language()),
                            cardinality_in_words(place.item->cardinality)});
        }
        out += "  " + joined_filled({item.label, item.name}, "  ") + "\n" + lined_up(rows, "      ");
    }
    return out;
}

std::string codes_text(const DictionaryAnswer& answer, const SheetWords& words) {
    if (answer.code_lists.empty()) return {};
    std::string out = words.say("コード", "Codes") + "\n";
    for (const auto& [list, whole] : answer.code_lists) {
        out += "  " + list.source->tree.name.text + "/" +
               words.title(list.tree->label, list.tree->name.text) + "\n";
        std::vector<Cells> rows;
        for (const auto& code : list.codes) {
            if (rows.size() == most_codes_found) break;
            rows.push_back({code.code, std::string(label_in(code.label, words.language()))});
        }
        out += lined_up(rows, "      ");
        const std::string more = std::to_string(list.codes.size() - rows.size());
        if (more != "0") out += "      " + words.say("ほか " + more + " 個", more + " more") + "\n";
    }
    return out;
}

void write_place(JsonWriter& json, const DictionaryPlace& place) {
    json.begin_object().key("model").string(place.found.source->tree.name.text);
    json.key("class").string(place.found.tree->name.text).key("name").string(place.item->name.text);
    json.key("label").string_or_null(place.item->label.ja);
    json.key("type").string(type_with_list(*place.item, Language::en));
    json.key("cardinality").string(cardinality_in_words(place.item->cardinality)).end_object();
}

void write_places(JsonWriter& json, const std::vector<DictionaryPlace>& places) {
    json.key("places").begin_array();
    for (const auto& place : places) write_place(json, place);
    json.end_array();
}

}  // namespace

std::string answer_text(const DictionaryAnswer& answer, Language language) {
    const SheetWords words(language);
    return joined_filled({classes_text(answer, words), items_text(answer, words), codes_text(answer, words)},
                         "\n");
}

std::string answer_json(std::span<const std::string> words, const DictionaryAnswer& answer) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("query").begin_array();
    for (const auto& word : words) json.string(word);
    json.end_array().key("classes").begin_array();
    for (const auto& found : answer.classes) {
        json.begin_object().key("model").string(found.source->tree.name.text);
        json.key("class").string(found.tree->name.text).key("label").string_or_null(found.tree->label.ja);
        json.end_object();
    }
    json.end_array().key("items").begin_array();
    for (const auto& item : answer.items) {
        json.begin_object().key("name").string(item.name).key("label").string_or_null(item.label);
        write_places(json, item.places);
        json.end_object();
    }
    json.end_array().key("code_lists").begin_array();
    for (const auto& [list, whole] : answer.code_lists) {
        json.begin_object().key("model").string(list.source->tree.name.text);
        json.key("name").string(list.tree->name.text).key("label").string_or_null(list.tree->label.ja);
        json.key("whole").boolean(whole).key("codes").begin_array();
        for (const auto& code : list.codes) {
            json.begin_object().key("code").string(code.code).key("label").string_or_null(code.label.ja);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object().end_line();
    return out;
}

std::string same_names_text(std::span<const SameName> names, Language language) {
    const SheetWords words(language);
    std::string out;
    for (const auto& one : names) out += one.name + "\n" + lined_up(rows_of(one.places, words), "  ");
    return out;
}

std::string same_names_json(std::span<const SameName> names) {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (const auto& one : names) {
        json.begin_object().key("name").string(one.name);
        write_places(json, one.places);
        json.end_object();
    }
    json.end_array().end_line();
    return out;
}

}  // namespace daicho

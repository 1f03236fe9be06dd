#include "models/dictionary/model_list.hpp"

#include <sstream>

#include "grammars/formats/json_writer.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/engine/transform_set.hpp"

namespace daicho {

namespace {

/// Items of a class, those of the classes that it extends included, nested ones not.
std::size_t count_items(ModelSet& models, const FoundClass& found) {
    std::size_t count = found.tree->items.size();
    if (!found.tree->extends) return count;
    return count + count_items(models, base_of(models, found));
}

}  // namespace

std::string model_list_text(ModelSet& models, Language language) {
    const SheetWords words(language);
    std::vector<Cells> rows;
    std::vector<std::pair<std::size_t, std::string>> headers;  // and how many rows stand before them
    for (const ModelSource* source : models.sources()) {
        headers.emplace_back(rows.size(), words.model(*source));
        for (const auto& tree : source->tree.classes) {
            const std::string count = std::to_string(count_items(models, {source, &tree}));
            rows.push_back({tree.name.text, std::string(label_in(tree.label, language)),
                            words.say(count + " 項目", count + " items")});
        }
        for (const auto& list : source->tree.code_lists) {
            rows.push_back({list.name.text, std::string(label_in(list.label, language)),
                            words.say("コード一覧", "code list")});
        }
    }
    headers.emplace_back(rows.size(), words.say("変換", "Transformations"));
    TransformSet maps;
    for (const std::string& name : TransformSet::names())
        rows.push_back({name, std::string(label_in(maps.get(name).tree.label, language)),
                        words.say("変換", "transformation")});
    std::istringstream lines(lined_up(rows, "  "));
    std::string out;
    std::string line;
    auto header = headers.begin();
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        for (; header != headers.end() && header->first == i; ++header) out += header->second + "\n";
        if (std::getline(lines, line)) out += line + "\n";
    }
    return out;
}

std::string model_list_json(ModelSet& models) {
    std::string out;
    JsonWriter json(out);
    const auto label = [&](const syntax::Text& text) {
        json.key("label").begin_object().key("ja").string_or_null(text.ja);
        json.key("en").string_or_null(text.en).end_object();
    };
    json.begin_array();
    for (const ModelSource* source : models.sources()) {
        const syntax::Model& tree = source->tree;
        json.begin_object().key("model").string(tree.name.text).key("version").string_or_null(tree.version);
        json.key("status").string_or_null(tree.status).key("path").string(source->path);
        label(tree.label);
        json.key("classes").begin_array();
        for (const auto& one : tree.classes) {
            json.begin_object().key("class").string(one.name.text);
            label(one.label);
            json.key("items").number(count_items(models, {source, &one})).end_object();
        }
        json.end_array().key("code_lists").begin_array();
        for (const auto& list : tree.code_lists) {
            json.begin_object().key("name").string(list.name.text);
            label(list.label);
            json.end_object();
        }
        json.end_array().end_object();
    }
    TransformSet maps;
    for (const std::string& name : TransformSet::names()) {
        const syntax::Transform& tree = maps.get(name).tree;
        json.begin_object().key("transformation").string(name).key("version").string_or_null(tree.version);
        label(tree.label);
        json.key("from").string_or_null(tree.origin.text).key("to").string(tree.target.text).end_object();
    }
    json.end_array().end_line();
    return out;
}

}  // namespace daicho

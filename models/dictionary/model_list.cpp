#include "models/dictionary/model_list.hpp"

#include <algorithm>
#include <span>
#include <sstream>

#include "grammars/formats/json_writer.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/engine/transform_set.hpp"

namespace daicho {

namespace {

using Names = std::span<const ModelIndex::Named>;

/// Those of `all`, which are in the order of the files, that are of this file.
Names of_file(Names all, std::size_t file) {
    return {std::ranges::lower_bound(all, file, {}, &ModelIndex::Named::file),
            std::ranges::upper_bound(all, file, {}, &ModelIndex::Named::file)};
}

syntax::Text label_of(std::string_view ja, std::string_view en) {
    return {std::string(ja), std::string(en)};
}

}  // namespace

std::string model_list_text(const ModelIndex& index, Language language) {
    const SheetWords words(language);
    std::vector<Cells> rows;
    std::vector<std::pair<std::size_t, std::string>> headers;  // and how many rows stand before them
    const auto add = [&](const ModelIndex::Named& one, std::string what) {
        rows.push_back({std::string(one.name), std::string(label_in(label_of(one.ja, one.en), language)),
                        std::move(what)});
    };
    for (std::size_t file = 0; file < index.files().size(); ++file) {
        headers.emplace_back(rows.size(), words.model(index.files()[file]));
        for (const auto& one : of_file(index.classes(), file)) {
            const std::string count = std::to_string(one.items);
            add(one, words.say(count + " 項目", count + " items"));
        }
        for (const auto& one : of_file(index.code_lists(), file))
            add(one, words.say("コード一覧", "code list"));
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

std::string model_list_json(const ModelIndex& index) {
    std::string out;
    JsonWriter json(out);
    const auto label = [&](const syntax::Text& text) {
        json.key("label").begin_object().key("ja").string_or_null(text.ja);
        json.key("en").string_or_null(text.en).end_object();
    };
    json.begin_array();
    for (std::size_t number = 0; number < index.files().size(); ++number) {
        const ModelIndex::File& file = index.files()[number];
        json.begin_object().key("model").string(file.model).key("version").string_or_null(file.version);
        json.key("status").string_or_null(file.status).key("path").string(file.path);
        label(label_of(file.ja, file.en));
        json.key("classes").begin_array();
        for (const auto& one : of_file(index.classes(), number)) {
            json.begin_object().key("class").string(one.name);
            label(label_of(one.ja, one.en));
            json.key("items").number(one.items).end_object();
        }
        json.end_array().key("code_lists").begin_array();
        for (const auto& one : of_file(index.code_lists(), number)) {
            json.begin_object().key("name").string(one.name);
            label(label_of(one.ja, one.en));
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

// A cell that holds a list is an array where a form has arrays, and the same list again when that is read.

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/model_access.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

/// Up to three values of an item as they should be written.
std::vector<std::string> values_of(const Slot& slot) {
    if (!slot.codes)
        return slot.kind->name == "municipality-code" ? std::vector<std::string>{"131016", "131024", "352152"}
               : slot.kind->name == "half"            ? std::vector<std::string>{"ja", "en", "ko"}
                                                      : std::vector<std::string>{"甲", "乙 丙", "<丁>"};
    std::vector<std::string> values;
    const std::string examples = slot.codes->examples(
        slot.form == syntax::CodeForm::label ? syntax::CodeForm::label : syntax::CodeForm::code);
    for (std::size_t at = 0; at < examples.size() && values.size() < 3;) {
        const std::size_t end = std::min(examples.find(',', at), examples.size());
        std::string one = examples.substr(at, end - at);
        one.erase(0, one.find_first_not_of(' '));
        if (slot.codes->is_canonical(one, slot.form)) values.push_back(one);
        at = end + 1;
    }
    return values;
}

std::string transformed(const std::string& bytes, const std::string& file, const std::string& model,
                        const std::string& form, Models& models) {
    TransformRequest request;
    request.check.model = model;
    request.check.threads = 1;
    request.form = form;
    request.write.encoding = Encoding::utf8;
    request.write.bom = false;
    request.write.newline = Newline::lf;
    std::string result;
    transform(memory_source(bytes, file), memory_target(result), request, models);
    return result;
}

struct ListItem {
    std::string model, path, header;
    std::vector<std::string> values;
    std::string separator;
};

std::vector<ListItem> list_items(Models& models) {
    ModelAccess access(models);
    std::vector<ListItem> items;
    for (std::size_t number = 0; number < access->index().classes().size(); ++number) {
        const Model& model = access->get(number);
        for (const Slot& slot : model.slots) {
            if (slot.separator.empty()) continue;
            items.push_back({model.name, slot.path, slot.long_label, values_of(slot), slot.separator});
        }
    }
    return items;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++times;
    return times;
}

constexpr const char* forms[][2] = {{"json", "d.json"},
                                    {"jsonl", "d.jsonl"},
                                    {"xml", "d.xml"},
                                    {"jsonld", "d.jsonld"},
                                    {"ngsi-ld", "d.ngsild"}};

}  // namespace

TEST_CASE("a list is an array of nested forms, there and back, in all models that have lists") {
    Models models;
    const auto items = list_items(models);
    CHECK(items.size() > 10);
    for (const ListItem& item : items) {
        INFO(item.model << " " << item.path);
        REQUIRE(item.values.size() > 1);
        std::string list, all;
        for (const std::string& value : item.values) {
            all += (all.empty() ? "" : item.separator) + value;
            list += (list.empty() ? "[\"" : ",\"") + value + "\"";
        }
        // As many values as there are, one, none.
        const std::string table = item.header + ",備考欄\n" + all + ",一\n" + item.values[0] + ",二\n,三\n";
        const std::string plain = transformed(table, "d.csv", item.model, "csv", models);
        REQUIRE(plain.find(all) != plain.npos);
        for (const auto& [form, file] : forms) {
            INFO(form);
            const std::string nested = transformed(table, "d.csv", item.model, form, models);
            INFO(nested);
            if (std::string_view(form) == "xml") {
                CHECK(count(nested, ">" + item.values[0] + "</") == 2);
            } else {
                CHECK(count(nested, list + "]") == 1);
                CHECK(count(nested, "[\"" + item.values[0] + "\"]") == 1);
            }
            CHECK(transformed(nested, file, item.model, "csv", models) == plain);
            CHECK(transformed(nested, file, item.model, form, models) == nested);
            const auto check = [&](const std::string& bytes, const char* name) {
                return validate(memory_source(bytes, name), {.model = item.model, .threads = 1}, models)
                    .verdict.levels;
            };
            CHECK(check(nested, file) == check(table, "d.csv"));
        }
    }
}

TEST_CASE("what several columns of a list say is one cell, with the values put right") {
    Models models;
    const std::string table = "地域[1],地域[2],地域[3]\n13101,,352152\n,,\n131016,１３１０２４,\n";
    const std::string csv = transformed(table, "d.csv", "Programme", "csv", models);
    CHECK(csv ==
          "制度所管組織,タイトル（制度名）,地域,概要,内容\n,,131016;352152,,\n,,,,\n,,131016;131024,,\n");
}

TEST_CASE("an array that is too long to be columns is a list as well") {
    Models models;
    std::string array, list;
    for (int i = 0; i < 50; ++i) {
        array.append(i == 0 ? "\"語" : ",\"語").append(std::to_string(i)).append("\"");
        list.append(i == 0 ? "語" : ";語").append(std::to_string(i));
    }
    const std::string json =
        transformed("[{\"キーワード\":[" + array + "]}]", "d.json", "Event", "json", models);
    CHECK(json.find("\"キーワード\":[" + array + "]") != json.npos);
    CHECK(transformed(json, "d.json", "Event", "csv", models).find(list) != std::string::npos);
    // A value with the separator in it is not taken apart.
    const std::string odd = transformed("キーワード\n\"[\"\"a;b\"\"]\"\n", "d.csv", "Event", "csv", models);
    CHECK(odd.find("[\"\"a;b\"\"]") != odd.npos);
}

TEST_CASE("lists of the elements of an array stay where they are") {
    Models models;
    const std::string json =
        "[\n{\"設備情報\":[{\"関連施設\":{\"決済種別\":[\"甲\",\"乙\"]}},{\"関連施設\":{\"決済種別\":[\"丙\"]"
        "}}]}\n]\n";
    CHECK(transformed(json, "d.json", "Building", "json", models) == json);
    CHECK(transformed(json, "d.json", "Building", "csv", models) ==
          "設備情報[1]_関連施設_決済種別,設備情報[2]_関連施設_決済種別\n甲;乙,丙\n");
}

}  // namespace daicho

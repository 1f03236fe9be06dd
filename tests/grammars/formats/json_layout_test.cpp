#include "grammars/formats/json_layout.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;

namespace {

JsonLayout layout_of(const std::string& document, const std::string& wanted = {}) {
    JsonReader reader(document, "t.json");
    return find_json_records(reader, wanted);
}

/// The pointer of the array that is read; "record": the document is the record.
std::string read_of(const std::string& document) {
    const JsonLayout layout = layout_of(document);
    return layout.kind == JsonLayout::Kind::array ? layout.pointer : "record";
}

/// Documents whose values are all different: "v1", "v2" ...
class DrawnDocument {
 public:
    explicit DrawnDocument(unsigned seed) : random_(seed) {}

    std::vector<std::string> pointers;  ///< of "v0." and so on

    std::string object(const std::string& at, int depth = 0) {
        std::string text = "{";
        const std::size_t members = 1 + random_() % 4;
        for (std::size_t i = 0; i < members; ++i) {
            const std::string name = names[random_() % std::size(names)] + std::to_string(i);
            text.append(i ? ",\"" : "\"")
                .append(name)
                .append("\":")
                .append(value(at + "/" + name, depth + 1));
        }
        return text + "}";
    }

 private:
    static constexpr const char* names[] = {"名称", "電話", "住所", "x", "b"};

    std::string leaf(const std::string& at) {
        pointers.push_back(at);
        return "\"v" + std::to_string(pointers.size() - 1) + ".\"";
    }
    std::string value(const std::string& at, int depth) {
        const auto kind = depth > 3 ? 0 : random_() % 6;
        if (kind < 3) return leaf(at);
        if (kind == 3) return object(at, depth);
        std::string text = "[";
        const std::size_t elements = 1 + random_() % 5;
        for (std::size_t i = 0; i < elements; ++i) {
            const std::string element = at + "/" + std::to_string(i);
            text.append(i ? "," : "").append(kind == 4 ? object(element, depth) : leaf(element));
        }
        return text + "]";
    }

    std::mt19937 random_;
};

/// Everything that was read or told of a document, in one text.
std::string heard_of(const std::string& document) {
    const auto table = read_table(document, {}, "t.json");
    std::string all;
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (std::size_t c = 0; c < batch.width(i); ++c) all.append(batch.cell(i, c)) += '\n';
        }
    }
    for (const Finding& finding : table->findings()) all += finding.detail + "\n";
    return all;
}

}  // namespace

TEST_CASE("the records of an answer are found among what speaks of it") {
    CHECK(
        read_of(R"({"help":"h","success":true,"result":{"resource_id":"r","fields":[{"id":"a"},{"id":"b"}],)"
                R"("records":[{"a":1}],"_links":{"next":"/n"},"total":1}})") == "/result/records");
    CHECK(read_of(R"({"total":1,"page":1,"per-page":20,"data":[{"a":1,"b":2}]})") == "/data");
    CHECK(read_of(R"({"metadata":{"resultset":{"count":1}},"results":[{"a":1}]})") == "/results");
    CHECK(read_of(R"({"件数":1,"施設":[{"a":1}],"出典":"市"})") == "/施設");
    CHECK(read_of(R"({"total":0,"items":[]})") == "/items");
}

TEST_CASE("a record that has a list in it is not taken for a list") {
    CHECK(read_of(R"({"名称":"甲","電話":[{"番号":"1"},{"番号":"2"}]})") == "record");
    CHECK(read_of(
              R"({"法人番号":"1","支店":[{"名":"a","所":"b"},{"名":"c","所":"d"}],"役員":[{"氏名":"e"}]})") ==
          "record");
    CHECK(read_of(R"({"total":0,"名称":"甲","電話":[]})") == "record");
    const JsonLayout one = layout_of(R"({"名称":"甲","電話":[{"番号":"1"}]})");
    CHECK(one.instead == "/電話");
    std::string many = R"({"名称":"一覧","施設":[)";
    for (int i = 0; i < 40; ++i) many += R"({"名称":"甲","番号":1},)";
    many.back() = ']';
    const JsonLayout list = layout_of(many + "}");
    CHECK(list.pointer == "/施設");
    CHECK(list.outside == std::vector<std::string>{"/名称"});
    CHECK(list.instead == "/");
}

TEST_CASE("each value of a document is read, or the part that it is in is named") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        DrawnDocument drawn(seed);
        const std::string document = drawn.object("");
        const std::string heard = heard_of(document);
        const JsonLayout layout = layout_of(document);
        std::vector<std::string> told = layout.outside;
        for (const std::string& part : layout.others) told.push_back(part.substr(0, part.find(' ')));
        INFO(document << "\n" << heard);
        for (const std::string& part : told) CHECK(heard.find(part) != heard.npos);
        for (std::size_t i = 0; i < drawn.pointers.size(); ++i) {
            if (heard.find("v" + std::to_string(i) + ".") != heard.npos) continue;
            const std::string& pointer = drawn.pointers[i];
            INFO(pointer);
            CHECK(std::ranges::any_of(told, [&](const std::string& part) {
                return pointer == part || pointer.starts_with(part + "/");
            }));
        }
    }
}

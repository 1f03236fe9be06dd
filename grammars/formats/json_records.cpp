#include "grammars/formats/json_records.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/base/record_place.hpp"
#include "grammars/formats/nested_columns.hpp"

namespace daicho {

namespace {

/// An array or object that is no part of an array.
struct JsonPart {
    std::string pointer;
    bool array = false;
    std::uint64_t objects = 0;  ///< of an array: its elements that are objects
    std::uint64_t others = 0;   ///< and those that are not
    std::uint64_t leaves = 0;   ///< values in it, at any depth
    std::size_t depth = 0;      ///< 1: a member of the document

    bool holds_records() const { return array && objects > 0 && others == 0; }
};

/// Takes down the arrays and objects of a document that are no parts of arrays.
class PartTaker final : public JsonListener {
 public:
    std::vector<JsonPart> parts;
    std::uint64_t leaves = 0;
    std::string type;  ///< of the document

    void key(std::string_view name) override {
        if (in_array_ == 0) name_ = name;
    }
    void value(JsonKind, std::string_view text) override {
        ++leaves;
        if (in_array_ == 1 && depth_ == array_depth_) ++parts[array_].others;
        if (in_array_ == 0 && depth_ == 1 && name_ == "type") type = text;
    }
    void begin(JsonKind kind) override {
        const bool array = kind == JsonKind::array;
        if (in_array_ != 0) {
            if (depth_ == array_depth_) ++(array ? parts[array_].others : parts[array_].objects);
            ++in_array_;
            ++depth_;
            return;
        }
        if (depth_ > 0) append_pointer_step(pointer_, name_);
        sizes_.push_back(pointer_.size());
        ++depth_;
        parts.push_back({pointer_, array, 0, 0, leaves, depth_ - 1});
        open_.push_back(parts.size() - 1);
        if (!array) return;
        in_array_ = 1;
        array_ = parts.size() - 1;
        array_depth_ = depth_;
    }
    void end() override {
        --depth_;
        if (in_array_ > 1) {
            --in_array_;
            return;
        }
        in_array_ = 0;
        JsonPart& part = parts[open_.back()];
        part.leaves = leaves - part.leaves;
        open_.pop_back();
        sizes_.pop_back();
        pointer_.resize(sizes_.empty() ? 0 : sizes_.back());
    }

 private:
    std::string name_, pointer_;
    std::vector<std::size_t> sizes_;
    std::vector<std::size_t> open_;
    std::size_t depth_ = 0;
    std::size_t in_array_ = 0;  ///< arrays and objects that are open within the outermost array, it included
    std::size_t array_ = 0, array_depth_ = 0;
};

std::string list_of(const std::vector<JsonPart>& parts) {
    std::string list;
    for (const JsonPart& part : parts) {
        if (!part.holds_records()) continue;
        if (list.size() > 300) return list + " …";
        list += (list.empty() ? "" : ", ") + (part.pointer.empty() ? "\"\"" : part.pointer) + " (" +
                std::to_string(part.objects) + ")";
    }
    return list;
}

/// The array that is meant where nobody named one; null: the document is the record.
const JsonPart* likely_array(const PartTaker& taker) {
    std::vector<const JsonPart*> arrays;
    std::uint64_t inside = 0;
    for (const JsonPart& part : taker.parts) {
        if (!part.holds_records()) continue;
        if (taker.type == "FeatureCollection" && part.pointer == "/features") return &part;
        if (part.pointer == "/@graph") return &part;
        arrays.push_back(&part);
        inside += part.leaves;
    }
    if (arrays.empty() || inside * 2 < taker.leaves) return nullptr;
    const bool members = std::ranges::all_of(arrays, [](const JsonPart* part) { return part->depth == 1; });
    if (arrays.size() > 1 && !members) return nullptr;
    return *std::ranges::max_element(arrays, {}, &JsonPart::objects);
}

}  // namespace

JsonLayout find_json_records(JsonReader& reader, const std::string& wanted) {
    JsonLayout layout;
    const char sign = reader.peek();
    if (sign != '{' && sign != '[') {
        layout.kind = JsonLayout::Kind::lines;
        return layout;
    }
    if (sign == '[' && wanted.empty()) {
        reader.expect('[');
        layout.kind = reader.peek() == '[' ? JsonLayout::Kind::rows : JsonLayout::Kind::array;
        return layout;
    }
    PartTaker taker;
    const JsonPlace start = reader.place();
    reader.read(taker);
    const bool one_line = reader.place().line == start.line;
    if (sign == '{' && reader.peek() != '\0' && one_line && wanted.empty()) {
        layout.kind = JsonLayout::Kind::lines;
        return layout;
    }
    reader.expect_end();
    const auto take = [&](const JsonPart& part) {
        layout.kind = part.array ? JsonLayout::Kind::array : JsonLayout::Kind::single;
        layout.pointer = part.pointer;
        for (const JsonPart& other : taker.parts) {
            if (&other != &part && other.holds_records() && part.array)
                layout.others.push_back(other.pointer + " (" + std::to_string(other.objects) + ")");
        }
        return layout;
    };
    if (wanted.empty()) {
        const JsonPart* array = likely_array(taker);
        if (array != nullptr) return take(*array);
        // One line is JSON Lines of one record as well; the places are the same.
        layout.kind = JsonLayout::Kind::single;
        return layout;
    }
    const auto named = std::ranges::find(taker.parts, wanted == "/" ? "" : wanted, &JsonPart::pointer);
    if (named != taker.parts.end()) return take(*named);
    const std::string there = list_of(taker.parts);
    reader.refuse(start,
                  "「" + wanted + "」に記録の配列はありません。あるもの: " + (there.empty() ? "なし" : there),
                  "there are no records at '" + wanted + "'; there are: " + (there.empty() ? "none" : there));
}

JsonRecords::JsonRecords(JsonReader& reader, const JsonLayout& layout)
    : reader_(reader), kind_(layout.kind), whole_(layout.pointer.empty()) {
    go_to(layout.pointer);
    if (kind_ == JsonLayout::Kind::array || kind_ == JsonLayout::Kind::rows) reader_.expect('[');
}

void JsonRecords::go_to(const std::string& pointer) {
    for (const std::string& step : pointer_steps(pointer)) {
        reader_.expect('{');
        for (bool first = true; reader_.more('}', first);) {
            if (reader_.key() == step) break;
            reader_.pass_over();
        }
    }
}

void JsonRecords::refuse(const std::string& ja, const std::string& en) const {
    reader_.refuse(place_, ja + "。オブジェクトの配列か、1 行に 1 オブジェクトの JSON が必要です。",
                   en + "; expected an array of objects, or one object a line");
}

bool JsonRecords::next() {
    if (ended_) return false;
    const std::uint64_t line_before = place_.line;
    const bool lines = kind_ == JsonLayout::Kind::lines;
    if (lines) {
        ended_ = reader_.peek() == '\0';
    } else if (kind_ == JsonLayout::Kind::single) {
        ended_ = !first_;
    } else {
        ended_ = !reader_.more(']', first_);
        if (ended_ && whole_) reader_.expect_end();
    }
    if (ended_) return false;
    const char sign = reader_.peek();
    place_ = reader_.place();
    const bool same_line = lines && !first_ && place_.line == line_before;
    first_ = false;
    if (sign != (kind_ == JsonLayout::Kind::rows ? '[' : '{') || same_line) {
        lines ? refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object")
              : refuse("配列の要素がオブジェクトではありません", "an element of the array is not an object");
    }
    return true;
}

void JsonRecords::read(JsonListener& listener) {
    reader_.read(listener);
    if (kind_ == JsonLayout::Kind::lines && reader_.place().line != place_.line) {
        refuse("この行は JSON のオブジェクト一つではありません", "the line is not one JSON object");
    }
}

}  // namespace daicho

#include "grammars/formats/json_layout.hpp"

#include <algorithm>

#include "grammars/base/record_place.hpp"
#include "grammars/formats/document_members.hpp"

namespace daicho {

namespace {

/// An array or object that is no part of an array.
struct JsonPart {
    std::string pointer, name;
    bool array = false;
    bool about = false;         ///< it speaks of the document
    bool form = false;          ///< it says how the document is made
    std::uint64_t objects = 0;  ///< of an array: its elements that are objects
    std::uint64_t others = 0;   ///< and those that are not
    std::uint64_t leaves = 0;   ///< values in it, at any depth
    std::size_t depth = 0;      ///< 1: a member of the document

    bool holds_records() const { return array && objects > 0 && others == 0; }
    bool may_hold_records() const {
        return holds_records() || (array && objects + others == 0 && names_records(name));
    }
};

/// How the document is made: "@context", "$schema".
bool is_of_form(std::string_view name) {
    return name.starts_with('@') || name.starts_with('$');
}

/// Takes down the arrays and objects of a document that are no parts of arrays, and the values beside them.
class PartTaker final : public JsonListener {
 public:
    std::vector<JsonPart> parts;
    std::vector<std::string> values;  ///< pointers of values that are in no array, the first ones
    std::uint64_t loose = 0;          ///< how many such values do not speak of the document
    std::string type;                 ///< of the document

    void key(std::string_view name) override {
        if (in_array_ == 0) name_ = name;
    }
    void value(JsonKind, std::string_view text) override {
        ++leaves_;
        if (in_array_ == 1 && depth_ == array_depth_) ++parts[array_].others;
        if (in_array_ == 0 && depth_ > 0) take_value(text);
    }
    void begin(JsonKind kind) override {
        const bool array = kind == JsonKind::array;
        if (in_array_ != 0) {
            if (depth_ == array_depth_) ++(array ? parts[array_].others : parts[array_].objects);
            ++in_array_;
            ++depth_;
            return;
        }
        const bool about = depth_ > 0 && (of_document() || is_about_document(name_));
        const bool form = depth_ > 0 && (of_form() || is_of_form(name_));
        if (depth_ > 0) append_pointer_step(pointer_, name_);
        sizes_.push_back(pointer_.size());
        ++depth_;
        parts.push_back({pointer_, name_, array, about, form, 0, 0, leaves_, depth_ - 1});
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
        part.leaves = leaves_ - part.leaves;
        open_.pop_back();
        sizes_.pop_back();
        pointer_.resize(sizes_.empty() ? 0 : sizes_.back());
    }

 private:
    static constexpr std::size_t most_values = 100;

    bool of_document() const { return parts[open_.back()].about; }
    bool of_form() const { return parts[open_.back()].form; }
    void take_value(std::string_view text) {
        if (depth_ == 1 && name_ == "type") type = text;
        if (of_form() || is_of_form(name_)) return;
        loose += !of_document() && !is_about_document(name_);
        if (values.size() == most_values) return;
        values.push_back(pointer_);
        append_pointer_step(values.back(), name_);
    }

    std::string name_, pointer_;
    std::vector<std::size_t> sizes_;
    std::vector<std::size_t> open_;
    std::uint64_t leaves_ = 0;
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

/// What is meant where nobody named the records.
struct Choice {
    const JsonPart* array = nullptr;  ///< the array that is likeliest; null: there is none
    bool sure = true;                 ///< nothing but what speaks of the document stands beside it
    bool much = false;                ///< there is so much in it that the rest is likely to be beside it
};

/// The likeliest array of several: that which is named as records are, else the longest.
const JsonPart* likeliest(const std::vector<const JsonPart*>& arrays) {
    const auto named = [](const JsonPart* part) { return names_records(part->name); };
    if (std::ranges::count_if(arrays, named) == 1) return *std::ranges::find_if(arrays, named);
    return arrays.empty() ? nullptr : *std::ranges::max_element(arrays, {}, &JsonPart::objects);
}

Choice choose(const PartTaker& taker) {
    std::vector<const JsonPart*> arrays;
    for (const JsonPart& part : taker.parts) {
        if (taker.type == "FeatureCollection" && part.pointer == "/features") return {&part};
        if (part.pointer == "/@graph") return {&part};
        if (part.may_hold_records() && !part.about) arrays.push_back(&part);
    }
    const JsonPart* best = likeliest(arrays);
    if (best == nullptr) return {};
    const bool named = names_records(best->name);
    std::uint64_t loose = taker.loose;
    for (const JsonPart& part : taker.parts) {
        if (!part.array || part.about || &part == best) continue;
        const bool beside = part.holds_records() && (named || (part.depth == 1 && best->depth == 1));
        if (!beside) loose += part.leaves;
    }
    return {best, loose == 0, best->leaves >= much_beside_little * (loose + 1)};
}

/// Tells what is read, and what is not.
void take(const PartTaker& taker, const JsonPart& part, JsonLayout& layout) {
    layout.kind = part.array ? JsonLayout::Kind::array : JsonLayout::Kind::single;
    layout.pointer = part.pointer;
    if (!part.array) return;
    layout.outside = taker.values;
    for (const JsonPart& other : taker.parts) {
        if (!other.array || other.form || &other == &part) continue;
        if (other.holds_records())
            layout.others.push_back(other.pointer + " (" + std::to_string(other.objects) + ")");
        else if (other.objects + other.others > 0)
            layout.outside.push_back(other.pointer);
    }
    if (taker.type == "FeatureCollection") std::erase(layout.outside, "/type");
}

void take_likely(const PartTaker& taker, JsonLayout& layout) {
    const Choice choice = choose(taker);
    if (choice.array != nullptr && (choice.sure || choice.much)) {
        take(taker, *choice.array, layout);
        if (!choice.sure) layout.instead = "/";
        return;
    }
    // One line is JSON Lines of one record as well; the places are the same.
    layout.kind = JsonLayout::Kind::single;
    if (choice.array != nullptr) layout.instead = choice.array->pointer;
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
    layout.bytes = reader.place().offset;
    if (wanted.empty()) {
        take_likely(taker, layout);
        return layout;
    }
    const auto named = std::ranges::find(taker.parts, wanted == "/" ? "" : wanted, &JsonPart::pointer);
    if (named != taker.parts.end()) {
        take(taker, *named, layout);
        return layout;
    }
    const std::string there = list_of(taker.parts);
    reader.refuse(start,
                  "「" + wanted + "」に記録の配列はありません。あるもの: " + (there.empty() ? "なし" : there),
                  "there are no records at '" + wanted + "'; there are: " + (there.empty() ? "none" : there));
}

}  // namespace daicho

#include "grammars/formats/json_value.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

/// Puts the parts of a value together as it hears of them.
class JsonTree final : public JsonListener {
 public:
    JsonValue root;

    void value(JsonKind kind, std::string_view text) override {
        JsonValue& to = slot();
        to.kind = kind;
        to.text = text;
    }
    void begin(JsonKind kind) override {
        JsonValue& to = slot();
        to.kind = kind;
        open_.push_back(&to);
    }
    void key(std::string_view name) override { open_.back()->members.emplace_back().name = name; }
    void end() override { open_.pop_back(); }

 private:
    JsonValue& slot() {
        if (open_.empty()) return root;
        JsonValue& parent = *open_.back();
        return parent.kind == JsonKind::array ? parent.items.emplace_back() : parent.members.back();
    }

    std::vector<JsonValue*> open_;  ///< from the outermost down; only the last one grows
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view member) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const JsonValue& value) { return value.name == member; });
    return found == members.end() ? nullptr : &*found;
}

std::string_view JsonValue::text_of(std::string_view member) const {
    const JsonValue* value = find(member);
    return value ? std::string_view(value->text) : std::string_view{};
}

JsonValue read_json_value(JsonReader& reader) {
    JsonTree tree;
    reader.read(tree);
    return std::move(tree.root);
}

std::optional<JsonValue> parse_json(std::string_view text) {
    try {
        JsonReader reader(text, "JSON");
        JsonValue value = read_json_value(reader);
        reader.expect_end();
        return value;
    } catch (const Error&) {
        return {};
    }
}

void read_json_records(ByteSource& file, std::string_view member,
                       const std::function<void(const JsonValue&)>& use) {
    JsonReader reader(file);
    bool found = false;
    reader.expect('{');
    for (bool first = true; reader.more('}', first);) {
        if (reader.key() != member || reader.peek() != '[') {
            reader.pass_over();
            continue;
        }
        found = true;
        reader.expect('[');
        for (bool first_element = true; reader.more(']', first_element);) use(read_json_value(reader));
    }
    reader.expect_end();
    if (!found) {
        const std::string name(member);
        throw Error{ErrorKind::input, file.name() + ": 配列 " + name + " がありません。",
                    file.name() + ": there is no array " + name};
    }
}

}  // namespace daicho

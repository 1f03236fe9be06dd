#include "grammars/formats/json_records.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>

#include <nlohmann/json.hpp>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

constexpr std::size_t deepest = 64;

/// Hears of the parts of a document and puts the elements together. Depth 1 is the outermost object, 2 the
/// array, 3 an element.
class Listener final : public nlohmann::json_sax<nlohmann::json> {
 public:
    Listener(std::string_view member, const std::function<void(const JsonValue&)>& use)
        : member_(member), use_(use) {}

    bool found = false;
    std::string mistake;
    std::size_t place = 0;

    bool null() override { return value({}); }
    bool boolean(bool v) override { return value(v ? "true" : "false"); }
    bool number_integer(number_integer_t v) override { return value(std::to_string(v)); }
    bool number_unsigned(number_unsigned_t v) override { return value(std::to_string(v)); }
    bool number_float(number_float_t, const string_t& text) override { return value(text); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return begin(false); }
    bool start_array(std::size_t) override { return begin(true); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }

    bool key(string_t& name) override {
        if (depth_ == 1) wanted_ = name == member_;
        if (!open_.empty()) open_.back()->members.emplace_back().name = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& why) override {
        place = position;
        mistake = why.what();
        return false;
    }

 private:
    /// Where the next value goes; null outside the elements.
    JsonValue* slot() {
        if (open_.empty()) return inside_ && depth_ == 2 ? &(element_ = {}) : nullptr;
        JsonValue& parent = *open_.back();
        return parent.members.empty() ? &parent.items.emplace_back() : &parent.members.back();
    }

    bool value(std::string text) {
        if (JsonValue* to = slot()) {
            to->text = std::move(text);
            if (open_.empty()) use_(element_);
        }
        return true;
    }

    bool begin(bool array) {
        if (JsonValue* to = slot()) open_.push_back(to);
        ++depth_;
        if (depth_ == 2 && wanted_ && array) inside_ = found = true;
        if (depth_ <= deepest) return true;
        mistake = "nested too deeply";
        return false;
    }

    bool end() {
        --depth_;
        if (depth_ < 2) inside_ = false;
        if (open_.empty()) return true;
        open_.pop_back();
        if (open_.empty()) use_(element_);
        return true;
    }

    std::string_view member_;
    const std::function<void(const JsonValue&)>& use_;
    std::size_t depth_ = 0;
    bool wanted_ = false;
    bool inside_ = false;
    JsonValue element_;
    std::vector<JsonValue*> open_;  ///< from the element down to what is being read; only the last one grows
};

/// The bytes of a source, one after the other.
class Bytes {
 public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Bytes() = default;
    explicit Bytes(ByteSource& file) : part_(std::make_shared<Part>(Part{file, {}, 0, 0})) { fill(); }

    reference operator*() const { return part_->bytes[part_->at]; }
    Bytes& operator++() {
        if (++part_->at == part_->size) fill();
        return *this;
    }
    Bytes operator++(int) {
        Bytes before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Bytes& a, const Bytes& b) { return a.ended() == b.ended(); }

 private:
    struct Part {
        ByteSource& file;
        std::string bytes;
        std::size_t at;
        std::size_t size;
    };

    bool ended() const { return !part_ || part_->size == 0; }
    void fill() {
        part_->bytes.resize(std::size_t{64} << 10);
        part_->size = part_->file.read(part_->bytes.data(), part_->bytes.size());
        part_->at = 0;
    }

    std::shared_ptr<Part> part_;  // the parser copies its iterator
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view member) const {
    const auto found = std::ranges::find(members, member, &JsonValue::name);
    return found == members.end() ? nullptr : &*found;
}

std::string_view JsonValue::text_of(std::string_view member) const {
    const JsonValue* value = find(member);
    return value ? std::string_view(value->text) : std::string_view{};
}

void read_json_records(ByteSource& file, std::string_view member,
                       const std::function<void(const JsonValue&)>& use) {
    Listener listener(member, use);
    if (!nlohmann::json::sax_parse(Bytes(file), Bytes(), &listener)) {
        const std::string at = std::to_string(listener.place);
        throw Error{ErrorKind::input,
                    file.name() + ": JSON として読めません（" + at + " バイト目）: " + listener.mistake,
                    file.name() + ": this is not valid JSON (byte " + at + "): " + listener.mistake};
    }
    if (!listener.found) {
        throw Error{ErrorKind::input, file.name() + ": 配列 " + std::string(member) + " がありません。",
                    file.name() + ": there is no array " + std::string(member)};
    }
}

}  // namespace daicho

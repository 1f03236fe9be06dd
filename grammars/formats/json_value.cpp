#include "grammars/formats/json_value.hpp"

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace daicho {

namespace {

constexpr std::size_t deepest = 64;

/// Puts the values of a document together as it hears of them.
class DocumentListener final : public nlohmann::json_sax<nlohmann::json> {
 public:
    JsonValue document;

    bool null() override { return value({}); }
    bool boolean(bool v) override { return value(v ? "true" : "false"); }
    bool number_integer(number_integer_t v) override { return value(std::to_string(v)); }
    bool number_unsigned(number_unsigned_t v) override { return value(std::to_string(v)); }
    bool number_float(number_float_t, const string_t& text) override { return value(text); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return begin(); }
    bool start_array(std::size_t) override { return begin(); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        open_.back()->members.emplace_back().name = std::move(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

 private:
    JsonValue& slot() {
        if (open_.empty()) return document;
        JsonValue& parent = *open_.back();
        return parent.members.empty() ? parent.items.emplace_back() : parent.members.back();
    }
    bool value(std::string text) {
        slot().text = std::move(text);
        return true;
    }
    bool begin() {
        open_.push_back(&slot());
        return open_.size() <= deepest;
    }
    bool end() {
        open_.pop_back();
        return true;
    }

    std::vector<JsonValue*> open_;  ///< from the outermost down; only the last one grows
};

}  // namespace

std::optional<JsonValue> parse_json(std::string_view text) {
    DocumentListener listener;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &listener)) return {};
    return std::move(listener.document);
}

}  // namespace daicho

#include "models/export/value_form.hpp"

#include <map>

#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

std::string_view value_forms_text() {
    for (const EmbeddedFile& file : embedded_models()) {
        if (file.path == "models/export/value_forms.tsv") return file.text;
    }
    return {};
}

std::map<const ValueType*, ValueForm> read_value_forms() {
    std::map<const ValueType*, ValueForm> forms;
    const TsvTable table{value_forms_text()};
    for (const TsvRow& row : table) {
        const ValueType* type = find_value_type(row.get("kind"));
        if (type == nullptr) continue;
        forms.emplace(type, ValueForm{row.get("json") == "number", row.get("pattern"),
                                      row.get("whole") == "yes", row.get("xsd"), row.get("sql")});
    }
    return forms;
}

/// The number in "{7}" at the start of `text`, taken from it; 1 where there is none.
std::size_t take_count(std::string_view& text) {
    if (!text.starts_with('{')) return 1;
    std::size_t count = 0;
    text.remove_prefix(1);
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        count = count * 10 + static_cast<std::size_t>(text.front() - '0');
        text.remove_prefix(1);
    }
    if (!text.starts_with('}')) return 0;
    text.remove_prefix(1);
    return count;
}

}  // namespace

const ValueForm& value_form(const ValueType& type) {
    static const std::map<const ValueType*, ValueForm> forms = read_value_forms();
    static const ValueForm text{false, "", false, "string", "TEXT"};
    const auto found = forms.find(&type);
    return found == forms.end() ? text : found->second;
}

std::size_t fixed_length(std::string_view pattern) {
    std::size_t length = 0;
    while (!pattern.empty()) {
        if (pattern.find_first_of("|()?*+.\\") == 0) return 0;
        if (pattern.front() == '[') pattern.remove_prefix(std::min(pattern.find(']'), pattern.size() - 1));
        pattern.remove_prefix(1);
        if (pattern.starts_with('?') || pattern.starts_with('*') || pattern.starts_with('+')) return 0;
        const std::size_t count = take_count(pattern);
        if (count == 0) return 0;
        length += count;
    }
    return length;
}

}  // namespace daicho

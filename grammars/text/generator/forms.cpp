#include <algorithm>
#include <tuple>

#include "grammars/text/character_data.hpp"
#include "grammars/text/generator/tables.hpp"

namespace generator {

namespace {

using daicho::character_data::StandardizedForm;

std::vector<std::string> values_of(const std::vector<StandardizedForm>& forms) {
    std::vector<std::string> values;
    for (const auto& [ideograph, base, selector] : forms) {
        values.push_back("{" + hex(ideograph) + "," + hex(base) + "," + hex(selector) + "}");
    }
    return values;
}

void write_standardized(const Sources& sources, Writer& writer) {
    constexpr std::string_view name = "CJK COMPATIBILITY IDEOGRAPH-";
    std::vector<StandardizedForm> forms;
    for_each_line(sources.unicode_file("StandardizedVariants.txt"), '#', [&](std::string_view line) {
        const Fields fields = split(line, ';');
        if (fields.size() < 2 || !fields[1].starts_with(name)) return;
        const Fields sequence = split(fields[0], ' ');
        forms.push_back(
            {read_hex(fields[1].substr(name.size())), read_hex(sequence[0]), read_hex(sequence[1])});
    });
    const auto by_ideograph = [](const auto& a, const auto& b) { return a.ideograph < b.ideograph; };
    const auto by_base = [](const auto& a, const auto& b) {
        return std::tie(a.base, a.selector) < std::tie(b.base, b.selector);
    };
    std::sort(forms.begin(), forms.end(), by_ideograph);
    writer.span("StandardizedForm", "standardized_forms", values_of(forms));
    std::sort(forms.begin(), forms.end(), by_base);
    writer.span("StandardizedForm", "standardized_forms_by_base", values_of(forms));
}

void write_equivalents(const Sources& sources, Writer& writer) {
    std::vector<std::pair<char32_t, char32_t>> forms;
    for_each_line(sources.unicode_file("EquivalentUnifiedIdeograph.txt"), '#', [&](std::string_view line) {
        const Fields fields = split(line, ';');
        const CodeRange range = read_range(fields[0]);
        for (char32_t c = range.first; c <= range.last; ++c) forms.emplace_back(c, read_hex(fields[1]));
    });
    std::sort(forms.begin(), forms.end());
    std::vector<std::string> values;
    for (const auto& [radical, ideograph] : forms)
        values.push_back("{" + hex(radical) + "," + hex(ideograph) + "}");
    writer.span("EquivalentForm", "equivalent_forms", values);
}

void write_changed_shapes(const Sources& sources, Writer& writer) {
    std::vector<std::string> values;
    for (const CodeRange range : sources.set("changed_shapes.txt")) {
        for (char32_t c = range.first; c <= range.last; ++c) values.push_back(hex(c));
    }
    writer.span("char32_t", "changed_shapes", values);
}

}  // namespace

void write_forms(const Sources& sources, Writer& writer) {
    write_standardized(sources, writer);
    write_equivalents(sources, writer);
    write_changed_shapes(sources, writer);
}

}  // namespace generator

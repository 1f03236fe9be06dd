#include "grammars/text/standardized_variant.hpp"

#include <algorithm>
#include <tuple>

#include "grammars/text/character.hpp"

namespace daicho {

namespace {

using character_data::StandardizedForm;

constexpr bool is_standard_selector(char32_t c) {
    return c >= 0xFE00 && c <= 0xFE02;
}

}  // namespace

std::optional<StandardizedVariant> standardized_variant(char32_t ideograph) {
    if (!is_unstable_ideograph(properties_of(ideograph))) return std::nullopt;
    const auto forms = character_data::standardized_forms;
    const auto found = std::ranges::lower_bound(forms, ideograph, {}, &StandardizedForm::ideograph);
    if (found == forms.end() || found->ideograph != ideograph) return std::nullopt;
    return StandardizedVariant{found->base, found->selector};
}

char32_t compatibility_ideograph(char32_t base, char32_t selector) {
    if (!is_standard_selector(selector)) return 0;
    const auto key = [](const StandardizedForm& form) { return std::tuple(form.base, form.selector); };
    const auto forms = character_data::standardized_forms_by_base;
    const auto found = std::ranges::lower_bound(forms, std::tuple(base, selector), {}, key);
    return found != forms.end() && key(*found) == std::tuple(base, selector) ? found->ideograph : 0;
}

std::string with_standardized_variants(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (const auto variant = standardized_variant(c)) {
            append_utf8(out, variant->base);
            append_utf8(out, variant->selector);
        } else {
            out.append(text, at, size);
        }
        at += size;
    }
    return out;
}

std::string with_compatibility_ideographs(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const auto [selector, selector_size] = code_point_at(text, at + size);
        const char32_t ideograph = compatibility_ideograph(c, selector);
        if (ideograph != 0) {
            append_utf8(out, ideograph);
            at += selector_size;
        } else {
            out.append(text, at, size);
        }
        at += size;
    }
    return out;
}

}  // namespace daicho

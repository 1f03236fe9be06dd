#include "models/engine/corporation_names.hpp"

namespace daicho {

CorporationNameLikeness compare_corporation_names(std::string_view given, std::string_view registered) {
    if (given == registered) return CorporationNameLikeness::equal;
    const CorporateNameKey a = corporate_name_key(given), b = corporate_name_key(registered);
    if (a.width == b.width) return CorporationNameLikeness::spelling;
    if (a.folded == b.folded) return CorporationNameLikeness::variant;
    return a.core == b.core && !a.core.empty() ? CorporationNameLikeness::legal_form
                                               : CorporationNameLikeness::different;
}

bool is_same_reading(std::string_view given, std::string_view registered) {
    const std::string a = corporate_kana_key(given), b = corporate_kana_key(registered);
    if (a.empty() || b.empty() || a == b) return true;
    for (const LegalForm& form : legal_forms()) {
        const std::string kana = corporate_kana_key(form.kana);
        if (kana.empty() || a.size() != b.size() + kana.size()) continue;
        if (a == kana + b || a == b + kana) return true;
    }
    return false;
}

std::optional<FormPosition> read_form_position(std::string_view text) {
    if (text.starts_with("前") || text == "before") return FormPosition::before;
    if (text.starts_with("後") || text == "after") return FormPosition::after;
    return std::nullopt;
}

}  // namespace daicho

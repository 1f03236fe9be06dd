#include "registries/corporations/name_search.hpp"

namespace daicho {

std::string_view to_string(NameLevel level) {
    constexpr std::string_view words[name_levels] = {
        "name",    "name-width",   "name-folded", "core-same-form", "core",          "former-name",
        "reading", "english-name", "name-within", "near-name",      "start-of-name", "part-of-name"};
    return words[static_cast<std::size_t>(level)];
}

bool NameHit::is_confirmed() const {
    if (local_body && place <= PlaceAgreement::municipality) return true;
    return form_agrees && ((place == PlaceAgreement::number && level <= NameLevel::near) ||
                           (place <= PlaceAgreement::town && level <= NameLevel::folded));
}

unsigned NameHit::rank() const {
    const auto flag = [](bool worse) { return worse ? 1u : 0u; };
    // A name that is the former one says more than one of another form; an office says who it is of.
    const NameLevel name_level = local_body                                       ? NameLevel::same_form
                                 : level == NameLevel::other_form && !form_agrees ? NameLevel::former
                                                                                  : level;
    const unsigned name = static_cast<unsigned>(name_level) * 2 + flag(!form_agrees);
    return ((flag(!is_confirmed()) * name_levels * 2 + name) * 2 + flag(closed)) * 8 +
           static_cast<unsigned>(place);
}

}  // namespace daicho

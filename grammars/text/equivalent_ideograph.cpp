#include "grammars/text/equivalent_ideograph.hpp"

#include <algorithm>

#include "grammars/text/character_data.hpp"

namespace daicho {

char32_t equivalent_ideograph(char32_t radical) {
    using character_data::EquivalentForm;
    const auto forms = character_data::equivalent_forms;
    const auto found = std::ranges::lower_bound(forms, radical, {}, &EquivalentForm::radical);
    return found != forms.end() && found->radical == radical ? found->ideograph : 0;
}

}  // namespace daicho

#pragma once

#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "grammars/values/value_type.hpp"
#include "registries/address/address_matcher.hpp"

namespace daicho {

/// How `daicho parse` reads texts and tells what they are.
struct TextParser {
    const ValueType& type;
    Reading reading;
    Language language = Language::ja;
    const AddressMatcher* addresses = nullptr;  ///< for addresses; null: there is no registry
    AddressTarget target = AddressTarget::any;

    /// Appends what `text` is as one line of JSON: input, ok, canonical, findings and the parts of the value.
    /// Text that is not UTF-8 is refused like any other. False where it was refused.
    bool append_json(std::string& out, std::string_view text) const;
    /// Appends the canonical form as a line, an empty one where `text` was refused; why goes to `remarks`.
    bool append_text(std::string& out, std::string& remarks, std::string_view text) const;
};

}  // namespace daicho

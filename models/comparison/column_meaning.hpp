#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// What the values of a column are, as far as that is known. Both pointers may be null: then they are texts.
struct ColumnMeaning {
    const Slot* slot = nullptr;       ///< the item of the model
    const ValueType* kind = nullptr;  ///< of a column without item: what its values look like
    Reading reading;

    /// The text by which the value is compared: its canonical form, or the text in plain notation where it is
    /// a value of no kind. Lives as long as `text` and until `scratch` changes.
    std::string_view comparable(std::string_view text, std::string& scratch) const;
    /// Name of the kind of value: "address", "date" ...; empty: none is known.
    std::string_view kind_name() const;
};

}  // namespace daicho

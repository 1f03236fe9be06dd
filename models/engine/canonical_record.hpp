#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// The values of a record by slot of the model, in canonical form, as far as they can be read. Reused from
/// record to record; its views live until it is filled again, and as long as the batch.
struct CanonicalRecord {
    /// Empty where there is no column or no text; of an item with several columns the first that has a text.
    std::vector<std::string_view> values;
    /// The text is not a value of its item: `values` has it as written.
    std::vector<char> unreadable;

    std::deque<std::string> owned;  ///< texts of `values` that are not in the batch
};

/// Reads the values of a record without checking it, for those who compare records. A cell in canonical form
/// costs no allocation. `model` and `binding` must outlive it; may be used from several threads at once.
class CanonicalReader {
 public:
    CanonicalReader(const Model& model, const Binding& binding, const Reading& reading)
        : model_(model), binding_(binding), reading_(reading) {}

    void read(const Batch& batch, std::size_t record, CanonicalRecord& out) const;

 private:
    const Model& model_;
    const Binding& binding_;
    Reading reading_;
};

}  // namespace daicho

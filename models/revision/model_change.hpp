#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"

namespace daicho {

/// What a change of a model means for those who use it.
enum class Impact : unsigned char {
    breaking,    ///< data that was right may be wrong now, or cannot be read as before
    compatible,  ///< data that was right stays so
    note,        ///< nothing that data or programs depend on
};

/// "breaking"
std::string_view to_string(Impact impact);

/// A kind of change, under the name that it has in JSON.
struct ChangeKind {
    std::string_view id;
    Text text;
};

/// All kinds.
std::span<const ChangeKind> change_kinds();

struct ModelChange {
    Impact impact = Impact::note;
    const ChangeKind* kind = nullptr;
    std::string place;     ///< "Library.seats", "SexCodeList.9"; empty: the model
    std::string old_form;  ///< as it was; may be empty
    std::string new_form;
};

/// What changed, in the order of the old model.
class ModelChanges {
 public:
    /// `kind` is the id of one of `change_kinds`.
    void add(Impact impact, std::string_view kind, const std::string& place, std::string old_form = {},
             std::string new_form = {});
    const std::vector<ModelChange>& all() const { return all_; }
    std::size_t count(Impact impact) const;

 private:
    std::vector<ModelChange> all_;
};

/// The changes as people read them, by impact.
std::string model_changes_text(const ModelChanges& changes, const std::string& from, const std::string& to,
                               Language language);
/// The same as one JSON document.
std::string model_changes_json(const ModelChanges& changes, const std::string& from, const std::string& to,
                               Language language);

}  // namespace daicho

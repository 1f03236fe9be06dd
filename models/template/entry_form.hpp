#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/dataset/models.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// What a form to fill in is made of.
struct EntryOptions {
    std::string pattern;         ///< whose required items are marked; empty: the first of the class
    bool extensions = false;     ///< extension items have columns as well
    bool english_names = false;  ///< headers in English
};

/// What the required pattern says of a column.
enum class EntryNeed : std::uint8_t {
    optional,
    recommended,
    when_assigned,
    one_of_group,  ///< one of the items of a nested class must be there
    may_be_empty,  ///< the column must be there
    required,
};

struct EntryColumn {
    std::string header;
    std::size_t slot = 0;
    EntryNeed need = EntryNeed::optional;
    std::string example;  ///< may be empty
};

/// A class as a form to fill in: its columns, and a row of examples. Lives no longer than the `Models` that
/// it was made with.
struct EntryForm {
    const Model* model = nullptr;
    std::string reference;  ///< by which the model is found again
    const RequiredPattern* pattern = nullptr;
    std::vector<EntryColumn> columns;

    const Slot& slot_of(const EntryColumn& column) const { return model->slots[column.slot]; }
};

/// The form of the class `name`. The examples contradict neither the model nor each other: what would is left
/// empty where it may be. Throws Error where there is no such class or pattern, or no item of it is known.
EntryForm entry_form(Models& models, const std::string& name, const EntryOptions& options);

/// A table of the header and the row of examples (UTF-8 with a byte-order mark, for Excel).
std::string entry_csv(const EntryForm& form);

/// The row of examples as a record of JSON, nested as the model is.
std::string entry_json(Models& models, const EntryForm& form, bool english_names);

/// A workbook: the form, how it is to be filled in, and the code lists. Throws Error for a class whose files
/// have no header.
std::string entry_workbook(const EntryForm& form, Language language);

}  // namespace daicho

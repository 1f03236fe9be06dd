#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/dictionary/class_sheet.hpp"
#include "models/export/exported_model.hpp"

namespace daicho {

/// What a model says that a form may have no words for.
enum class ModelFact : std::uint8_t {
    rules,         ///< conditions between items
    value_rules,   ///< what kinds of values ask beside their pattern: check digits, days of a month
    patterns,      ///< what a value looks like at all
    ranges,        ///< limits of numbers
    required,      ///< items that must be there
    alternatives,  ///< several sets of required items
    may_be_empty,  ///< the column is required, its values are not
    recommended,   ///< recommended, required when assigned or for exchange, forbidden
    code_values,   ///< the codes of a list
    code_labels,   ///< what the codes mean
    open_codes,    ///< other codes are welcome
    lists,         ///< several values in one cell
    repetition,    ///< items that occur several times
    nesting,       ///< items that are objects
    deep_nesting,  ///< objects deeper than was asked for
    unions,        ///< an object of one of several classes
    uniqueness,    ///< keys
    references,    ///< values that are keys of other records
    registries,    ///< values that a registry must know
    characters,    ///< profiles of characters, what keeps an original
    other_names,   ///< aliases, former and misspelt headers
    unknowns,      ///< notations for "not known"
    confidentiality,
    own_columns,   ///< columns that are not an item are welcome
    calculations,  ///< split, join, locate, identify
};
inline constexpr std::size_t model_facts = static_cast<std::size_t>(ModelFact::calculations) + 1;

/// A set of facts.
using ModelFacts = std::uint32_t;
constexpr ModelFacts facts_of(std::initializer_list<ModelFact> list) {
    ModelFacts set = 0;
    for (const ModelFact fact : list) set |= ModelFacts{1} << static_cast<unsigned>(fact);
    return set;
}

/// A fact of a model that a form cannot say, with the classes, items and rules that it is about:
/// "Person.age".
struct ExportLoss {
    ModelFact fact{};
    std::vector<std::string> places;
};

/// What is to be written and how.
struct ExportRequest {
    const ExportedModel& model;
    const ClassSheet& sheet;  ///< the same class for forms that are flat, with the levels that were asked for
    Language language;
    std::string_view label;                 ///< of the form
    const std::vector<ExportLoss>& losses;  ///< for the comments of forms that have comments
};

/// A notation that a model is written in: one line of the table of forms, and a file that writes it.
struct ExportForm {
    std::string_view name;   ///< "json-schema"
    std::string_view label;  ///< as people write it: "JSON Schema"
    ModelFacts says;         ///< the facts that it has words for
    bool flat;               ///< nested items stand beside others
    std::string (*write)(const ExportRequest& request);
};

/// All forms.
std::span<const ExportForm> export_forms();

/// The form of that name, or null.
const ExportForm* find_export_form(std::string_view name);

/// What `form` cannot say of a model, in the order of `ModelFact`; facts that the model does not have are no
/// loss.
std::vector<ExportLoss> export_losses(const ExportedModel& model, const ClassSheet& sheet,
                                      const ExportForm& form);

/// "規則: Person.death-after-birth、…": the first places, and how many there are further.
std::string loss_text(const ExportLoss& loss, Language language, std::size_t most_places);

/// The title of a list of losses: what a form of that label cannot say.
std::string losses_title(std::string_view label, Language language);

/// A class in a form, with what it cannot say.
struct Export {
    std::string text;
    std::vector<ExportLoss> losses;
};

struct ExportOptions {
    bool japanese_names = false;  ///< items go by their labels
    SheetOptions sheet;           ///< levels of nested classes in forms that are flat
    Language language = Language::ja;
};

Export export_model(ModelSet& models, const FoundClass& found, const ExportForm& form,
                    const ExportOptions& options);

}  // namespace daicho

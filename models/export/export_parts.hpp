#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "models/export/export_form.hpp"

namespace daicho {

/// Compact JSON, as `JsonWriter` gives it, with a line for each member and a line end behind it.
std::string indented_json(std::string_view compact);

/// The losses, one a line, each behind `before` and with a title; empty where there are none.
std::string loss_lines(const ExportRequest& request, std::string_view before);

/// The pattern of a cell or a JSON text of the item, of the whole text and without anchors: of its kind or
/// its `matches`, with its notations for "not known" and its separator. Empty where nothing is said.
std::string cell_pattern(const ExportedModel& model, const ExportedItem& item);

/// `text` with the signs of regular expressions taken literally.
std::string literal_pattern(std::string_view text);

/// Whether nested forms write the item as a number.
bool is_number(const ExportedItem& item);

/// Whether an item has one code and nothing else: no list of them and no other notation.
bool is_plain_code(const ExportedModel& model, const ExportedItem& item);

/// The texts that a code item accepts: codes, labels, or both.
std::vector<std::string> accepted_codes(const ExportedModel& model, const ExportedItem& item);

/// A leaf of a flat table: a line of the sheet with the item looked up.
struct FlatColumn {
    const SheetItem* line = nullptr;
    ExportedItem item;
    std::string name;       ///< header or path
    bool required = false;  ///< a value in every record
};
std::vector<FlatColumn> flat_columns(const ExportRequest& request);

/// The sets of required paths: those that every record has, and those of each required pattern besides. Items
/// whose value may be empty are not in them.
struct RequiredPaths {
    std::vector<std::string> always;
    struct Alternative {
        std::string name;
        std::vector<std::string> paths;
    };
    std::vector<Alternative> alternatives;
};
RequiredPaths required_paths(const ExportedModel& model);

/// A name of letters, digits and `_` for notations that allow no others: "Person"; "class_2" for one in
/// Japanese.
std::string plain_name(const std::string& name, std::string_view instead, std::size_t number);

/// The name of a code list of the model in notations that allow letters, digits and `_`.
std::string codes_name(const ExportedModel& model, std::size_t number);

/// Writes the definitions of all classes and code lists as members of a JSON object: JSON Schema 2020-12.
/// References begin with `prefix`.
void write_definitions(JsonWriter& json, const ExportedModel& model, std::string_view prefix);
/// Name of the definition of a record: with what is required of it.
std::string record_definition(const ExportedModel& model);

/// The same in small letters: a table of codes in a data package or a database.
std::string codes_resource(const ExportedModel& model, std::size_t number);

/// Writes the members of a schema of Table Schema (Frictionless, edition 1). With `resources`, code lists are
/// tables of their own that the fields refer to.
void write_table_schema(JsonWriter& json, const ExportRequest& request, bool resources);

}  // namespace daicho

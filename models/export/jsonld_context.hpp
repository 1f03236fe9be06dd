#pragma once

#include <set>
#include <string>

#include "grammars/formats/json_writer.hpp"
#include "models/export/exported_model.hpp"

namespace daicho {

/// Writes the value of `@context` of JSON-LD 1.1: an IRI for each class and item, in the namespace of the
/// class where it has one, with the terms of nested classes below the items that nest them. With
/// `paths`, only of items on the way to one of these English paths. Where the namespace of the class is a
/// document of contexts (….jsonld), its address alone.
void write_jsonld_context(JsonWriter& json, const ExportedModel& model,
                          const std::set<std::string>* paths = nullptr);

/// What records of the first class go by in the language of the names; where their context is published, the
/// name that it knows, which is the label.
std::string record_name(const ExportedModel& model);

}  // namespace daicho

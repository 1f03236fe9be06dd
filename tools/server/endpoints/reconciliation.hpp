#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "registries/lookup/answer_field.hpp"
#include "tools/server/router.hpp"

/// What the files of reconciliation share: entities, "corporation/2270001007750", and their types.
namespace daicho {

inline constexpr std::string_view entity_types[] = {"corporation", "address", "municipality", "school"};
inline constexpr std::size_t most_entities = 1000;  ///< in a request

std::string entity_id(const ServedKind& kind, std::string_view id);

struct Entity {
    const ServedKind* kind = nullptr;  ///< null: the text is no id of an entity
    std::string_view id;
};
Entity entity_of(std::string_view text);

/// The name by which people know it.
std::string entity_name(const AnswerRecord& record);
void write_entity_type(JsonWriter& json, const ServedKind& kind, Language language);
/// The JSON object that a parameter holds. Throws Refusal.
JsonValue parsed_object(std::string_view text, std::string_view name);

Response answer_extension(const Call& call, std::string_view text);
Response answer_entity_suggestions(const Call& call);
Response answer_type_suggestions(const Call& call);
Response answer_property_suggestions(const Call& call);
Response answer_proposal(const Call& call);
Response answer_preview(const Call& call);

}  // namespace daicho

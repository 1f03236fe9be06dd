#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "registries/lookup/lookup.hpp"
#include "tools/server/http_message.hpp"
#include "tools/server/router.hpp"
#include "tools/server/service.hpp"

/// How answers are written: envelope in JSON, GeoJSON, CSV.
namespace daicho {

enum class AnswerShape : std::uint8_t { json, geojson, csv };

/// What the parameter `format` or the header Accept asks for.
AnswerShape shape_of(const Call& call);

/// The media type of a shape.
std::string_view type_of(AnswerShape shape);

/// The id by which `/v1/KIND/ID` gives the record again; empty where it has none.
std::string id_of(const ServedKind& kind, const AnswerRecord& record);

/// Ends an answer whose object is still open at its end: generation, data date, attribution, `complete`, and
/// the reason where it is not.
void close_answer(std::string& body, const Snapshot& data, const ServedKind* kind, bool complete,
                  std::string_view why = {});

/// The field of that key, or null.
const AnswerField* field_of(const AnswerRecord& record, std::string_view key);
/// Its text; empty where it has none.
std::string_view text_of(const AnswerRecord& record, std::string_view key);

/// Its number; null where it has none.
const AnswerNumber* number_of(const AnswerRecord& record, std::string_view key);

/// One found thing with the kind that it is of.
struct ListedMatch {
    const ServedKind* kind;
    const LookupMatch* match;
    const FieldChoice* wanted = nullptr;  ///< of its fields; null: all
};

/// Records as CSV, in the columns of the first one of each field; cells of lists and records as people read
/// them.
std::string csv_of(std::span<const ListedMatch> matches, Language language);
/// {"type":"Feature", …}
void write_feature(JsonWriter& json, const ListedMatch& listed);
/// A record as JSON, in the fields that were found.
void write_item(JsonWriter& json, const ListedMatch& listed);

/// The fields that the parameter `fields` names, separated by commas.
FieldChoice fields_of(const Call& call, std::vector<std::string> more = {});

}  // namespace daicho

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registries/lookup/answer_field.hpp"

namespace daicho {

class Registry;

/// The id of a place of the address base registry in one text: 全国地方公共団体コード and 町字ID, and behind
/// hyphens 街区ID, 住居ID, 住居2ID, or 地番ID (15 digits): "1310590001001-001-004". Empty where town or
/// municipality are.
std::string address_id(std::string_view lg_code, std::string_view machiaza_id, std::string_view blk_id,
                       std::string_view rsdt_id, std::string_view rsdt2_id, std::string_view prc_id);

/// The town, block, residence or parcel of such an id, with its point where the registry has one. Nothing
/// where it has no such place, or where the text is no such id.
std::optional<AnswerRecord> address_by_id(const Registry& registry, std::string_view id);

}  // namespace daicho

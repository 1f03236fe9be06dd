#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/address/address_answer.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/lookup/answer_field.hpp"
#include "registries/lookup/field_choice.hpp"

namespace daicho {

/// The place as the registry writes it, with the number that its registers have:
/// 和歌山県和歌山市太田四丁目10-1.
std::string place_text(const AddressPlace& place);

/// Whether the point of the place can be trusted: that of a town is doubtful where other lists have it
/// elsewhere.
bool has_reliable_point(const AddressPlace& place);

/// All fields of a record of an address, in their order.
std::span<const FieldName> address_fields();

/// What is known of an address, for an answer in JSON or for people: the items of GIF 433, level, point,
/// category, what was matched, ids, changes and forms, as far as they are wanted (`wanted`: of
/// `address_fields`). The answer and its alternatives have the same fields. Takes the items of `answered`
/// away.
AnswerRecord address_record(AnsweredAddress& answered, const FieldMask& wanted = FieldMask::all());

/// Why the text may mean another place than the answer.
AnswerTerm alternative_reason(const AddressAnswer& answer, const AddressAlternative& alternative);

/// The other places that the text may mean, in a line each: match, level, ids, reason, tied.
std::vector<AnswerRecord> alternative_records(const AddressAnswer& answer);

}  // namespace daicho

#include "tools/parsed_address.hpp"

#include "grammars/values/address.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/words.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/address_terms.hpp"
#include "registries/lookup/answer_json.hpp"

namespace daicho {

namespace {

/// A refusal that says no more than that the municipality is not certain.
bool lacks_municipality(RuleId rule) {
    return rule == rules::incomplete || rule == rules::ambiguous || rule == rules::unknown_name;
}

}  // namespace

Result<std::string> canonical_address(const AnsweredAddress& answered, const Reading& reading) {
    auto plain = address_type.canonical(answered.text(), reading);
    if (plain || !lacks_municipality(plain.refusal().rule)) return plain;
    if (settled_level(answered.answer()) < MatchLevel::town) return plain;
    return as_canonical(answered.text(), answered.items().full_address);
}

void write_address_parts(JsonWriter& json, AnsweredAddress& answered) {
    const AddressAnswer& answer = answered.answer();
    const bool outside = answer.place.level < MatchLevel::municipality && answered.items().outside_registry;
    write_record(json, address_record(answered), false);
    if (outside) {
        json.key("reason").string(municipality_not_covered.key);
    } else if (told_reason(answer) != AddressReason::none) {
        json.key("reason").string(term_of(told_reason(answer)).key);
    }
    if (answer.alternatives.empty()) return;
    json.key("alternatives").begin_array();
    for (const AnswerRecord& record : alternative_records(answer)) {
        json.begin_object();
        write_record(json, record);
        json.end_object();
    }
    json.end_array();
}

void write_address_parts(JsonWriter& json, std::string_view text, const Reading& reading) {
    for (const auto& [name, value] : address_type.parts(text, reading)) {
        if (name != "alternatives") json.key(name).string(value);
    }
    const auto address = parse_address(text, reading);
    if (!address || address->alternatives.empty()) return;
    json.key("alternatives").begin_array();
    for (const Place& place : address->alternatives) {
        json.begin_object().key("match").string(place.prefecture + place.city_and_county);
        json.key("level").string(to_string(place.level));
        json.key("ids").begin_object().key("lg_code").string(place.lg_code).end_object();
        json.key("reason").string(term_of(AddressReason::several_municipalities).key);
        json.key("tied").boolean(true).end_object();
    }
    json.end_array();
}

}  // namespace daicho

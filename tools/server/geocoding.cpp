#include "tools/server/geocoding.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/area_match.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/lookup/address_by_id.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/address_terms.hpp"
#include "registries/lookup/answer_json.hpp"
#include "tools/server/problem.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_address = 1000;  ///< bytes

void write_term(JsonWriter& json, const AnswerTerm& term, Language language) {
    json.begin_object().key("code").string(term.key);
    json.key("label").string(term.label.in(language)).end_object();
}

std::string place_id_of(const AddressPlace& place) {
    return address_id(place.lg_code, place.machiaza_id, place.block_id, place.residence_id,
                      place.residence2_id, place.parcel_id);
}

void write_degrees(JsonWriter& json, double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6f", value);
    json.decimal(text);
}

void write_point(JsonWriter& json, const AddressPoint& point) {
    const bool known = point.level != MatchLevel::none;
    json.key("latitude");
    known ? write_degrees(json, point.latitude) : static_cast<void>(json.null());
    json.key("longitude");
    known ? write_degrees(json, point.longitude) : static_cast<void>(json.null());
    json.key("coordinateLevel").string_or_null(known ? term_of(point.level).key : std::string_view());
}

void write_place(JsonWriter& json, const AddressPlace& place, bool with_point) {
    json.key("level").string(term_of(place.level).key);
    json.key("match").string_or_null(place.level == MatchLevel::none ? std::string() : place_text(place));
    json.key("municipality").string_or_null(place.lg_code);
    json.key("id").string_or_null(place_id_of(place));
    if (with_point) write_point(json, place.point);
}

void write_steps(JsonWriter& json, std::string_view text, const AddressAnswer& answer, Language language) {
    json.key("steps").begin_array();
    for (const AddressChange& change : answer.changes) {
        const AnswerTerm term = term_of(change.kind);
        json.begin_object().key("code").string(term.key).key("label").string(term.label.in(language));
        const Span span = change.span;
        json.key("from").string_or_null(text.substr(span.begin, span.end - span.begin));
        json.key("to").string_or_null(change.to);
        json.key("span").begin_array().number(span.begin).number(span.end).end_array();
        json.end_object();
    }
    json.end_array();
}

void write_candidates(JsonWriter& json, const AddressAnswer& answer, bool with_point, Language language) {
    json.key("candidates").begin_array();
    for (const AddressAlternative& one : answer.alternatives) {
        json.begin_object();
        write_place(json, one.place, with_point);
        json.key("tied").boolean(one.equal).key("reason");
        write_term(json, alternative_reason(answer, one), language);
        json.end_object();
    }
    json.end_array().key("candidatesInAll").number(answer.alternatives_in_all);
}

void write_rest(JsonWriter& json, std::string_view text, const AddressAnswer& answer) {
    const auto slice = [&](Span span) { return text.substr(span.begin, span.end - span.begin); };
    json.key("building").string_or_null(slice(answer.spans.building));
    json.key("rest").string_or_null(slice(answer.spans.rest));
}

}  // namespace

bool answer_geocoding(const Snapshot& data, Language language, const Question& question, bool with_point,
                      std::string& out) {
    const AddressMatcher* matcher = data.knowledge().addresses();
    if (!matcher) {
        throw Refusal{problems::not_covered,
                      {"住所のある台帳ファイルがありません。daicho build で作ってください。",
                       "there is no registry with addresses; make one with daicho build"}};
    }
    if (question.q.size() > longest_address || find_invalid_utf8(question.q) != question.q.npos) {
        throw Refusal{problems::bad_value,
                      {"住所は UTF-8 で 1000 バイトまでです。", "an address is UTF-8 of up to 1000 bytes"},
                      "q"};
    }
    AddressOptions options;
    if (question.target == "residence") options.target = AddressTarget::residence;
    if (question.target == "parcel") options.target = AddressTarget::parcel;
    if (question.limit > 0) options.alternatives = question.limit - 1;
    AddressAnswer answer = match_in_area(*matcher, question.q, question.area, options).answer;
    JsonWriter json{out};
    json.begin_object().key("q").string(question.q);
    json.key("class").string_or_null(to_string(answer.category));
    write_place(json, answer.place, with_point);
    json.key("reason");
    if (answer.category == AddressCategory::exact || answer.category == AddressCategory::changed) {
        write_term(json, term_of(answer.category), language);
    } else {
        write_term(json, term_of(told_reason(answer)), language);
    }
    write_steps(json, question.q, answer, language);
    write_candidates(json, answer, with_point, language);
    write_rest(json, question.q, answer);
    if (!question.fields.all()) {
        json.key("item").begin_object();
        AnsweredAddress answered(question.q, std::move(answer));
        write_record(json, address_record(answered, question.fields.among(address_fields())));
        json.end_object();
    }
    return true;
}

}  // namespace daicho

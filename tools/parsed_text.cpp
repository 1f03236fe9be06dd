#include "tools/parsed_text.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/address.hpp"
#include "models/reports/finding_json.hpp"
#include "models/rules/message.hpp"
#include "models/rules/value_finding.hpp"
#include "tools/parsed_address.hpp"

namespace daicho {

namespace {

/// What a text came to.
struct ReadText {
    Result<std::string> canonical;
    std::optional<AnsweredAddress> address;  ///< of an address, where there is a registry
};

ReadText read(const TextParser& parser, std::string_view text) {
    const std::size_t bad = find_invalid_utf8(text);
    if (bad != std::string_view::npos) {
        const auto begin = static_cast<std::uint32_t>(bad);
        return {Remark{.rule = rules::invalid_bytes, .where = {begin, begin + 1}, .detail = "UTF-8"}, {}};
    }
    if (&parser.type != &address_type || parser.addresses == nullptr) {
        return {parser.type.canonical(text, parser.reading), {}};
    }
    AnsweredAddress answered(text, parser.addresses->match(text, {.target = parser.target}));
    auto canonical = canonical_address(answered, parser.reading);
    return {std::move(canonical), std::move(answered)};
}

Finding finding_of(const TextParser& parser, std::string_view text, const Result<std::string>& result) {
    return value_finding(parser.type, text, result);
}

void write_parts(JsonWriter& json, const TextParser& parser, std::string_view text, ReadText& read) {
    if (parser.type.confidential || find_invalid_utf8(text) != text.npos || !parser.type.parts) return;
    if (read.address) return write_address_parts(json, *read.address);
    if (&parser.type == &address_type) return write_address_parts(json, text, parser.reading);
    std::map<std::string, int> seen;  // a key is written once: phoneNumber, phoneNumber[2]
    for (const auto& [name, value] : parser.type.parts(text, parser.reading)) {
        const int number = ++seen[std::string(name)];
        const std::string again = number == 1 ? std::string() : "[" + std::to_string(number) + "]";
        json.key(std::string(name) + again).string(value);
    }
}

}  // namespace

bool TextParser::append_json(std::string& out, std::string_view text) const {
    ReadText read_text = read(*this, text);
    const auto& result = read_text.canonical;
    const Finding finding = finding_of(*this, text, result);
    JsonWriter json{out};
    json.begin_object().key("input");
    if (type.confidential) {
        json.null();
    } else {
        json.string(text);
    }
    json.key("ok").boolean(static_cast<bool>(result)).key("canonical");
    if (!result || type.confidential) {
        json.null();
    } else {
        json.string(*result);
    }
    json.key("findings").begin_array();
    if (!finding.rule.empty()) write_remark(json, finding, {.wording = language});
    json.end_array();
    write_parts(json, *this, text, read_text);
    json.end_object().end_line();
    return static_cast<bool>(result);
}

bool TextParser::append_text(std::string& out, std::string& remarks, std::string_view text) const {
    const auto result = read(*this, text).canonical;
    if (result && !type.confidential) out += *result;
    out += '\n';
    if (result) return true;
    Finding finding = finding_of(*this, text, result);
    if (finding.confidential) finding = masked(std::move(finding));
    remarks += render_message(finding, find_rule(finding.rule.text), language);
    remarks += '\n';
    return false;
}

}  // namespace daicho

#include <algorithm>
#include <charconv>

#include "grammars/base/error.hpp"
#include "grammars/characters/conversion_record.hpp"
#include "grammars/formats/json_value.hpp"

namespace daicho {

namespace {

constexpr std::size_t record_chunk_size = std::size_t{64} << 10;
/// No cell is longer than a record of a table may be, and its bytes take two digits each.
constexpr std::size_t line_limit = std::size_t{1} << 30;

std::optional<std::uint64_t> number_in(const JsonValue& object, std::string_view member) {
    const std::string_view text = object.text_of(member);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::optional<TextForm> form_in(const JsonValue& header, std::string_view member) {
    const JsonValue* form = header.find(member);
    const auto encoding = form ? parse_encoding(form->text_of("encoding")) : std::nullopt;
    if (!encoding) return {};
    return TextForm{*encoding, form->text_of("bom") == "true"};
}

std::optional<ContentDigest> digest_in(const JsonValue& end, std::string_view member) {
    const JsonValue* digest = end.find(member);
    const auto size = digest ? number_in(*digest, "size") : std::nullopt;
    if (!size) return {};
    return ContentDigest{std::string(digest->text_of("sha256")), *size};
}

std::optional<ConversionHeader> header_in(const JsonValue& line) {
    const auto from = form_in(line, "from");
    const auto to = form_in(line, "to");
    if (!from || !to) return {};
    ConversionHeader header{
        std::string(line.text_of("tool")), std::string(line.text_of("source")), *from, *to, {}, {}};
    const auto take = [&](std::string_view member, std::vector<std::string>& texts) {
        const JsonValue* list = line.find(member);
        if (list == nullptr) return;
        for (const auto& item : list->items) texts.push_back(item.text);
    };
    take("rules", header.rules);
    take("data", header.data);
    return header;
}

std::optional<ConversionEnd> end_in(const JsonValue& line) {
    const JsonValue* counts = line.find("end");
    const auto source = digest_in(line, "source");
    const auto result = digest_in(line, "result");
    if (counts == nullptr || !source || !result) return {};
    return ConversionEnd{number_in(*counts, "edits").value_or(0), number_in(*counts, "left").value_or(0),
                         number_in(*counts, "bytes").value_or(0), *source, *result};
}

std::optional<std::string> bytes_in(std::string_view digits) {
    const auto value = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    if (digits.size() % 2 != 0) return {};
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        if (value(digits[i]) < 0 || value(digits[i + 1]) < 0) return {};
        bytes.push_back(static_cast<char>(value(digits[i]) << 4 | value(digits[i + 1])));
    }
    return bytes;
}

}  // namespace

ConversionRecordReader::ConversionRecordReader(ByteSource& record) : record_(record) {
    const auto line = next_line();
    const auto json = line ? parse_json(*line) : std::nullopt;
    if (!json || json->text_of("record") != "daicho-conversion") {
        throw Error{ErrorKind::input,
                    record.name() + ": 変換の記録ではありません。変換のときに書いた記録を指定してください。",
                    record.name() +
                        ": this is not the record of a conversion; name the one that the conversion wrote"};
    }
    if (json->text_of("version") != "1") {
        throw Error{ErrorKind::input,
                    record.name() + ": 新しい版の daicho が書いた記録です。その版で元に戻してください。",
                    record.name() + ": a newer daicho wrote this record; undo with that one"};
    }
    const auto header = header_in(*json);
    if (!header) refuse();
    header_ = *header;
}

std::optional<std::string_view> ConversionRecordReader::next_line() {
    std::size_t searched = at_;
    for (;;) {
        const std::size_t end = text_.find('\n', searched);
        if (end != text_.npos) {
            line_.assign(text_, at_, end - at_);
            at_ = end + 1;
            ++number_;
            return line_;
        }
        text_.erase(0, at_);
        at_ = 0;
        searched = text_.size();
        if (searched > line_limit) refuse();
        text_.resize(searched + record_chunk_size);
        const std::size_t got = record_.read(text_.data() + searched, record_chunk_size);
        text_.resize(searched + got);
        if (got == 0) return {};
    }
}

/// Goes on to the next line that starts so. What comes behind the end is not looked at.
bool ConversionRecordReader::next_line_of(std::string_view start) {
    while (!end_ && next_line()) {
        if (line_.starts_with(start)) return true;
        if (!line_.starts_with("{\"end\":")) continue;
        const auto json = parse_json(line_);
        end_ = json ? end_in(*json) : std::nullopt;
        if (!end_) refuse();
    }
    return false;
}

std::optional<ConversionEdit> ConversionRecordReader::next_edit() {
    if (!next_line_of("{\"edit\":")) return {};
    const auto json = parse_json(line_);
    const auto at = json ? number_in(*json, "edit") : std::nullopt;
    if (!at || json->find("was") == nullptr || json->find("now") == nullptr) refuse();
    ConversionEdit edit;
    edit.at = *at;
    edit.place.line = number_in(*json, "line").value_or(0);
    edit.was = json->text_of("was");
    edit.now = json->text_of("now");
    edit.rule = json->text_of("rule");
    return edit;
}

std::optional<SourceBytesEdit> ConversionRecordReader::next_bytes() {
    if (!next_line_of("{\"bytes\":")) return {};
    const auto json = parse_json(line_);
    const auto at = json ? number_in(*json, "bytes") : std::nullopt;
    const auto size = json ? number_in(*json, "size") : std::nullopt;
    auto were = json ? bytes_in(json->text_of("were")) : std::nullopt;
    if (!at || !size || !were) refuse();
    return SourceBytesEdit{*at, *size, std::move(*were)};
}

const ConversionEnd& ConversionRecordReader::end() {
    next_line_of("\n");  // no line starts so: reads to the end
    if (!end_) {
        throw Error{ErrorKind::input,
                    record_.name() + ": 記録が途中で終わっています。この記録では元に戻せません。",
                    record_.name() + ": the record stops before its end; it cannot undo the conversion"};
    }
    return *end_;
}

void ConversionRecordReader::refuse() const {
    const std::string line = std::to_string(number_);
    throw Error{
        ErrorKind::input,
        record_.name() + ": " + line + " 行目が変換の記録として読めません。記録が書き換えられています。",
        record_.name() + ": line " + line + " is not a valid line of a record; the record was changed"};
}

}  // namespace daicho

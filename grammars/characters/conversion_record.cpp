#include "grammars/characters/conversion_record.hpp"

#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

constexpr std::size_t record_flush_size = std::size_t{64} << 10;

constexpr std::string_view loss_names[] = {"none", "look", "identity", "text"};
constexpr Text loss_titles[] = {
    {"失われるものなし", "nothing"},
    {"見た目だけ", "the look only"},
    {"どの字だったか", "which character it was"},
    {"元の文字の並び", "the text as it was"},
};

void append_form(JsonWriter& json, std::string_view key, const TextForm& form) {
    json.key(key).begin_object();
    json.key("encoding").string(to_string(form.encoding));
    json.key("bom").boolean(form.bom);
    json.end_object();
}

void append_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const auto& text : texts) json.string(text);
    json.end_array();
}

void append_place(JsonWriter& json, const TextPlace& place) {
    if (place.line != 0) json.key("line").number(place.line);
    if (place.record != 0) json.key("record").number(place.record);
    if (place.column != 0) json.key("column").number(place.column);
    if (!place.header.empty()) json.key("header").string(place.header);
    json.key("span").begin_array().number(place.span.begin).number(place.span.end).end_array();
}

void append_digest(JsonWriter& json, std::string_view key, const ContentDigest& digest) {
    json.key(key).begin_object();
    json.key("sha256").string(digest.sha256);
    json.key("size").number(digest.size);
    json.end_object();
}

}  // namespace

std::string_view name_of(ConversionLoss loss) {
    return loss_names[static_cast<std::size_t>(loss)];
}

Text title_of(ConversionLoss loss) {
    return loss_titles[static_cast<std::size_t>(loss)];
}

void ConversionRecordWriter::flush(std::size_t above) {
    if (text_.size() <= above) return;
    out_(text_);
    text_.clear();
}

void ConversionRecordWriter::begin(const ConversionHeader& header) {
    JsonWriter json(text_);
    json.begin_object();
    json.key("record").string("daicho-conversion");
    json.key("version").number(1);
    json.key("tool").string(header.tool);
    json.key("source").string(header.source);
    append_form(json, "from", header.from);
    append_form(json, "to", header.to);
    append_list(json, "rules", header.rules);
    append_list(json, "data", header.data);
    json.end_object().end_line();
}

void ConversionRecordWriter::add(const ConversionEdit& edit) {
    JsonWriter json(text_);
    json.begin_object().key("edit").number(edit.at);
    append_place(json, edit.place);
    json.key("was").string(edit.was);
    json.key("now").string(edit.now);
    json.key("rule").string(edit.rule);
    if (!edit.basis.empty()) json.key("basis").string(edit.basis);
    json.key("loss").string(name_of(edit.loss));
    json.end_object().end_line();
    ++counts_.edits;
    flush(record_flush_size);
}

void ConversionRecordWriter::add(const LeftCharacter& left) {
    JsonWriter json(text_);
    json.begin_object().key("left").string(left.unit);
    append_place(json, left.place);
    json.key("why").string(left.why);
    if (!left.candidates.empty()) append_list(json, "candidates", left.candidates);
    json.end_object().end_line();
    ++counts_.left;
    flush(record_flush_size);
}

void ConversionRecordWriter::add(const SourceBytesEdit& bytes) {
    JsonWriter json(text_);
    json.begin_object();
    json.key("bytes").number(bytes.at);
    json.key("size").number(bytes.size);
    json.key("were").string(hexadecimal(bytes.were));
    json.end_object().end_line();
    ++counts_.bytes;
    flush(record_flush_size);
}

void ConversionRecordWriter::end(const ContentDigest& source, const ContentDigest& result) {
    counts_.source = source;
    counts_.result = result;
    JsonWriter json(text_);
    json.begin_object().key("end").begin_object();
    json.key("edits").number(counts_.edits);
    json.key("left").number(counts_.left);
    json.key("bytes").number(counts_.bytes);
    json.end_object();
    append_digest(json, "source", source);
    append_digest(json, "result", result);
    json.end_object().end_line();
    flush(0);
}

}  // namespace daicho

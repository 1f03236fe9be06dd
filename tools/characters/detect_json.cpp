#include <algorithm>

#include "grammars/formats/json_writer.hpp"
#include "tools/characters/detect_notes.hpp"
#include "tools/characters/detect_report.hpp"

namespace daicho {

namespace {

void write_encodings(JsonWriter& json, const std::vector<Encoding>& encodings) {
    json.begin_array();
    for (const Encoding encoding : encodings) json.string(to_string(encoding));
    json.end_array();
}

void write_reading(JsonWriter& json, const EncodingReading& reading) {
    json.begin_object()
        .key("encoding")
        .string(to_string(reading.encoding))
        .key("holds")
        .boolean(reading.holds());
    if (reading.broken) {
        json.key("broken").begin_object().key("line").number(reading.broken->line);
        json.key("offset")
            .number(reading.broken->offset)
            .key("byte")
            .number(reading.broken->byte)
            .end_object();
    } else if (reading.lacks_zeros) {
        json.key("lacks_zero_bytes").boolean(true);
    } else {
        const ReadingCounts& c = reading.counts;
        json.key("characters").begin_object();
        json.key("ascii").number(c.ascii).key("kana").number(c.kana).key("frequent_kanji").number(c.common);
        json.key("level_1").number(c.level_1).key("rare_kanji").number(c.rare);
        json.key("half_width_kana").number(c.half_kana).key("symbols").number(c.symbols);
        json.key("latin").number(c.latin).key("foreign").number(c.foreign).key("unusable").number(c.unusable);
        json.end_object();
        json.key("surprise").number(static_cast<std::uint64_t>(std::max(0.0, reading.bits)));
        json.key("line").number(reading.line_number).key("text").string(reading.line);
    }
    json.end_object();
}

void write_survey(JsonWriter& json, const TextSurvey& survey) {
    json.key("newline").string(to_string(survey.newline()));
    json.key("newlines")
        .begin_object()
        .key("lf")
        .number(survey.lf.count)
        .key("crlf")
        .number(survey.crlf.count);
    json.key("cr").number(survey.cr.count).end_object();
    json.key("notes").begin_array();
    for (const DetectNote& note : detect_notes(survey)) {
        json.begin_object().key("name").string(note.name).key("count").number(note.where.count);
        json.key("line").number(note.where.first_line).end_object();
    }
    json.end_array();
}

}  // namespace

std::string detected_json(const DetectedFile& file) {
    std::string out;
    JsonWriter json{out};
    json.begin_object().key("path").string(file.path);
    if (!file.other_format.en.empty()) {
        json.key("verdict").string("no-text").key("encoding").null().end_object().end_line();
        return out;
    }
    const EncodingEvidence& found = file.evidence;
    json.key("verdict").string(to_string(found.verdict)).key("encoding");
    json.string_or_null(found.encoding ? to_string(*found.encoding) : "")
        .key("bom")
        .boolean(found.bom_size != 0);
    json.key("only_ascii").boolean(found.only_ascii).key("deciding_bytes").number(found.deciding_bytes);
    json.key("remaining");
    write_encodings(json, found.remaining);
    json.key("readings").begin_array();
    for (const EncodingReading& reading : found.readings) write_reading(json, reading);
    json.end_array();
    if (file.survey) write_survey(json, *file.survey);
    if (!file.runs.empty()) {
        json.key("runs").begin_array();
        for (const EncodingRun& run : file.runs) {
            json.begin_object()
                .key("line")
                .number(run.first_line)
                .key("lines")
                .number(run.lines)
                .key("encodings");
            write_encodings(json, run.encodings);
            json.end_object();
        }
        json.end_array();
    }
    json.end_object().end_line();
    return out;
}

}  // namespace daicho

#include <algorithm>
#include <cstdlib>
#include <map>

#include "grammars/text/generator/tables.hpp"

namespace generator {

namespace {

constexpr std::size_t cells = 94;

std::size_t read_place(std::string_view text) {
    const Fields parts = split(text, '-');
    const auto number = [&](std::size_t i) {
        return std::strtoul(std::string(parts[i]).c_str(), nullptr, 10) - 1;
    };
    if (parts.size() != 3) fail("no position: " + std::string(text));
    return (number(0) * cells + number(1)) * cells + number(2);
}

/// "U+304B+309A".
std::u32string read_sequence(std::string_view text) {
    std::u32string out;
    for (const std::string_view part : split(text.substr(2), '+')) out.push_back(read_hex(part));
    return out;
}

}  // namespace

std::vector<JisRow> read_jis(const Sources& sources) {
    std::map<std::size_t, JisRow> rows;
    for_each_line(sources.table("jis_x0213.txt"), 0, [&](std::string_view line) {
        const Fields fields = split(line, '\t');
        if (fields.size() != 3) fail("jis_x0213.txt: " + std::string(line));
        std::size_t place = read_place(fields[0]);
        if (fields[2].starts_with("U+")) {
            const std::u32string sequence = read_sequence(fields[2]);
            const auto year = static_cast<unsigned>(std::atoi(std::string(fields[1]).c_str()));
            rows[place] = {place, year, sequence[0], sequence.size() > 1 ? sequence[1] : 0, 0, false};
            return;
        }
        for (const char32_t c : to_code_points(fields[2])) {
            JisRow& row = rows[place];
            if (fields[1] == "windows" || fields[1] == "full-width") {
                row.other = c;
                row.of_windows = fields[1] == "windows";
            } else {
                row = {place, static_cast<unsigned>(std::atoi(std::string(fields[1]).c_str())), c, 0, 0,
                       false};
            }
            ++place;
        }
    });
    std::vector<JisRow> all;
    for (const auto& [place, row] : rows) all.push_back(row);
    return all;
}

namespace {

using Places = std::map<std::pair<char32_t, char32_t>, std::size_t>;

/// The character of a position before what else stands for one; what Windows writes before full-width forms.
Places places_of(const std::vector<JisRow>& jis, unsigned before) {
    Places places;
    for (const JisRow& row : jis) {
        if (row.year < before) places.emplace(std::pair{row.character, row.mark}, row.place);
    }
    for (const bool of_windows : {true, false}) {
        for (const JisRow& row : jis) {
            if (row.year < before && row.other != 0 && row.of_windows == of_windows) {
                places.emplace(std::pair{row.other, char32_t{0}}, row.place);
            }
        }
    }
    return places;
}

void write_places(const Places& places, std::string_view name, Writer& writer) {
    std::vector<std::string> values;
    for (const auto& [key, place] : places) {
        values.push_back("{" + hex(key.first) + "," + hex(key.second) + "," + std::to_string(place) + "}");
    }
    writer.span("JisPlace", name, values);
}

}  // namespace

void write_jis(const std::vector<JisRow>& jis, Writer& writer) {
    std::vector<std::string> forms(2 * cells * cells, "{}");
    for (const JisRow& row : jis) {
        forms[row.place] = "{" + hex(row.character) + "," + hex(row.mark) + "," + hex(row.other) + "," +
                           std::to_string(row.year) + "}";
    }
    writer.array("JisForm", "jis_forms", forms);
    write_places(places_of(jis, 9999), "jis_places", writer);
    write_places(places_of(jis, 2000), "jis_1990_places", writer);
}

}  // namespace generator

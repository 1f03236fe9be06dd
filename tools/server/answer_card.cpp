#include "tools/server/answer_card.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/digits.hpp"
#include "registries/lookup/answer_layout.hpp"
#include "registries/lookup/answer_text.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/html_text.hpp"

namespace daicho {

namespace {

std::string label_of(const AnswerField& field, Language language) {
    return std::string(field.name.label.in(language));
}

/// The title of a record: codes stand small before the name.
struct CardTitle {
    std::string codes, name;
};

CardTitle title_of(const AnswerRecord& record, Language language) {
    CardTitle title;
    for (const AnswerField& field : record) {
        if (field.name.shown != ShownIn::title) continue;
        const std::string text = answer_cell(field.value, language);
        const bool is_code = std::ranges::all_of(text, is_ascii_digit);
        std::string& part = is_code ? title.codes : title.name;
        if (!text.empty()) part.append(part.empty() ? "" : " ").append(text);
    }
    if (title.name.empty()) std::swap(title.name, title.codes);
    return title;
}

/// Whether records tell what became of a thing, with days: shown as a line of time.
bool is_history(const std::vector<AnswerRecord>& records) {
    return field_of(records.front(), "date") != nullptr;
}

/// A line of time: the day, then what the record says beside it.
void append_history(std::string& html, const std::vector<AnswerRecord>& records, Language language) {
    html += "<ol class=\"history\">";
    for (const AnswerRecord& record : records) {
        html += "<li>";
        std::string rest;
        for (const AnswerField& field : record) {
            const std::string text = answer_cell(field.value, language);
            if (text.empty() || !is_seen(field)) continue;
            if (field.name.key == "date") {
                html += html_element("time", text) + " ";
            } else {
                rest.append(rest.empty() ? "" : " · ") += html_text(text);
            }
        }
        html += rest + "</li>";
    }
    html += "</ol>";
}

void append_head(std::string& html, const std::vector<std::string>& labels) {
    html += "<thead><tr>";
    for (const std::string& label : labels) html += "<th scope=\"col\">" + html_text(label) + "</th>";
    html += "</tr></thead>";
}

/// Columns without a value in any record are left out.
void append_table_of(std::string& html, const std::vector<AnswerRecord>& records, Language language) {
    std::vector<std::size_t> columns;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < records.front().size(); ++i) {
        const AnswerField& field = records.front()[i];
        const auto has_value = [&](const AnswerRecord& record) {
            return !answer_cell(record[i].value, language).empty();
        };
        if (!is_seen(field) || std::ranges::none_of(records, has_value)) continue;
        columns.push_back(i);
        labels.push_back(label_of(field, language));
    }
    html += "<div class=\"scroll\"><table>";
    append_head(html, labels);
    html += "<tbody>";
    for (const AnswerRecord& record : records) {
        html += "<tr>";
        for (const std::size_t i : columns)
            html += html_element("td", answer_cell(record[i].value, language));
        html += "</tr>";
    }
    html += "</tbody></table></div>";
}

/// The rows of a record as terms and descriptions; what makes tables is put behind.
void append_terms(std::string& terms, std::string& tables, const AnswerRecord& fields, Language language) {
    for (const AnswerField& field : fields) {
        if (!is_row(field)) continue;
        if (const auto* records = records_for_table(field)) {
            tables += html_element("h3", label_of(field, language));
            if (is_history(*records)) {
                append_history(tables, *records, language);
            } else {
                append_table_of(tables, *records, language);
            }
        } else if (const auto* within = std::get_if<AnswerRecord>(&field.value)) {
            append_terms(terms, tables, *within, language);
        } else if (const std::string text = answer_cell(field.value, language); !text.empty()) {
            terms += html_element("dt", label_of(field, language)) + html_element("dd", text);
        }
    }
}

struct MapPoint {
    std::string name, latitude, longitude;
};

std::optional<MapPoint> point_of(const AnswerRecord& record, Language language) {
    const AnswerNumber* north = number_of(record, "latitude");
    const AnswerNumber* east = number_of(record, "longitude");
    if (!north || !east) return std::nullopt;
    return MapPoint{title_of(record, language).name, north->digits, east->digits};
}

/// What a script draws: the points as data, and for all others the numbers.
void append_map(std::string& html, const std::vector<MapPoint>& points, Language language) {
    std::string data;
    JsonWriter json{data};
    json.begin_array();
    for (const MapPoint& point : points) {
        json.begin_object().key("name").string(point.name);
        json.key("lat").decimal(point.latitude).key("lon").decimal(point.longitude).end_object();
    }
    json.end_array();
    html += "<figure data-points=\"" + html_text(data) + "\"><figcaption><span>";
    html += html_text(Text{"北緯", "latitude "}.in(language)) + points.front().latitude;
    html += html_text(Text{"、東経", ", longitude "}.in(language)) + points.front().longitude;
    html += "</span></figcaption></figure>";
}

void append_certainty(std::string& html, const LookupMatch& match, Language language) {
    const bool sure = match.sure && !match.tied;
    html += sure ? "<p class=\"sure\">" : "<p class=\"unsure\">";
    html += html_text(sure ? Text{"確か", "certain"}.in(language)
                           : Text{"不確か（確認が必要）", "not certain: needs review"}.in(language));
    html += html_text(Text{"・根拠: ", " · found by: "}.in(language)) +
            html_text(match.reason.label.in(language));
    html += "</p>";
}

/// The character itself, large, where the answer is one.
void append_glyph(std::string& html, const AnswerRecord& record) {
    const std::string_view glyph = text_of(record, "character");
    if (!glyph.empty() && glyph.size() <= 16)
        html += "<p class=\"glyph\" lang=\"ja\">" + html_text(glyph) + "</p>";
}

void append_whole_card(std::string& html, const ServedKind& kind, const LookupAnswer& answer,
                       Language language) {
    const LookupMatch& match = answer.matches.front();
    html += "<p class=\"kind\">" + html_text(kind.name.in(language)) + "</p>";
    const CardTitle title = title_of(match.fields, language);
    html += html_element("h2", title.name);
    if (!title.codes.empty()) html += "<p class=\"code\">" + html_text(title.codes) + "</p>";
    append_certainty(html, match, language);
    if (kind.kind == "character") append_glyph(html, match.fields);
    std::string terms, tables;
    append_terms(terms, tables, match.fields, language);
    if (!terms.empty()) html += "<dl>" + terms + "</dl>";
    std::vector<MapPoint> points;
    for (const LookupMatch& one : answer.matches) {
        if (auto point = point_of(one.fields, language); point && (&one == &match || !points.empty()))
            points.push_back(std::move(*point));
    }
    if (!points.empty()) append_map(html, points, language);
    html += tables;
}

void append_others(std::string& html, const ServedKind& kind, std::span<const LookupMatch> matches,
                   Language language) {
    const std::vector<std::size_t> columns = list_columns(matches);
    std::vector<std::string> labels;
    for (const std::size_t i : columns) labels.push_back(label_of(matches.front().fields[i], language));
    labels.emplace_back(Text{"根拠", "found by"}.in(language));
    html += "<div class=\"scroll\"><table>";
    append_head(html, labels);
    html += "<tbody>";
    for (const LookupMatch& match : matches) {
        const std::string id = id_of(kind, match.fields);
        html += "<tr>";
        for (const std::size_t i : columns) {
            const std::string text = html_text(answer_cell(match.fields[i].value, language));
            const bool leads = i == columns.front() && !id.empty();
            html += leads ? "<td><a href=\"" + page_link(id, kind, language) + "\">" + text + "</a></td>"
                          : "<td>" + text + "</td>";
        }
        html += html_element("td", match.reason.label.in(language)) + "</tr>";
    }
    html += "</tbody></table></div>";
}

std::string nothing_found(std::string_view query, const LookupAnswer& answer, Language language) {
    const std::string asked(query);
    const bool ja = language == Language::ja;
    if (answer.status() == LookupAnswer::Status::not_covered)
        return ja ? "「" + asked + "」は収録の範囲外です。" : "'" + asked + "' is not covered";
    return ja ? "「" + asked + "」は見つかりません。" : "'" + asked + "' was not found";
}

}  // namespace

std::string page_link(std::string_view query, const ServedKind& kind, Language language) {
    return "/?q=" + query_text(query) + "&amp;kind=" + query_text(kind.kind) +
           (language == Language::ja ? "" : "&amp;lang=en");
}

void append_answer_card(std::string& html, const ServedKind& kind, std::string_view query,
                        const LookupAnswer& answer, Language language) {
    html += "<article class=\"card\">";
    std::span<const LookupMatch> rest = answer.matches;
    if (rest.empty()) {
        html += "<p class=\"kind\">" + html_text(kind.name.in(language)) + "</p>";
        html += html_element("p", nothing_found(query, answer, language));
    } else if (rest.front().tied) {
        html += "<p class=\"kind\">" + html_text(kind.name.in(language)) + "</p>";
        html += html_element("h2", Text{"候補が複数あります", "Several are equally good"}.in(language));
    } else {
        append_whole_card(html, kind, answer, language);
        rest = rest.subspan(1);
        if (!rest.empty()) html += html_element("h3", Text{"ほかの候補", "Others"}.in(language));
    }
    if (!answer.note(language).empty())
        html += "<p class=\"note\">" + html_text(answer.note(language)) + "</p>";
    if (!rest.empty()) append_others(html, kind, rest, language);
    html += "</article>";
}

}  // namespace daicho

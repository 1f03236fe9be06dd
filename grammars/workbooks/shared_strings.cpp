#include "grammars/workbooks/shared_strings.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/workbooks/sheet_text.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_text = std::size_t{1} << 31;

/// The character that _xHHHH_ at `at` stands for, or -1.
long escaped_at(std::string_view text, std::size_t at) {
    if (text.size() < at + 7 || text[at + 1] != 'x' || text[at + 6] != '_') return -1;
    long value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (hex_value(text[i]) < 0) return -1;
        value = value * 16 + hex_value(text[i]);
    }
    return value >= 0xD800 && value <= 0xDFFF ? -1 : value;
}

/// Undoes the escapes of ST_Xstring behind `begin`. A carriage return in front of a line feed goes: Excel
/// writes it so where a cell has lines.
void undo_escapes(std::string& text, std::size_t begin) {
    if (text.find("_x", begin) == text.npos) return;
    std::string plain;
    for (std::size_t at = begin; at < text.size();) {
        const long value = text[at] == '_' ? escaped_at(text, at) : -1;
        if (value < 0) {
            plain += text[at++];
            continue;
        }
        at += 7;
        const bool before_line_feed = value == '\r' && at < text.size() && text[at] == '\n';
        if (!before_line_feed) append_utf8(plain, static_cast<char32_t>(value));
    }
    text.replace(begin, text.npos, plain);
}

/// How a part of a text is read: from unit to unit of UTF-16 (CT_PhoneticRun).
struct PhoneticRun {
    std::size_t begin, end;
    std::string text;
};

/// Beyond any text where it is no number.
std::size_t units_in(std::optional<std::string_view> text) {
    constexpr std::size_t beyond = static_cast<std::size_t>(-1);
    std::size_t units = 0;
    if (!text) return beyond;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), units);
    return error == std::errc{} && end == text->data() + text->size() ? units : beyond;
}

/// Appends how `text` is read: what no run stands over as written. Nothing where there are no runs, or where
/// they are not of this text.
void append_reading(std::string_view text, const std::vector<PhoneticRun>& runs, std::string& out) {
    const std::size_t before = out.size(), units = units_of(text);
    std::size_t at = 0;
    for (const PhoneticRun& run : runs) {
        if (run.begin < at || run.end <= run.begin || run.end > units) return out.resize(before);
        const std::string_view plain = first_units(text, run.begin - at);
        out.append(plain).append(run.text);
        text.remove_prefix(plain.size());
        text.remove_prefix(first_units(text, run.end - run.begin).size());
        at = run.end;
    }
    if (!runs.empty()) out.append(text);
}

}  // namespace

void append_rich_text(XmlReader& xml, std::string& out, std::string& reading) {
    const std::size_t begin = out.size();
    const unsigned depth = xml.depth();
    unsigned phonetic = 0;  // depth of the reading that is open
    bool in_text = false;
    std::vector<PhoneticRun> runs;
    for (XmlEvent event = xml.next();; event = xml.next()) {
        if (event == XmlEvent::start) {
            if (phonetic == 0 && xml.name() == "rPh") {
                phonetic = xml.depth();
                runs.push_back({units_in(xml.attribute("sb")), units_in(xml.attribute("eb")), {}});
            }
            in_text = xml.name() == "t";
        } else if (event == XmlEvent::text) {
            if (in_text) (phonetic == 0 ? out : runs.back().text) += xml.text();
        } else {
            if (event == XmlEvent::finished || xml.depth() == depth) break;
            if (xml.depth() == phonetic) phonetic = 0;
            in_text = false;
        }
    }
    undo_escapes(out, begin);
    for (PhoneticRun& run : runs) undo_escapes(run.text, 0);
    append_reading(std::string_view(out).substr(begin), runs, reading);
}

std::string_view SharedStrings::reading(std::size_t index) const {
    const auto found = std::ranges::lower_bound(reading_of_, index, {}, &Reading::text);
    if (found == reading_of_.end() || found->text != index) return {};
    return std::string_view(readings_).substr(found->begin, found->end - found->begin);
}

void SharedStrings::add(std::string_view text) {
    text_ += text;
    end_text();
}

void SharedStrings::end_text() {
    if (text_.size() > most_text) {
        throw Error{ErrorKind::limit, "文字列が多すぎて読めません（2 GiB まで）。",
                    "too much text to read (at most 2 GiB)"};
    }
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

SharedStrings::SharedStrings(ByteSource& part) {
    XmlReader xml(part);
    for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
        if (event != XmlEvent::start || xml.name() != "si") continue;
        const std::size_t begin = readings_.size();
        append_rich_text(xml, text_, readings_);
        end_text();
        if (readings_.size() > most_text) readings_.resize(begin);  // what is offered, not what is read
        if (readings_.size() == begin) continue;
        reading_of_.push_back({static_cast<std::uint32_t>(ends_.size() - 1),
                               static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(readings_.size())});
    }
}

}  // namespace daicho

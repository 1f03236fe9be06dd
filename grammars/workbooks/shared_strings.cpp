#include "grammars/workbooks/shared_strings.hpp"

#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_text = std::size_t{1} << 31;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

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

}  // namespace

void append_rich_text(XmlReader& xml, std::string& out) {
    const std::size_t begin = out.size();
    const unsigned depth = xml.depth();
    unsigned reading = 0;  // depth of the reading that is passed over
    bool in_text = false;
    for (XmlEvent event = xml.next();; event = xml.next()) {
        if (event == XmlEvent::start) {
            if (reading == 0 && xml.name() == "rPh") reading = xml.depth();
            in_text = reading == 0 && xml.name() == "t";
        } else if (event == XmlEvent::text) {
            if (in_text) out += xml.text();
        } else {
            if (event == XmlEvent::finished || xml.depth() == depth) break;
            if (xml.depth() == reading) reading = 0;
            in_text = false;
        }
    }
    undo_escapes(out, begin);
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
        append_rich_text(xml, text_);
        end_text();
    }
}

}  // namespace daicho

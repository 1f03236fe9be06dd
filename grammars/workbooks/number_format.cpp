#include "grammars/workbooks/number_format.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "grammars/values/calendar.hpp"
#include "grammars/workbooks/format_tokens.hpp"

namespace daicho {

namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool starts_with_small(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [](char wanted, char c) { return wanted == small(c); });
}

/// h, hh, mm, ss: time beyond 24 hours, 60 minutes or seconds.
bool is_elapsed(std::string_view text) {
    if (text.empty() || std::string_view("hms").find(small(text.front())) == std::string_view::npos)
        return false;
    return std::ranges::all_of(text, [&](char c) { return small(c) == small(text.front()); });
}

/// The places of a mask are apart, as those of 000-0000 are.
bool has_literal_between(std::string_view mask) {
    constexpr std::string_view places = "0#?";
    const std::size_t first = std::min(mask.find_first_of(places), mask.size());
    const std::size_t literal = mask.find_first_not_of(places, first);
    return literal != mask.npos && mask.find_last_of(places) > literal;
}

constexpr double last_serial = 2958466;  // 10000-01-01

void append_padded(std::string& out, long value, std::size_t digits) {
    const std::string text = std::to_string(value);
    if (text.size() < digits) out.append(digits - text.size(), '0');
    out += text;
}

/// 1899-12-31 is day 1; the 29th of February 1900, which never was, is day 60.
Date day_of_serial(int serial, DateSystem dates) {
    if (dates == DateSystem::from_1904) return days_after({1904, 1, 1}, serial);
    if (serial == 60) return {1900, 2, 29};
    return days_after({1899, 12, 30}, serial + (serial < 60));
}

std::string_view built_in_code(unsigned id) {
    switch (id) {
        case 9:
        case 10:
            return "0%";
        case 14:
        case 15:
        case 27:
        case 28:
        case 29:
        case 30:
        case 31:
        case 36:
        case 50:
        case 51:
        case 54:
        case 57:
        case 58:
            return "yyyy/m/d";
        case 16:
        case 35:
        case 53:
        case 56:
            return "m\"月\"d\"日\"";
        case 17:
        case 34:
        case 52:
        case 55:
            return "yyyy/m";
        case 18:
        case 19:
        case 20:
        case 21:
        case 32:
        case 33:
            return "h:mm:ss";
        case 22:
            return "yyyy/m/d h:mm";
        case 45:
        case 47:
            return "mm:ss";
        case 46:
            return "[h]:mm:ss";
        default:
            return {};
    }
}

}  // namespace

void append_plain_number(std::string& out, double value) {
    if (!std::isfinite(value)) return;
    if (value == 0) value = 0;  // no -0
    char text[400];
    const auto short_form = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 15);
    std::string_view shown(text, static_cast<std::size_t>(short_form.ptr - text));
    if (shown.find('e') != shown.npos) {
        double exact = 0;
        std::from_chars(shown.data(), shown.data() + shown.size(), exact);
        const int exponent = static_cast<int>(std::floor(std::log10(std::fabs(exact))));
        const int decimals = std::clamp(14 - exponent, 0, 340);
        const auto whole = std::to_chars(text, text + sizeof text, exact, std::chars_format::fixed, decimals);
        shown = {text, static_cast<std::size_t>(whole.ptr - text)};
        if (decimals > 0) {
            shown = shown.substr(0, shown.find_last_not_of('0') + 1);
            if (shown.ends_with('.')) shown.remove_suffix(1);
        }
    }
    out += shown;
}

NumberFormat::Section NumberFormat::read_section(std::string_view code) {
    Section section;
    FormatTokens tokens(code);
    bool date = false, hours = false, digits = false, decimal = false, percent = false;
    std::size_t zeros = 0;
    for (FormatToken token = tokens.next(); token.kind != FormatToken::Kind::end; token = tokens.next()) {
        const char first = token.text.empty() ? '\0' : small(token.text.front());
        if (token.kind == FormatToken::Kind::bracket) {
            if (is_elapsed(token.text)) {
                section.elapsed = section.time = date = true;
            } else if (first == '<' || first == '>' || first == '=') {
                std::string_view limit = token.text.substr(1);
                section.relation = first;
                if (limit.starts_with('=')) section.relation = first == '<' ? 'l' : 'g';
                if (limit.starts_with('>')) section.relation = '!';
                if (section.relation != first) limit.remove_prefix(1);
                std::from_chars(limit.data(), limit.data() + limit.size(), section.limit);
            } else if (first == '$') {  // [$-411], [$-F800]: a date as the system writes it, [$-F400]: a time
                if (token.text.find("F800") != token.text.npos || token.text.find("f800") != token.text.npos)
                    section.year = section.month = section.day = date = true;
            }
        } else if (token.kind == FormatToken::Kind::literal) {
            section.mask += token.text;
        } else if (token.kind == FormatToken::Kind::letters) {
            if (first == 'g' && starts_with_small(tokens.rest(), "eneral")) return {};
            if (first == 'e' && !tokens.rest().empty() &&
                (tokens.rest()[0] == '+' || tokens.rest()[0] == '-') && digits)
                return {.relation = section.relation, .limit = section.limit};
            if (first == 'a' &&
                (starts_with_small(tokens.rest(), "m/pm") || starts_with_small(tokens.rest(), "/p"))) {
                tokens.skip(tokens.rest().find_first_of("pP") + 1);
                if (starts_with_small(tokens.rest(), "m")) tokens.skip(1);
                continue;
            }
            if (first == 'y' || first == 'e' || first == 'g' || first == 'r') section.year = date = true;
            if (first == 'd' || first == 'a') {
                date = true;
                section.day |= first == 'd' && token.text.size() <= 2;
            }
            if (first == 'h' || first == 's') section.time = date = true;
            hours |= first == 'h';
            if (first == 'm') {
                // Behind hours or in front of seconds these are minutes, else the month.
                const std::size_t next = tokens.rest().find_first_of("hHsSyYdD");
                const bool seconds = next != std::string_view::npos && small(tokens.rest()[next]) == 's';
                const bool minutes = hours || seconds || section.elapsed;
                date = true;
                (minutes ? section.time : section.month) = true;
                hours = false;
            }
        } else if (first == '0' || first == '#' || first == '?') {
            digits = true;
            zeros += first == '0';
            section.mask += first;
        } else if (first == '.' || first == ',' || first == '/') {
            decimal = true;
        } else if (first == '%') {
            percent = true;
        } else if (first == '@') {
            return {};
        } else {
            section.mask += token.text;
        }
    }
    if (date) {
        section.kind = Kind::date;
    } else if (percent) {
        section.kind = Kind::percent;
    } else if (digits && !decimal && (zeros >= 2 || has_literal_between(section.mask))) {
        section.kind = Kind::mask;
    }
    return section;
}

NumberFormat::NumberFormat(std::string_view code) {
    for (const std::string_view section : format_sections(code)) {
        sections_.push_back(read_section(section));
        if (section.find('@') != section.npos) read_text_section(section);
    }
    const auto is_plain = [](const Section& section) { return section.kind == Kind::plain; };
    if (std::ranges::all_of(sections_, is_plain)) sections_.clear();
}

void NumberFormat::read_text_section(std::string_view code) {
    std::string shown[2];
    bool behind = false;
    FormatTokens tokens(code);
    for (FormatToken token = tokens.next(); token.kind != FormatToken::Kind::end; token = tokens.next()) {
        if (token.kind == FormatToken::Kind::sign && token.text == "@") {
            behind = true;
        } else if (token.kind != FormatToken::Kind::bracket) {
            shown[behind] += token.text;
        }
    }
    if (!behind) return;
    before_text_ = std::move(shown[0]);
    behind_text_ = std::move(shown[1]);
}

void NumberFormat::append_text(std::string& out, std::string_view text) const {
    if (text.empty()) return;
    out.append(before_text_).append(text).append(behind_text_);
}

NumberFormat NumberFormat::built_in(unsigned id) {
    const std::string_view code = built_in_code(id);
    return code.empty() ? NumberFormat() : NumberFormat(code);
}

const NumberFormat::Section* NumberFormat::section_for(double value) const {
    const bool conditions =
        std::ranges::any_of(sections_, [](const Section& section) { return section.relation != 0; });
    if (!conditions) {
        const std::size_t at = value < 0 && sections_.size() > 1    ? 1
                               : value == 0 && sections_.size() > 2 ? 2
                                                                    : 0;
        return &sections_[at];
    }
    for (const Section& section : sections_) {
        switch (section.relation) {
            case '<':
                if (value < section.limit) return &section;
                break;
            case 'l':
                if (value <= section.limit) return &section;
                break;
            case '>':
                if (value > section.limit) return &section;
                break;
            case 'g':
                if (value >= section.limit) return &section;
                break;
            case '=':
                if (value == section.limit) return &section;
                break;
            case '!':
                if (value != section.limit) return &section;
                break;
            default:
                return &section;
        }
    }
    return nullptr;
}

void NumberFormat::append(std::string& out, double value, DateSystem dates) const {
    const Section* section = sections_.empty() ? nullptr : section_for(value);
    const Kind kind = section ? section->kind : Kind::plain;
    if (kind == Kind::date && value >= 0 && value < last_serial) {
        append_date(out, value, *section, dates);
    } else if (kind == Kind::percent) {
        append_plain_number(out, value * 100);
        out += '%';
    } else if (kind != Kind::mask || !append_masked(out, value, section->mask)) {
        append_plain_number(out, value);
    }
}

bool NumberFormat::append_masked(std::string& out, double value, const std::string& mask) {
    if (value < 0 || value >= 1e15 || value != std::floor(value)) return false;
    std::string digits = std::to_string(static_cast<long long>(value));
    if (digits == "0") digits.clear();
    std::string reversed;  // bytes from the end
    const std::size_t first = mask.find_first_of("0#?");
    for (std::size_t at = mask.size(); at-- > 0;) {
        const char c = mask[at];
        if (c != '0' && c != '#' && c != '?') {
            reversed += c;
            continue;
        }
        if (!digits.empty()) {
            reversed += digits.back();
            digits.pop_back();
        } else if (c == '0') {
            reversed += '0';
        }
        if (at == first) {  // what is left stands in front of the first place
            reversed.append(digits.rbegin(), digits.rend());
            digits.clear();
        }
    }
    out.append(reversed.rbegin(), reversed.rend());
    return true;
}

void NumberFormat::append_date(std::string& out, double value, const Section& section, DateSystem dates) {
    const bool has_day = section.year || section.month || section.day || !section.time;
    const auto all = static_cast<long long>(std::llround(value * 86400));
    const auto days = static_cast<int>(all / 86400);
    long seconds = static_cast<long>(all % 86400);
    if (has_day) {
        const Date day = day_of_serial(days, dates);
        append_padded(out, day.year, 4);
        const bool whole = section.day || !section.year;
        if (whole || section.month) append_padded(out += '-', day.month, 2);
        if (whole) append_padded(out += '-', day.day, 2);
        if (!section.time) return;
        out += 'T';
    } else if (section.elapsed) {
        seconds = static_cast<long>(all);
    }
    append_padded(out, seconds / 3600, 2);
    append_padded(out += ':', seconds / 60 % 60, 2);
    if (seconds % 60 != 0) append_padded(out += ':', seconds % 60, 2);
}

}  // namespace daicho

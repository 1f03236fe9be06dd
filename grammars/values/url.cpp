#include "grammars/values/url.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "grammars/parts/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

// A URL ends where one of these stands: the spaces that `Narrow` knows, and Japanese punctuation.
constexpr std::string_view stops[] = {"\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                      "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
                                      "\u202f", "\u205f", "\u3000", "（",     "）",     "、",
                                      "。",     "「",     "」",     "【",     "】"};

const x3::symbols<x3::unused_type> stop = [] {
    x3::symbols<x3::unused_type> symbols;
    for (const std::string_view text : stops) symbols.add(text);
    return symbols;
}();

// RFC 3986, with the characters of RFC 3987.
const auto ends_url = x3::char_('\0', ' ') | x3::char_("\x7f\"<>\\^`") | stop;
const auto url_char = x3::char_ - ends_url;
const auto host_char = url_char - x3::char_("./?#:@[]{}|!$&'()*+,;=%~_");
const auto host = +host_char >> +('.' >> +(host_char | '_')) >> -x3::lit('.');
const auto port = ':' >> +digit;
const auto rest = x3::char_("/?#") >> *url_char;
const auto scheme = x3::lit("https") | "http" | "ftp";
const auto without_scheme = host >> -port >> -rest;
const auto url = scheme >> "://" >> without_scheme;

const auto header = x3::no_case["url"] >> *x3::char_(": ");
const auto mistyped_scheme = (x3::lit("hhttp") | "htttp" | "htp" | "ttp" | "hppt" | "http") >>
                             x3::matches[x3::lit('s')] >> (x3::lit("://") | ":/" | "//" | ";//" | '.');

/// How many bytes at the start of `text` are of `grammar`; 0 if it does not match.
template <class Grammar>
std::size_t size_of(const Grammar& grammar, std::string_view text) {
    auto it = text.begin();
    return x3::parse(it, text.end(), x3::omit[grammar]) ? static_cast<std::size_t>(it - text.begin()) : 0;
}

// The recogniser, by hand, because most cells of a column of URLs are canonical. It says what the grammar
// above says.

enum CharKind : unsigned char { end_of_url, punctuation, underscore, in_host, multibyte };

constexpr std::array<CharKind, 256> char_kinds = [] {
    std::array<CharKind, 256> kinds{};
    for (std::size_t c = 0; c < 256; ++c) kinds[c] = c <= ' ' ? end_of_url : c < 0x80 ? in_host : multibyte;
    for (const unsigned char c : std::string_view("\x7f\"<>\\^`")) kinds[c] = end_of_url;
    for (const unsigned char c : std::string_view("./?#:@[]{}|!$&'()*+,;=%~")) kinds[c] = punctuation;
    kinds['_'] = underscore;
    return kinds;
}();

CharKind kind_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return end_of_url;
    const CharKind kind = char_kinds[static_cast<unsigned char>(text[at])];
    if (kind != multibyte) return kind;
    const auto tail = text.substr(at);
    for (const std::string_view end : stops) {
        if (tail[0] == end[0] && tail.starts_with(end)) return end_of_url;
    }
    return in_host;
}

std::size_t scheme_size(std::string_view text) {
    for (const std::string_view start : {"https://", "http://", "ftp://"}) {
        if (text.starts_with(start)) return start.size();
    }
    return 0;
}

/// Where the label that starts at `at` ends.
std::size_t label_end(std::string_view text, std::size_t at, bool with_underscore) {
    while (kind_at(text, at) == in_host || (with_underscore && kind_at(text, at) == underscore)) ++at;
    return at;
}

/// Where the host with its port that starts at `begin` ends; 0 if there is none.
std::size_t host_end(std::string_view text, std::size_t begin) {
    std::size_t at = label_end(text, begin, false);
    if (at == begin) return 0;
    int labels = 1;
    while (at < text.size() && text[at] == '.') {
        const std::size_t next = label_end(text, at + 1, true);
        if (next == at + 1) break;
        at = next;
        ++labels;
    }
    if (labels == 1) return 0;
    if (at < text.size() && text[at] == '.') ++at;
    if (at >= text.size() || text[at] != ':') return at;
    std::size_t port_end = at + 1;
    while (port_end < text.size() && text[port_end] >= '0' && text[port_end] <= '9') ++port_end;
    return port_end == at + 1 ? at : port_end;
}

bool is_canonical(std::string_view text, const Reading&) {
    const std::size_t begin = scheme_size(text);
    std::size_t at = begin == 0 ? 0 : host_end(text, begin);
    if (at == 0) return false;
    if (at == text.size()) return true;
    if (text[at] != '/' && text[at] != '?' && text[at] != '#') return false;
    while (kind_at(text, at) != end_of_url) ++at;
    return at == text.size();
}

/// The text as the URL will be written: in narrow notation only where the scheme is not, for a path may hold
/// anything.
struct Corporation {
    std::string text;
    std::uint32_t begin = 0;  // in the narrow text, or in the trimmed original
    bool narrowed = false;
};

Corporation corporation_of(const Narrow& narrow, std::string_view original) {
    Corporation corporation;
    const auto kept = slice(original, narrow.original(whole(narrow.text())));
    corporation.narrowed = kept.empty() || static_cast<unsigned char>(kept[0]) >= 0x80;
    corporation.text = corporation.narrowed ? narrow.text() : kept;
    corporation.begin = static_cast<std::uint32_t>(size_of(header, corporation.text));
    corporation.text.erase(0, corporation.begin);
    const auto colon = std::min(corporation.text.find("://"), corporation.text.size());
    if (colon > 5) return corporation;
    for (char& c : std::span(corporation.text).first(colon)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return corporation;
}

/// Where the byte `at` of the corporation stands in the original text.
std::uint32_t place_of(const Corporation& corporation, std::size_t at, const Narrow& narrow) {
    const auto place = static_cast<std::uint32_t>(at) + corporation.begin;
    if (corporation.narrowed) return narrow.original({place, place}).begin;
    return narrow.original({0, 0}).begin + place;
}

/// event.jsonld: a file beside this one. No host ends so.
bool is_file_name(std::string_view text) {
    constexpr std::string_view endings[] = {"html", "htm",    "php",   "aspx", "pdf", "csv",    "tsv",
                                            "json", "jsonld", "jsonl", "xml",  "xls", "txt",    "xlsx",
                                            "docx", "jpg",    "png",   "gif",  "svg", "geojson"};
    const std::string_view host = text.substr(0, text.find_first_of("/?#:"));
    const std::size_t dot = host.rfind('.');
    return dot != host.npos &&
           std::find(std::begin(endings), std::end(endings), host.substr(dot + 1)) != std::end(endings);
}

Remark refuse_unfinished(const Corporation& corporation, std::string_view text) {
    bool secure = false;
    auto it = corporation.text.begin();
    if (x3::parse(it, corporation.text.end(), mistyped_scheme, secure)) {
        const std::string mended =
            (secure ? "https://" : "http://") + std::string(it, corporation.text.end());
        if (is_canonical(mended, {}))
            return {rules::not_of_this_type, whole(text), RepairKind::guess, mended};
    }
    if (size_of(without_scheme, corporation.text) == corporation.text.size() && !corporation.text.empty()) {
        if (is_file_name(corporation.text)) return {rules::incomplete, whole(text)};
        return {rules::incomplete, whole(text), RepairKind::guess, "https://" + corporation.text};
    }
    if (corporation.text.starts_with('/')) return {rules::incomplete, whole(text)};
    return unreadable(text);
}

}  // namespace

Result<Url> parse_url(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const Corporation corporation = corporation_of(narrow, text);
    const std::size_t size = size_of(url, corporation.text);
    if (size == 0) return refuse_unfinished(corporation, text);
    if (size == corporation.text.size()) return read_from(text, Url{corporation.text});
    const std::string_view after = std::string_view(corporation.text).substr(size);
    const bool several = after.find("://") != std::string_view::npos;
    const Span where{place_of(corporation, size, narrow), narrow.original(whole(narrow.text())).end};
    if (several) return Remark{rules::several_values, where};
    return Remark{rules::text_left_over, where, RepairKind::guess, corporation.text.substr(0, size)};
}

std::string to_string(const Url& value) {
    return value.text;
}

const ValueType url_type{
    .name = "url",
    .name_ja = "URL",
    .form = "https://example.jp/path",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_url>,
};

}  // namespace daicho

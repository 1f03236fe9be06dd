#include "registries/fetch/content_kind.hpp"

#include <algorithm>
#include <string>

#include "grammars/formats/name_ending.hpp"

namespace daicho {

namespace {

using std::string_view_literals::operator""sv;

bool begins_zip(std::string_view first) {
    return first.starts_with("PK\3\4"sv) || first.starts_with("PK\5\6"sv);
}

// APPNOTE.TXT 4.3.16: the end of central directory record: 22 bytes, the last two of them the length of the
// comment behind.
bool ends_zip(std::string_view last) {
    constexpr std::size_t size = 22;
    const auto at = last.rfind("PK\5\6"sv);
    if (at == std::string_view::npos || last.size() - at < size) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(last[at + i]); };
    return last.size() - at - size >= byte(20) + 256u * byte(21);
}

bool begins_gzip(std::string_view first) {
    return first.starts_with("\x1F\x8B\x08"sv);
}

bool begins_xls(std::string_view first) {
    return first.starts_with("\xD0\xCF\x11\xE0"sv);
}

std::string_view without_blanks(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"sv)) text.remove_prefix(3);
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

bool begins_json(std::string_view first) {
    const auto text = without_blanks(first);
    return text.starts_with('{') || text.starts_with('[');
}

bool begins_xml(std::string_view first) {
    return without_blanks(first).starts_with('<') || first.starts_with("\xFF\xFE"sv) ||
           first.starts_with("\xFE\xFF"sv);
}

constexpr ContentKind kinds[] = {
    {"zip", ".zip", {"zip", "a zip"}, begins_zip, ends_zip},
    {"gzip", ".gz .tgz", {"gzip", "a gzip"}, begins_gzip, nullptr},
    {"csv", ".csv .tsv", {"CSV", "CSV"}, nullptr, nullptr},
    {"text", ".txt", {"文字だけのファイル", "plain text"}, nullptr, nullptr},
    {"json", ".json .jsonl .geojson", {"JSON", "JSON"}, begins_json, nullptr},
    {"xml", ".xml .xsd .gml", {"XML", "XML"}, begins_xml, nullptr},
    {"xlsx", ".xlsx", {"Excel のブック（xlsx）", "an Excel workbook (xlsx)"}, begins_zip, ends_zip},
    {"xls", ".xls", {"Excel のブック（xls）", "an Excel workbook (xls)"}, begins_xls, nullptr},
};

std::string small_letters(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool is_web_page(std::string_view first) {
    const std::string start = small_letters(without_blanks(first).substr(0, 64));
    for (const auto mark : {"<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta"}) {
        if (start.starts_with(mark)) return true;
    }
    return false;
}

}  // namespace

std::span<const ContentKind> content_kinds() {
    return kinds;
}

const ContentKind* find_content_kind(std::string_view name) {
    const auto found = std::ranges::find(kinds, name, &ContentKind::name);
    return found == std::end(kinds) ? nullptr : found;
}

const ContentKind* content_kind_of(std::string_view file) {
    for (const ContentKind& kind : kinds) {
        if (has_one_of_endings(file, kind.endings)) return &kind;
    }
    return nullptr;
}

std::optional<BothTexts> wrong_start(const ContentKind* kind, std::string_view file, std::string_view first) {
    if (first.empty()) return BothTexts{"中身が空です", "the file is empty"};
    if (kind != nullptr && kind->begins != nullptr && kind->begins(first) && !is_web_page(first)) {
        return std::nullopt;
    }
    if (is_web_page(first)) {
        if (kind == nullptr && has_one_of_endings(file, ".html .htm .xhtml")) return std::nullopt;
        return BothTexts{"ファイルの代わりにウェブページ（HTML）が届きました",
                         "a web page (HTML) came in place of the file"};
    }
    if (kind == nullptr || kind->begins == nullptr) return std::nullopt;
    return BothTexts{std::string(kind->title.ja) + " ではありません（先頭のバイトが違います）",
                     "it is not " + std::string(kind->title.en) + " (its first bytes are others)"};
}

std::optional<BothTexts> wrong_end(const ContentKind* kind, std::string_view last) {
    if (kind == nullptr || kind->ends == nullptr || kind->ends(last)) return std::nullopt;
    return BothTexts{std::string(kind->title.ja) + " が途中で切れています",
                     std::string(kind->title.en) + " that was cut short"};
}

}  // namespace daicho

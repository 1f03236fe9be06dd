#include "grammars/model_language/complaint.hpp"

#include <algorithm>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "grammars/text/nearest.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho::syntax {

namespace {

constexpr std::string_view ideographic_space = "\u3000";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Where the comment of a line begins, or its end. A '#' inside a text or a pattern begins no comment.
std::size_t comment_of(std::string_view line) {
    char closing = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (closing) {
            if (c == '\\') {
                ++i;
            } else if (c == closing) {
                closing = 0;
            }
        } else if (c == '#') {
            return i;
        } else if (c == '"' || (c == '/' && line.substr(0, i).ends_with("matches "))) {
            closing = c;
        }
    }
    return line.size();
}

/// The start of the next token at or after `at`.
std::size_t next_token(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_blank(text[at])) {
            ++at;
        } else if (text.substr(at).starts_with(ideographic_space)) {
            at += ideographic_space.size();
        } else if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else {
            break;
        }
    }
    return at;
}

/// The end of the last token before `at`.
std::size_t last_token_end(std::string_view text, std::size_t at) {
    while (at > 0) {
        const std::string_view before = text.substr(0, at);
        const std::size_t line = before.rfind('\n') + 1;
        const std::size_t comment = line + comment_of(before.substr(line));
        if (comment < at) {
            at = comment;
        } else if (is_blank(before.back())) {
            --at;
        } else if (before.ends_with(ideographic_space)) {
            at -= ideographic_space.size();
        } else {
            break;
        }
    }
    return at;
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c < 0;
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_word_character(text[end])) ++end;
    return text.substr(at, end - at);
}

/// The ASCII sign that a full-width sign stands for.
char ascii_twin(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
    if (c == U'“' || c == U'”') return '"';
    return 0;
}

Span span_of(std::size_t begin, std::size_t size) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

/// A full-width sign where the grammar knows only the ASCII one.
void refuse_full_width(const Reader& reader, std::size_t next) {
    const auto [c, size] = code_point_at(reader.text, next);
    const char twin = ascii_twin(c);
    if (!twin || std::string_view("();:{}=,\"#?|<>").find(twin) == std::string_view::npos) return;
    const std::string sign(reader.text.substr(next, size));
    refuse(reader, span_of(next, size),
           "全角の '" + sign + "' は使えません。半角の '" + twin + "' を使ってください。",
           "full-width '" + sign + "' cannot be used here; write '" + twin + "'");
}

/// A word that is none of those the complaint knows.
void refuse_unknown_word(const Reader& reader, const Complaint& complaint, std::size_t next) {
    const std::string word(word_at(reader.text, next));
    if (word.empty()) return;
    const Span where = span_of(next, word.size());
    const std::string sign = "'" + word + "'";
    if (std::ranges::find(complaint.words_behind, word) != complaint.words_behind.end()) {
        refuse(reader, where, sign + " の前に '}' が足りません。", "a '}' is missing before " + sign);
    }
    if (complaint.words.empty()) return;
    const std::string meant(nearest(word, complaint.words));
    const bool behind = complaint.pointing == Pointing::behind;
    if (behind && meant.empty()) return;
    if (meant == word) refuse(reader, where, sign + " はこの位置に書けません。", sign + " cannot stand here");
    const std::string hint_ja = meant.empty() ? "" : "'" + meant + "' のことですか。";
    const std::string hint_en = meant.empty() ? "" : "; did you mean '" + meant + "'?";
    if (behind)
        refuse(reader, where, sign + " はここに書けません。" + hint_ja, "unknown word " + sign + hint_en);
    refuse(reader, where, sign + " という文はありません。" + hint_ja, "unknown statement " + sign + hint_en);
}

}  // namespace

void complain(const Reader& reader, const char* at, const Complaint& complaint) {
    const auto place = static_cast<std::size_t>(at - reader.text.data());
    if (complaint.pointing == Pointing::exact) refuse(reader, span_of(place, 0), complaint.ja, complaint.en);

    const std::size_t next = next_token(reader.text, place);
    const std::size_t end = last_token_end(reader.text, place);
    const bool behind = complaint.pointing == Pointing::behind;
    const bool same_line = reader.text.substr(end, next - end).find('\n') == std::string_view::npos;
    refuse_full_width(reader, next);
    if (!behind || same_line) refuse_unknown_word(reader, complaint, next);
    const bool at_end = next == reader.text.size();
    refuse(reader, span_of(behind || at_end ? end : next, 0),
           std::string(complaint.ja) + (at_end ? "（ファイルがここで終わっています。）" : ""),
           std::string(complaint.en) + (at_end ? " (the file ends here)" : ""));
}

void refuse(const Reader& reader, Span where, std::string_view ja, std::string_view en) {
    throw Error(ErrorKind::input, point_at(reader.path, reader.text, where, ja),
                point_at(reader.path, reader.text, where, en));
}

}  // namespace daicho::syntax

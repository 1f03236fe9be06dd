#include "tools/characters/conversion_report.hpp"

#include <cstdio>
#include <ostream>
#include <string>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

struct Reason {
    std::string_view name;
    Text text;
};

constexpr Reason other_reasons[] = {
    {"structure", {"置き換えるとセルが終わってしまう", "what stands for it would end the cell"}},
    {"not-in-table", {"外字対応表にない外字", "gaiji that the table does not have"}},
    {"not-in-juki", {"住基統一文字にない文字", "characters that the Juki set does not have"}},
    {"no-writing", {"文字として書けない字形", "glyphs that no text can write"}},
    {"several-glyphs", {"字形が一つに決まらない住基コード", "Juki codes of several glyphs"}},
    {"no-sequence",
     {"この字形の異体字シーケンスが、その集合にあると証明できない",
      "no sequence of the collection is proved to ask for the same glyph"}},
    {"several-sequences",
     {"その集合に、この字形の異体字シーケンスが複数ある",
      "the collection has several sequences for the same glyph"}},
    {"broken-bytes", {"隣のバイトが文字として読めない", "a byte beside it is not a character"}},
};

std::string_view reason_text(std::string_view why, bool candidates, Language language) {
    if (why == "none" && candidates)
        return Text{"この方針では選べない", "this policy chooses none"}.in(language);
    for (const auto& reason : other_reasons) {
        if (reason.name == why) return reason.text.in(language);
    }
    for (int verdict = 0; verdict <= static_cast<int>(ShrinkVerdict::not_loaded); ++verdict) {
        const auto one = static_cast<ShrinkVerdict>(verdict);
        if (name_of(one) == why) return title_of(one).in(language);
    }
    return why;
}

void tell_left(const LeftCharacter& left, const Session& session) {
    const bool ja = session.language == Language::ja;
    session.talk << "  " << (ja ? "" : "line ") << left.place.line << (ja ? "行目" : "");
    if (left.place.column != 0) {
        session.talk << (ja ? " " : ", column ") << left.place.column << (ja ? "列目" : "");
    }
    session.talk << ": " << left.unit << " (" << code_point_names(left.unit) << ")" << (ja ? " " : ": ")
                 << reason_text(left.why, !left.candidates.empty(), session.language);
    for (std::size_t i = 0; i < left.candidates.size(); ++i) {
        session.talk << (i == 0 ? (ja ? "（" : " (") : (ja ? "、" : ", ")) << left.candidates[i];
    }
    if (!left.candidates.empty()) session.talk << (ja ? "）" : ")");
    session.talk << '\n';
}

}  // namespace

void tell_conversion(const ConversionSummary& summary, const Session& session) {
    const bool ja = session.language == Language::ja;
    const std::string_view comma = ja ? "、" : ", ";
    session.talk << to_string(summary.from.encoding) << " -> " << to_string(summary.to.encoding) << comma
                 << (ja ? "変換 " : "conversions ") << summary.end.edits;
    std::string_view before = ja ? "（" : " (";
    for (const auto& [rule, count] : summary.rules) {
        session.talk << before << rule << ' ' << count;
        before = comma;
    }
    session.talk << (summary.rules.empty() ? "" : ja ? "）" : ")") << '\n';
    for (std::size_t i = 1; i < summary.losses.size(); ++i) {
        if (summary.losses[i] == 0) continue;
        session.talk << (ja ? "記録がなければ失われるもの: " : "lost without the record: ")
                     << title_of(static_cast<ConversionLoss>(i)).in(session.language) << ' '
                     << summary.losses[i] << '\n';
    }
    if (summary.kept + summary.not_kept > 0) {
        session.talk << (ja ? "元の値を残したセル " : "originals kept in cells ") << summary.kept;
        if (summary.not_kept > 0) {
            session.talk << comma
                         << (ja ? "別の値があって残せなかったセル "
                                : "cells that held something else already ")
                         << summary.not_kept;
        }
        session.talk << '\n';
    }
    if (summary.end.left == 0) return;
    session.talk << (ja ? "変換できずに残した文字 " : "characters left as they were ") << summary.end.left
                 << '\n';
    for (const auto& left : summary.left) tell_left(left, session);
    if (summary.end.left > summary.left.size()) session.talk << (ja ? "  ほか\n" : "  ...\n");
}

}  // namespace daicho

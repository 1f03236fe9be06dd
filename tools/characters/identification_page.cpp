#include <cmath>
#include <string>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/html.hpp"
#include "grammars/text/join.hpp"
#include "tools/characters/identification_desk.hpp"

namespace daicho {

namespace {

constexpr std::string_view style = R"(
@page { size: A4; margin: 12mm 10mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.35 "IPAmj Mincho", "IPAmjMincho", "Noto Serif CJK JP", "MS Mincho", serif; margin: 0 auto; max-width: 190mm; color: #000; background: #fff; }
h1 { font-size: 14pt; margin: 0 0 2mm; }
p.about { margin: 0 0 4mm; }
article { border: 0.4mm solid #000; margin: 0 0 4mm; padding: 2mm; break-inside: avoid; display: grid; grid-template-columns: 44mm 1fr; gap: 3mm; }
.own svg { width: 42mm; height: 42mm; }
.none { width: 42mm; height: 42mm; border: 0.2mm dashed #888; color: #555; display: grid; place-items: center; text-align: center; }
.own b { font-size: 12pt; }
.likes { display: flex; flex-wrap: wrap; gap: 2mm; align-content: flex-start; }
.like { width: 33mm; border: 0.2mm solid #888; padding: 1mm; font-size: 8pt; }
.like.named { border: 0.7mm solid #000; }
.like svg { width: 22mm; height: 22mm; }
svg { border: 0.2mm solid #ccc; background: #fff; display: block; }
.like .none { width: 22mm; height: 22mm; font-size: 14pt; }
.box::before { content: "\2610 "; font-size: 11pt; }
.signs { grid-column: 1 / -1; display: flex; gap: 4mm; border-top: 0.2mm solid #888; padding-top: 1mm; }
.signs > span { flex: 2; white-space: nowrap; }
.signs > span:nth-child(n+3) { flex: 1; }
.line { display: inline-block; min-width: 21mm; height: 5mm; vertical-align: bottom; border-bottom: 0.2mm solid #000; }
small { color: #333; }
)";

std::string picture(const GlyphOutline& outline, std::string_view name) {
    return "<svg viewBox=\"-20 -20 1040 1040\" role=\"img\" aria-label=\"" + html_text(name) +
           "\"><path d=\"" + svg_path(outline) + "\"/></svg>";
}

class PageWriter {
 public:
    PageWriter(const IdentificationDesk& desk, const Session& session) : desk_(desk), session_(session) {}

    std::string page() {
        out_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(session_.say("ja", "en")) +
               "\"><head><meta charset=\"utf-8\"><title>";
        out_ += session_.say("外字の照合票", "Sheet for the identification of gaiji");
        out_ += "</title><style>";
        out_ += style;
        out_ += "</style></head><body>\n<h1>";
        out_ += session_.say("外字の照合票", "Sheet for the identification of gaiji");
        out_ += "</h1>\n<p class=\"about\">";
        out_ += session_.say(
            "左が団体の外字、右が候補です。字形を見比べ、同じ字形を一つ選んで印を付けてください。"
            "近さの順は目安で、同定ではありません。同じ字形がなければ「追加申請」に印を付けます。",
            "On the left the site's own character, on the right candidates. Compare the shapes and mark the "
            "one "
            "that is the same. Their order is a help and no identification; where none is the same, mark "
            "application.");
        out_ += "</p>\n";
        for (const DeskRow& row : desk_.rows) article(row);
        out_ += "</body></html>\n";
        return std::move(out_);
    }

 private:
    void article(const DeskRow& row) {
        out_ += "<article><div class=\"own\">";
        own(row);
        out_ += "</div><div class=\"likes\">";
        for (const GaijiCandidate& candidate : row.proposal.candidates) like(row, candidate);
        if (row.proposal.candidates.empty()) out_ += session_.say("候補なし", "no candidates");
        out_ += "</div>";
        signs(row);
        out_ += "</article>\n";
    }

    void fact(std::string_view ja, std::string_view en, std::string_view text) {
        if (text.empty()) return;
        out_ += "<br><small>";
        out_ += session_.say(ja, en);
        out_ += " ";
        append_html(out_, text);
        out_ += "</small>";
    }

    void own(const DeskRow& row) {
        const GaijiEntry& entry = row.entry;
        if (row.outline.empty()) {
            out_ += "<div class=\"none\">";
            out_ += session_.say("字形なし", "no picture");
            out_ += "</div>";
        } else {
            out_ += picture(row.outline, entry.code);
        }
        out_ += "<b>" + html_text(entry.code) + "</b>";
        fact("使用数", "uses", desk_.with_data ? std::to_string(row.use.count) : "");
        for (const GaijiPlace& place : row.use.places) {
            if (&place != &row.use.places.front()) break;
            fact("場所", "place", place.file + ": " + std::to_string(place.line) + ", " + place.column);
        }
        fact("戸籍", "koseki", entry.registers.koseki);
        fact("住基", "juki", entry.registers.juki);
        fact("登記", "toki", entry.registers.toki);
        fact("読み", "readings", entry.readings);
        fact("画数", "strokes", entry.strokes);
        fact("部首", "radical", entry.radical);
        fact("代替文字", "stand-in", entry.stand_in);
        fact("備考", "note", entry.note);
    }

    void like(const DeskRow& row, const GaijiCandidate& candidate) {
        const auto& numbers = row.entry.numbers;
        const bool named = !numbers.empty() && numbers.front() == candidate.number;
        out_ += named ? "<div class=\"like named\">" : "<div class=\"like\">";
        const auto* glyph = desk_.gallery ? desk_.gallery->find(candidate.number) : nullptr;
        if (glyph != nullptr) {
            out_ += picture(desk_.glyph_font->outline(glyph->glyph), candidate.number);
        } else {
            out_ += "<div class=\"none\">" + html_text(candidate.unit) + "</div>";
        }
        out_ += "<span class=\"box\">" + html_text(candidate.number) + "</span>";
        fact("", "", candidate.unit.empty() ? "" : code_point_names(candidate.unit));
        fact("戸籍", "koseki", candidate.koseki);
        fact("住基", "juki", candidate.juki);
        fact("画数", "strokes", candidate.strokes);
        fact("読み", "readings", candidate.readings);
        if (candidate.likeness > 0) {
            fact("字形の近さ", "likeness", std::to_string(std::lround(100 * candidate.likeness)));
        }
        std::vector<std::string> clues;
        for (const GaijiClue clue : candidate.clues) {
            if (clue != GaijiClue::shape) clues.emplace_back(title_of(clue).in(session_.language));
        }
        fact("一致", "agrees in", joined(clues, session_.say("・", ", ")));
        out_ += "</div>";
    }

    void sign(std::string_view title, std::string_view who, std::string_view when) {
        out_ += "<span>";
        out_ += title;
        out_ += " <span class=\"line\">" + html_text(who) + "</span> <span class=\"line\">" +
                html_text(when) + "</span></span>";
    }

    void signs(const DeskRow& row) {
        const GaijiEntry& entry = row.entry;
        out_ += "<div class=\"signs\">";
        sign(session_.say("一次確認", "first check"), entry.checker, entry.checked_on);
        sign(session_.say("二次確認", "second check"), entry.second_checker, entry.second_checked_on);
        out_ += "<span class=\"box\">";
        out_ += session_.say("追加申請", "application");
        out_ += "</span>";
        if (entry.state != GaijiState::unsaid) {
            out_ += "<span>";
            out_ += session_.say("状態 ", "state ");
            out_ += name_of(entry.state).title.in(session_.language);
            out_ += "</span>";
        }
        out_ += "</div>";
    }

    const IdentificationDesk& desk_;
    const Session& session_;
    std::string out_;
};

}  // namespace

std::string identification_page(const IdentificationDesk& desk, const Session& session) {
    return PageWriter(desk, session).page();
}

}  // namespace daicho

#include <map>
#include <memory>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/identification_desk.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/table_options.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

/// What a row counts as: a table without states is read by its checkers.
GaijiState counted_state(const GaijiEntry& entry) {
    if (entry.state != GaijiState::unsaid) return entry.state;
    return entry.identified() && !entry.checker.empty() ? GaijiState::second : GaijiState::open;
}

void tell_desk(const IdentificationDesk& desk, std::ostream& out, const Session& session) {
    std::map<GaijiState, std::uint64_t> states;
    std::uint64_t by_number = 0, with_candidates = 0, uses = 0, pictures = 0;
    for (const DeskRow& row : desk.rows) {
        ++states[counted_state(row.entry)];
        by_number += !row.proposal.number.empty();
        with_candidates += !row.proposal.candidates.empty();
        uses += row.use.count;
        pictures += !row.outline.empty();
    }
    TextTable table({std::string(session.say("外字", "gaiji")), std::to_string(desk.rows.size())});
    const auto line = [&](std::string_view ja, std::string_view en, std::uint64_t count) {
        table.add({std::string(session.say(ja, en)), std::to_string(count)});
    };
    if (desk.with_data) line("データでの使用数", "uses in the data", uses);
    line("字形あり", "with a picture", pictures);
    line("番号で一つに決まる", "one glyph by its numbers", by_number);
    line("候補あり", "with candidates", with_candidates);
    for (const GaijiStateName& name : gaiji_states()) line(name.title.ja, name.title.en, states[name.state]);
    out << table.text();
}

void write_text(const std::string& path, const std::string& text) {
    OutputFile file(path);
    file.write(text);
    file.commit();
}

Exit identify(const IdentifyOptions& options, const Session& session) {
    if (options.files.empty() && options.table.empty() && options.font.empty()) {
        throw Error{ErrorKind::usage,
                    "データのファイル、対応表（--table）、外字フォント（--font）のどれかを指定してください",
                    "name files of data, a table (--table) or a font of gaiji (--font)"};
    }
    const IdentificationDesk desk = set_up_desk(options, session);
    if (!options.output.empty()) desk.sheet.write(options.output);
    if (!options.page.empty()) write_text(options.page, identification_page(desk, session));
    tell_desk(desk, options.output == "-" || options.page == "-" ? session.talk : session.out, session);
    for (const DeskRow& row : desk.rows) {
        const GaijiState state = counted_state(row.entry);
        if (state == GaijiState::open || state == GaijiState::first) return Exit::findings;
    }
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_characters_identify(OptionList& list) {
    auto action = std::make_unique<ActionOf<IdentifyOptions>>(identify);
    IdentifyOptions& options = action->options;
    list.arguments("FILE", options.files,
                   {"その団体のデータ（外字を数える）", "Data of the site, whose gaiji are counted"});
    list.text("--table", "TABLE", options.table,
              {"これまでの外字対応表（なければ新しく作る）", "The gaiji table so far (default: a new one)"});
    list.text("-o,--output", "OUT", options.output,
              {"対応表の書き先（CSV か TSV。- は標準出力）",
               "Where to write the table (CSV or TSV; -: standard output)"});
    list.text("--page", "HTML", options.page,
              {"同定の照合票を書くファイル（印刷用の HTML）",
               "File for the sheet on which shapes are compared (HTML for the printer)"});
    list.text("--font", "FILE", options.font,
              {"団体の外字フォント（EUDC.TTE など）", "Font of the site's gaiji (EUDC.TTE)"});
    list.text("--glyphs", "FILE", options.glyphs,
              {"MJ・GJ の文字図形名を持つフォント（IPAmj明朝など）",
               "Font whose glyphs have MJ or GJ numbers (IPAmj Mincho)"});
    list.text("--site", "NAME", options.site, {"この団体の行だけ", "Only the rows of this site"});
    list.number("--candidates", "N", options.candidates,
                {"候補の数（既定は 8）", "Number of candidates (default: 8)"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/mojibake_text.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/repair_report.hpp"
#include "tools/characters/text_of_file.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/report_form.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct RepairOptions {
    std::vector<std::string> words;
    std::string output;
    std::optional<Encoding> encoding;
    ReportForm form = ReportForm::text;
};

/// Repairs one text and reports it; false where something garbled is left, in the file or, where none is
/// written, in the text as it is.
bool repair_one(const std::string& name, const std::string& text, const RepairOptions& options,
                const Session& session) {
    const TextRepair repair = find_garbled_parts(text);
    if (!options.output.empty()) {
        OutputStream out{options.output};
        out << repaired_text(text, repair);
        out.commit();
    }
    std::ostream& report = options.output == "-" ? session.talk : session.out;
    report << (options.form == ReportForm::json ? repair_json(name, repair)
                                                : repair_text(name, repair, session.language));
    if (options.output.empty()) return repair.parts.empty();
    return std::ranges::all_of(repair.parts, [](const GarbledPart& part) { return part.repair.has_value(); });
}

Exit repair(const RepairOptions& options, const Session& session) {
    if (!options.output.empty() && options.words.size() != 1) {
        throw Error{ErrorKind::usage, "-o を使うときは、ファイルか文字列を1つだけ指定してください",
                    "with -o name one file or text only"};
    }
    bool all_repaired = true;
    for (const std::string& word : options.words) {
        const bool file = is_file(word);
        const std::string text = file ? text_of_file(word, options.encoding) : checked_utf8(word);
        all_repaired &= repair_one(file ? word : "", text, options, session);
    }
    return all_repaired ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_characters_repair(OptionList& list) {
    auto action = std::make_unique<ActionOf<RepairOptions>>(repair);
    RepairOptions& options = action->options;
    list.arguments("FILE|TEXT", options.words,
                   {"ファイル（- は標準入力）、またはその名前のファイルがなければ文字列",
                    "Files (-: standard input), or texts where there is no such file"})
        .required();
    list.text("-o,--output", "FILE", options.output,
              {"直した文字列を書き出すファイル（UTF-8）", "Where the repaired text goes (UTF-8)"});
    add_encoding(list, "--encoding", options.encoding,
                 {"ファイルの文字コード（指定しなければ全体を見て決める）",
                  "Encoding of the files (otherwise determined by reading all of them)"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/mojibake_text.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/repair_report.hpp"
#include "tools/characters/text_of_file.hpp"
#include "tools/command.hpp"
#include "tools/held_text.hpp"
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

/// A text of the command line.
class OneText final : public LineBlocks {
 public:
    explicit OneText(std::string text) : text_(std::move(text)) {}

    bool next(std::string& block) override {
        block = done_ ? std::string() : text_;
        return !std::exchange(done_, true) && !block.empty();
    }
    void rewind() override { done_ = false; }

 private:
    std::string text_;
    bool done_ = false;
};

/// Repairs one text, block by block, and reports it; false where something garbled is left, in the file or,
/// where none is written, in the text as it is.
bool repair_one(const std::string& name, LineBlocks& text, const RepairOptions& options,
                const Session& session) {
    const RepairPlan plan = plan_repair(text);
    const bool json = options.form == ReportForm::json;
    std::ostream& report = options.output == "-" ? session.talk : session.out;
    std::optional<OutputStream> out;
    if (!options.output.empty()) out.emplace(options.output);
    HeldText held;  // until the output is in place
    RepairCount count;
    std::uint64_t above = 0;
    text.rewind();
    for (std::string block; (plan.garbled || out) && text.next(block);) {
        std::vector<GarbledPart> parts;
        if (plan.garbled) parts = find_garbled_parts(block, plan);
        if (out) *out << repaired_text(block, parts);
        held.add(json ? parts_json(name, parts, above) : parts_text(name, parts, above, session.language));
        if (!out) held.tell(report);
        for (const GarbledPart& part : parts) ++(part.repair ? count.repaired : count.left);
        above += static_cast<std::uint64_t>(std::ranges::count(block, '\n'));
    }
    if (out) out->commit();
    held.tell(report);
    if (!json) report << sum_text(name, count, plan.whole, session.language);
    return out ? count.left == 0 : !plan.garbled;
}

Exit repair(const RepairOptions& options, const Session& session) {
    if (!options.output.empty() && options.words.size() != 1) {
        throw Error{ErrorKind::usage, "-o を使うときは、ファイルか文字列を1つだけ指定してください",
                    "with -o name one file or text only"};
    }
    bool all_repaired = true;
    for (const std::string& word : options.words) {
        if (is_file(word)) {
            FileLines lines(word, options.encoding);
            all_repaired &= repair_one(word, lines, options, session);
        } else {
            OneText text(checked_utf8(word));
            all_repaired &= repair_one("", text, options, session);
        }
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

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
#include "tools/options.hpp"
#include "tools/output_stream.hpp"

namespace daicho {

namespace {

enum class RepairForm : unsigned char { text, json };

struct RepairOptions {
    std::vector<std::string> words;
    std::string output;
    std::optional<Encoding> encoding;
    RepairForm form = RepairForm::text;
};

/// Repairs one text and reports it; false where something garbled is left.
bool repair_one(const std::string& name, const std::string& text, const RepairOptions& options,
                const Session& session) {
    const TextRepair repair = find_garbled_parts(text);
    if (!options.output.empty()) {
        OutputStream out{options.output};
        out << repaired_text(text, repair);
        out.commit();
    }
    std::ostream& report = options.output == "-" ? session.talk : session.out;
    report << (options.form == RepairForm::json ? repair_json(name, repair)
                                                : repair_text(name, repair, session.language));
    return std::ranges::all_of(repair.parts, [](const GarbledPart& part) { return part.repair.has_value(); });
}

Exit repair(const RepairOptions& options, const Session& session) {
    if (!options.output.empty() && options.words.size() != 1) {
        throw Error{"-o を使うときは、ファイルか文字列を1つだけ指定してください",
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

std::unique_ptr<Action> add_characters_repair(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<RepairOptions>>(repair);
    RepairOptions& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    add_texts(app, "FILE|TEXT", options.words,
              say("ファイル（- は標準入力）、またはその名前のファイルがなければ文字列",
                  "Files (-: standard input), or texts where there is no such file"))
        ->required();
    app.add_option("-o,--output", options.output,
                   say("直した文字列を書き出すファイル（UTF-8）", "Where the repaired text goes (UTF-8)"))
        ->type_name("FILE");
    const auto read_encoding = [&options, &session](const std::string& name) {
        options.encoding = parse_encoding(name);
        if (!options.encoding) {
            throw CLI::ValidationError(
                "--encoding",
                std::string{session.say("知らない文字コードです: ", "no such encoding: ")} + name);
        }
    };
    app.add_option_function<std::string>("--encoding", read_encoding,
                                         say("ファイルの文字コード（既定はすべてのバイトから決める）",
                                             "Encoding of the files (default: proved from all bytes)"))
        ->type_name("NAME");
    add_choice<RepairForm>(app, "--format", options.form,
                           {{"text", RepairForm::text}, {"json", RepairForm::json}},
                           say("出力の形式（既定は text）", "Form of the report (default: text)"), session);
    return action;
}

}  // namespace daicho

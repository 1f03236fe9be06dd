#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/characters/conversion.hpp"
#include "registries/characters/character_data.hpp"
#include "registries/characters/registry_characters.hpp"
#include "registries/registry.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/conversion_report.hpp"
#include "tools/characters/gaiji_source.hpp"
#include "tools/characters/undo.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"
#include "tools/table_options.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

struct ConvertCharacters {
    std::string file;
    std::string output;
    std::string record;
    std::string undo;
    bool no_record = false;
    bool text = false;
    std::vector<std::string> columns;
    std::vector<std::string> folds;
    std::string gaiji;
    std::string site;
    std::optional<ShrinkPolicy> policy;
    ShrinkTarget target = ShrinkTarget::jisx0213;
    std::vector<std::string> keep;
    ReadOptions read;
    std::optional<Encoding> encoding;
    bool bom = false;
};

const CharacterFold* require_fold(const std::string& name) {
    if (const auto* fold = find_character_fold(name)) return fold;
    std::vector<std::string_view> names;
    for (const auto& fold : character_folds()) names.push_back(fold.name);
    throw Error{"--fold: " + unknown_word(name, names, Language::ja),
                "--fold: " + unknown_word(name, names, Language::en)};
}

/// 氏名=戸籍氏名, or a text to put behind the header of every column that is converted.
void add_originals(const ConvertCharacters& options, ConversionRequest& request) {
    for (const auto& keep : options.keep) {
        const std::size_t equals = keep.find('=');
        if (equals != keep.npos) {
            request.originals.push_back({keep.substr(0, equals), keep.substr(equals + 1)});
            const std::string& column = request.originals.back().column;
            const bool named = std::ranges::find(options.columns, column) != options.columns.end();
            if (!named && !options.columns.empty()) request.columns.push_back(column);
            continue;
        }
        if (options.columns.empty()) {
            throw Error{"--keep-original: どの列の元の値を残すかを --column で指定してください",
                        "--keep-original: name the columns whose originals are kept with --column"};
        }
        for (const auto& column : options.columns) request.originals.push_back({column, column + keep});
    }
}

ConversionRequest request_for(const ConvertCharacters& options, const CharacterAuthority* authority,
                              const UnitReplacements* own) {
    ConversionRequest request;
    request.rules.own = own;
    for (const auto& name : options.folds) request.rules.folds.push_back(require_fold(name));
    if (options.policy) request.rules.shrink = {*options.policy, options.target};
    request.rules.context.authority = authority;
    request.plain_text = options.text;
    request.columns = options.columns;
    add_originals(options, request);
    request.encoding = options.encoding;
    if (options.bom) request.bom = true;
    request.read = options.read;
    request.tool = std::string("daicho ") + version();
    return request;
}

constexpr std::pair<const char*, const char*> contrary_folds[] = {
    {"width", "wide"},
    {"svs", "compat"},
    {"ivs-moji-joho", "ivs-adobe-japan1"},
    {"ivs-moji-joho", "ivs-hanyo-denshi"},
    {"ivs-adobe-japan1", "ivs-hanyo-denshi"},
};

void refuse_contradictions(const ConvertCharacters& options) {
    if (options.output.empty()) throw Error{"出力先を -o で指定してください", "name where to write with -o"};
    if (options.record.empty() && !options.no_record) {
        throw Error{
            "元に戻すための記録の書き先を --record で指定してください（記録を残さないなら --no-record）",
            "name a file for the record that undoes the conversion with --record (or say --no-record)"};
    }
    if (!options.record.empty() && (options.record == options.file || options.record == options.output)) {
        throw Error{"--record には、入力とも出力とも別のファイルを指定してください",
                    "--record is to be another file than the input and the output"};
    }
    const auto asked = [&](std::string_view name) {
        return std::ranges::find(options.folds, name) != options.folds.end();
    };
    for (const auto& [one, other] : contrary_folds) {
        if (!asked(one) || !asked(other)) continue;
        throw Error{
            std::string("--fold: ") + one + " と " + other + " は逆の変換です。どちらかにしてください",
            std::string("--fold: ") + one + " and " + other + " are contrary; choose one"};
    }
    if (options.text && !(options.columns.empty() && options.keep.empty())) {
        throw Error{"--text の文章に列はありません（--column、--keep-original）",
                    "a text (--text) has no columns (--column, --keep-original)"};
    }
    if (options.folds.empty() && !options.policy && !options.encoding && options.gaiji.empty()) {
        throw Error{"何を変換するかを --fold、--shrink、--gaiji、--encoding のどれかで指定してください",
                    "say what to convert with --fold, --shrink, --gaiji or --encoding"};
    }
}

/// The registry that the conversion asks; empty where it asks none, or there is none.
std::string registry_for(const ConvertCharacters& options, const Session& session) {
    const bool asks = options.policy || std::ranges::any_of(options.folds, [](const auto& name) {
                          return require_fold(name)->asks_authority;
                      });
    if (!asks) return {};
    return session.registry.empty() ? usual_registry() : session.registry;
}

Exit convert_file(const ConvertCharacters& options, const Session& session) {
    refuse_contradictions(options);
    const std::string registry = registry_for(options, session);
    const auto authority = registry.empty() ? nullptr : registry_characters(registry);
    std::optional<UnitReplacements> own;
    if (!options.gaiji.empty()) own = gaiji_replacements(options.gaiji, options.site, session);
    InputFile file(options.file);
    std::optional<SpooledSource> spooled;
    if (!file.rewindable()) spooled.emplace(file);
    ByteSource& source = spooled ? static_cast<ByteSource&>(*spooled) : file;
    OutputFile out(options.output);
    std::optional<OutputFile> record;
    if (!options.record.empty()) record.emplace(options.record);
    ConversionRequest request = request_for(options, authority.get(), own ? &*own : nullptr);
    if (authority) request.data = editions_of_character_data(Registry(registry));
    const ConversionSummary summary = convert_characters(
        source, request, [&](std::string_view bytes) { out.write(bytes); },
        [&](std::string_view lines) {
            if (record) record->write(lines);
        });
    // A record without its file does no harm.
    if (record) record->commit();
    out.commit();
    tell_conversion(summary, session);
    return summary.end.left > 0 ? Exit::findings : Exit::clean;
}

Exit convert(const ConvertCharacters& options, const Session& session) {
    if (options.undo.empty()) return convert_file(options, session);
    return undo_file({options.file, options.undo, options.output}, session);
}

void add_conversion_options(CLI::App& app, ConvertCharacters& options, const Session& session) {
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    std::string kinds;
    for (const auto& fold : character_folds()) kinds += (kinds.empty() ? "" : ",") + std::string(fold.name);
    add_texts(app, "--column", options.columns,
              say("変換する列（見出しか番号。既定はすべて）",
                  "Columns to convert, by header or number (default: all)"))
        ->type_name("NAME");
    app.add_option(
           "--fold", options.folds,
           say("変換の種類（コンマで区切る）", "Kinds of conversion, with commas between") + ": " + kinds)
        ->delimiter(',')
        ->type_name("KIND,...");
    app.add_option("--gaiji", options.gaiji,
                   say("外字を、この外字対応表で置き換える（registry は台帳に入れたもの）",
                       "Replace own characters by this table (registry: those in the registry)"))
        ->type_name("TABLE");
    app.add_option("--site", options.site,
                   say("外字対応表の、この団体の行", "Rows of that table for this site"))
        ->type_name("NAME");
    Choices<std::optional<ShrinkPolicy>> policies;
    for (const auto& name : shrink_policies()) policies.emplace_back(name.key, name.policy);
    add_choice(app, "--shrink", options.policy, policies,
               say("文字集合にない字を縮退する方針", "Policy by which characters outside the set are shrunk"),
               session);
    Choices<ShrinkTarget> targets;
    for (const auto& name : shrink_targets()) targets.emplace_back(name.key, name.target);
    add_choice(
        app, "--to", options.target, targets,
        say("縮退の先の文字集合（既定は jisx0213）", "Set that they are shrunk to (default: jisx0213)"),
        session);
    add_texts(app, "--keep-original", options.keep,
              say("元の値を残す列。「氏名=戸籍氏名」の形か、見出しの後ろに付ける語",
                  "Column that keeps the originals, as NAME=OTHER, or what is put behind the header"))
        ->type_name("COLUMN=NAME|SUFFIX");
}

}  // namespace

std::unique_ptr<Action> add_characters_convert(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<ConvertCharacters>>(convert);
    ConvertCharacters& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    app.add_option("FILE", options.file, say("ファイル（- は標準入力）", "File (-: standard input)"))
        ->required();
    app.add_option("-o,--output", options.output,
                   say("出力先（- は標準出力）", "Where to write (-: standard output)"))
        ->type_name("OUT");
    app.add_option("--record", options.record,
                   say("元に戻すための記録（JSONL）", "File for the record that undoes it (JSONL)"))
        ->type_name("REC");
    app.add_flag("--no-record", options.no_record, say("記録を残さない", "Keep no record"));
    app.add_option("--undo", options.undo,
                   say("この記録を使い、FILE を変換前のバイト列に戻す",
                       "Give FILE its bytes from before the conversion of this record"))
        ->type_name("REC");
    app.add_flag("--text", options.text,
                 say("表ではなく文章として読む", "Read it as a text, not as a table"));
    add_conversion_options(app, options, session);
    add_read_options(app, options.read, "input-", session);
    add_output_encoding(app, options.encoding, options.bom, session);
    return action;
}

}  // namespace daicho

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
#include "registries/knowledge/knowledge.hpp"
#include "registries/store/registry.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/conversion_report.hpp"
#include "tools/characters/gaiji_source.hpp"
#include "tools/characters/undo.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/own_files.hpp"
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
    refuse_unknown_word("--fold: ", name, names);
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
            throw Error{ErrorKind::usage,
                        "--keep-original: どの列の元の値を残すかを --column で指定してください",
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
    if (options.output.empty())
        throw Error{ErrorKind::usage, "出力先を -o で指定してください", "name where to write with -o"};
    if (options.record.empty() && !options.no_record) {
        throw Error{
            ErrorKind::usage,
            "元に戻すための記録の書き先を --record で指定してください（記録を残さないなら --no-record）",
            "name a file for the record that undoes the conversion with --record (or say --no-record)"};
    }
    require_own_files({options.file, options.output}, {{"--record", options.record}});
    const auto asked = [&](std::string_view name) {
        return std::ranges::find(options.folds, name) != options.folds.end();
    };
    for (const auto& [one, other] : contrary_folds) {
        if (!asked(one) || !asked(other)) continue;
        throw Error{
            ErrorKind::usage,
            std::string("--fold: ") + one + " と " + other + " は逆の変換です。どちらかにしてください",
            std::string("--fold: ") + one + " and " + other + " are contrary; choose one"};
    }
    if (options.text && !(options.columns.empty() && options.keep.empty())) {
        throw Error{ErrorKind::usage, "--text の文章に列はありません（--column、--keep-original）",
                    "a text (--text) has no columns (--column, --keep-original)"};
    }
    if (options.folds.empty() && !options.policy && !options.encoding && options.gaiji.empty()) {
        throw Error{ErrorKind::usage,
                    "何を変換するかを --fold、--shrink、--gaiji、--encoding のどれかで指定してください",
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

void add_conversion_options(OptionList& list, ConvertCharacters& options) {
    std::string kinds;
    for (const auto& fold : character_folds()) kinds += (kinds.empty() ? "" : ",") + std::string(fold.name);
    list.texts("--column", "NAME", options.columns,
               {"変換する列（見出しか番号。既定はすべて）",
                "Columns to convert, by header or number (default: all)"});
    list.texts(
            "--fold", "KIND,", options.folds,
            {"変換の種類（コンマで区切る）: " + kinds, "Kinds of conversion, separated by commas: " + kinds})
        .separated_by(',');
    list.text("--gaiji", "TABLE", options.gaiji,
              {"外字を、この外字対応表で置き換える（registry は台帳ファイルにあるもの）",
               "Replace gaiji by this table (registry: the one in the registry)"});
    list.text("--site", "NAME", options.site,
              {"外字対応表の、この団体の行", "Rows of that table for this site"});
    Choices<std::optional<ShrinkPolicy>> policies;
    for (const auto& name : shrink_policies()) policies.emplace_back(name.key, name.policy);
    list.choice("--shrink", options.policy, policies,
                {"文字集合にない字を縮退する方針", "Policy for shrinking characters outside the set"});
    Choices<ShrinkTarget> targets;
    for (const auto& name : shrink_targets()) targets.emplace_back(name.key, name.target);
    list.choice("--to", options.target, targets,
                {"縮退の先の文字集合（既定は jisx0213）", "Character set to shrink to (default: jisx0213)"});
    list.texts("--keep-original", "COLUMN=NAME|SUFFIX", options.keep,
               {"元の値を残す列。「氏名=戸籍氏名」の形か、見出しの後ろに付ける語",
                "Column that keeps the originals, as NAME=OTHER, or what is put behind the header"});
}

}  // namespace

std::unique_ptr<Action> add_characters_convert(OptionList& list) {
    auto action = std::make_unique<ActionOf<ConvertCharacters>>(convert);
    ConvertCharacters& options = action->options;
    list.argument("FILE", options.file, {"ファイル（- は標準入力）", "File (-: standard input)"}).required();
    list.text("-o,--output", "OUT", options.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"});
    list.text("--record", "REC", options.record,
              {"元に戻すための記録（JSONL）", "File for the record that undoes it (JSONL)"});
    list.flag("--no-record", options.no_record, {"記録を残さない", "Keep no record"});
    list.text("--undo", "REC", options.undo,
              {"この記録を使い、FILE を変換前のバイト列に戻す",
               "Give FILE its bytes from before the conversion of this record"});
    list.flag("--text", options.text, {"表ではなく文章として読む", "Read it as a text, not as a table"});
    add_conversion_options(list, options);
    add_read_options(list, options.read, "input-");
    add_output_encoding(list, options.encoding, options.bom);
    return action;
}

}  // namespace daicho

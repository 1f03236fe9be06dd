#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/visible.hpp"
#include "models/dataset/transform.hpp"
#include "models/reports/level_label.hpp"
#include "models/reports/transform_report.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"
#include "tools/check_options.hpp"
#include "tools/command.hpp"
#include "tools/own_files.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/table_options.hpp"
#include "tools/undo_file.hpp"

namespace daicho {

namespace {

enum class Names : unsigned char { ja, en };

struct TransformArguments {
    std::string file;
    std::string output;
    std::string report;
    std::string record;
    std::string form;  ///< empty: by the name of the output
    TransformRequest request;
    Names names = Names::ja;
    bool drop_unmapped = false;
    AddressUse addresses = AddressUse::fill;
    CorporationUse corporations = CorporationUse::check;
};

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string_view where_lost(const Finding& loss, const Session& session) {
    if (loss.rule == rules::text_above_header) return session.say("見出しの外", "outside the table");
    if (loss.rule == rules::other_header) return session.say("下の別の表", "another table below");
    if (loss.rule == rules::beside_records) return session.say("記録の外", "beside the records");
    if (loss.rule == rules::skipped_lines) return session.say("読み飛ばした行", "lines passed over");
    if (loss.rule == rules::ragged_record)
        return session.say("列からはみ出した欄", "cell beyond the columns");
    return loss.header;
}

/// The first parts of cells that found no place, as "連絡先「99-9999-9999」(2行目)".
std::string losses_of(const TransformReport& report, const Session& session) {
    constexpr std::size_t shown = 5;
    std::string list;
    std::size_t count = 0;
    for (const Finding& loss : report.first_losses()) {
        if (count++ == shown) return list + (session.language == Language::ja ? " ほか" : " …");
        const std::string line = std::to_string(loss.place.line);
        const std::string unused = shown_loss(loss);
        list += (list.empty() ? "" : ", ") + std::string(where_lost(loss, session));
        list += session.language == Language::ja ? "「" + unused + "」（" + line + "行目）"
                                                 : " '" + unused + "' (line " + line + ")";
    }
    return list;
}

/// Says on stderr what was done, for a person.
void tell(const TransformReport& report, const TransformOutcome& outcome, const Session& session) {
    const bool ja = session.language == Language::ja;
    std::vector<std::string> unfilled;
    for (const Text& item : report.facts().unfilled) unfilled.emplace_back(item.in(session.language));
    std::vector<std::string> dropped;
    for (const UnmappedColumn& column : report.facts().unmapped) {
        if (!column.kept) dropped.push_back(column.header);
    }
    const auto part = [&](std::string_view ja_text, std::string_view en_text, std::uint64_t count) {
        session.talk << session.say(ja_text, en_text) << count << (ja ? "件" : "");
    };
    if (outcome.source_records != outcome.records) {
        part("元の表のレコード ", "source records ", outcome.source_records);
        session.talk << (ja ? "、" : ", ");
    }
    part("レコード ", "records ", outcome.records);
    part("、直した指摘 ", ", findings fixed ", outcome.fixed);
    part("、残った誤り ", ", errors left ", outcome.left_over(LeftOver::error));
    part("、書き換えたセル ", ", cells changed ", outcome.changed - outcome.filled);
    part("、補ったセル ", ", cells filled ", outcome.filled);
    session.talk << '\n';
    const auto say = [&](std::string_view ja_text, std::string_view en_text, const std::string& list) {
        if (!list.empty()) session.talk << session.say(ja_text, en_text) << visible(list) << '\n';
    };
    const auto say_left = [&](std::string_view ja_text, std::string_view en_text, LeftOver kind) {
        const std::uint64_t left = outcome.left_over(kind);
        if (left > 0) say(ja_text, en_text, std::to_string(left));
    };
    say("元の表にない必須項目（空欄）: ", "required items without a source (empty): ", list_of(unfilled));
    say("出力しなかった列: ", "columns left out: ", list_of(dropped));
    say_left("一部を項目に分けられず、元の項目にだけ残した値: ",
             "values kept whole, of which a part found no item: ", LeftOver::not_split);
    say_left("台帳で決まらず、補わなかった住所: ", "addresses that the registry left open, nothing filled: ",
             LeftOver::not_located);
    say_left("一つの法人に決まらず、法人番号を補わなかった名称: ",
             "names that are not shown to be those of one corporation, no number filled: ",
             LeftOver::not_identified);
    say_left("一つに縮退できない字を残したセル: ", "cells with characters that cannot be shrunk to one: ",
             LeftOver::not_shrunk);
    say("どの項目にも入らなかった部分: ", "unmapped parts of cells: ", losses_of(report, session));
}

/// Which level the result has, and how many records have which.
void tell_level(const TransformOutcome& outcome, const Session& session) {
    const bool ja = session.language == Language::ja;
    session.talk << (ja ? "結果の水準: " : "level of the result: ")
                 << level_label(outcome.level).in(session.language);
    std::string list;
    for (std::size_t level = 0; level < outcome.levels.size(); ++level) {
        if (outcome.levels[level] == 0) continue;
        list += (list.empty() ? ""
                 : ja         ? "、"
                              : ", ") +
                std::string(level_label(static_cast<Level>(level)).in(session.language)) + " " +
                std::to_string(outcome.levels[level]) + (ja ? "件" : "");
    }
    if (!list.empty()) session.talk << (ja ? "（レコード: " : " (records: ") << list << (ja ? "）" : ")");
    session.talk << '\n';
}

/// What the options ask for, without what is known.
TransformRequest request_of(const TransformArguments& arguments) {
    TransformRequest request = arguments.request;
    CheckOptions& check = request.check;
    check.keep_unmapped = !arguments.drop_unmapped;
    if (check.model.empty() && check.map.empty()) {
        throw Error{ErrorKind::usage, "--to で目標のモデルを、または --map で変換を指定してください",
                    "name the model with --to, or a transformation with --map"};
    }
    if (check.model.empty()) check.model = "auto";
    request.form = output_form(arguments.form, arguments.output, request.write).name;
    request.english_names = arguments.names == Names::en;
    request.fill_addresses = arguments.addresses == AddressUse::fill;
    request.fill_corporations = arguments.corporations == CorporationUse::fill;
    return request;
}

Exit run_transform(const TransformArguments& arguments, const Session& session) {
    TransformRequest request = request_of(arguments);
    const bool asks_addresses = arguments.addresses != AddressUse::off;
    KnowledgeOptions options = registry_options(session);
    options.locate_corporations = asks_addresses;
    const Knowledge knowledge(std::move(options));
    request.check.knowledge = knowledge.sources();
    if (!asks_addresses) request.check.knowledge.addresses = nullptr;
    if (arguments.corporations == CorporationUse::off) request.check.knowledge.corporations = nullptr;

    const UndoKeeper undo(arguments.record, "transform", arguments.file, arguments.output);
    require_own_files({arguments.file, arguments.output}, {{"--report", arguments.report}});
    std::optional<OutputFile> report_file;
    if (!arguments.report.empty()) report_file.emplace(arguments.report);
    std::function<void(std::string_view)> write;
    if (report_file) write = [&](std::string_view text) { report_file->write(text); };
    TransformReport report(session.language, std::move(write));
    Models models;
    const TransformOutcome outcome =
        transform(file_source(arguments.file), file_target(arguments.output), request, models, report);
    if (report_file) report_file->commit();
    undo.write();
    tell(report, outcome, session);
    tell_level(outcome, session);
    return outcome.left_over(LeftOver::error) > 0 ? Exit::findings : Exit::clean;
}

void add_shrinking(OptionList& list, TransformArguments& arguments) {
    Choices<std::optional<ShrinkPolicy>> policies;
    for (const auto& name : shrink_policies()) policies.emplace_back(name.key, name.policy);
    list.choice("--shrink", arguments.request.shrink, policies,
                {"文字集合にない字を縮退する方針。元の値は、モデルがそのための項目を決めていれば残す",
                 "Policy for shrinking characters outside the set; the model says which item keeps the "
                 "original"});
    Choices<ShrinkTarget> targets;
    for (const auto& name : shrink_targets()) targets.emplace_back(name.key, name.target);
    list.choice("--to-repertoire", arguments.request.repertoire, targets,
                {"縮退の先の文字集合（既定は jisx0213）", "Character set to shrink to (default: jisx0213)"});
}

void add_registry_use(OptionList& list, TransformArguments& arguments) {
    list.choice("--addresses", arguments.addresses,
                {{"fill", AddressUse::fill}, {"check", AddressUse::check}, {"off", AddressUse::off}},
                {"住所の項目を台帳ファイルの住所で補う（既定）・確かめるだけ・使わない",
                 "Fill items of addresses from the registry (default), only check them, or neither"});
    list.choice(
        "--corporations", arguments.corporations,
        {{"check", CorporationUse::check}, {"fill", CorporationUse::fill}, {"off", CorporationUse::off}},
        {"法人番号と名称を公表内容と比べる（既定）・空の法人番号を名称と所在地から補う・使わない",
         "Check corporate numbers and names against the published ones (default), also fill empty "
         "numbers by name and address, or neither"});
}

}  // namespace

std::unique_ptr<Action> add_transform(OptionList& list) {
    auto action = std::make_unique<ActionOf<TransformArguments>>(run_transform);
    auto& arguments = action->options;
    arguments.request.check.model.clear();
    list.argument("FILE", arguments.file, {"表のファイル（- は標準入力）", "Table file (-: standard input)"})
        .required();
    list.text("--to", "NAME", arguments.request.check.model,
              {"目標のモデル（例: Person, 個人）", "Model to write (Person, 個人)"});
    list.text("-o,--output", "OUT", arguments.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"})
        .required();
    add_output_form(list, "--format", arguments.form);
    list.text("--report", "FILE", arguments.report,
              {"変更の報告（JSON）を書くファイル", "File for the report of the changes (JSON)"});
    list.text(
        "--record", "FILE", arguments.record,
        {"元に戻すための記録（daicho undo で使う）", "File for the record that undoes it (daicho undo)"});
    list.mark("--keep-unmapped", arguments.drop_unmapped, false,
              {"モデルの項目に対応しない列を残す（既定）",
               "Keep columns that are not mapped to an item (default)"});
    list.mark("--drop-unmapped", arguments.drop_unmapped, true,
              {"モデルの項目に対応しない列を除く", "Drop columns that are not mapped to an item"})
        .excludes("--keep-unmapped");
    list.flag("--apply-guesses", arguments.request.apply_guesses,
              {"推測による修正も行う", "Apply guessed repairs too"});
    list.flag("--readings", arguments.request.take_readings,
              {"ブックに残るふりがなを、空のカナの項目に入れる（正しいとは限らない）",
               "Take the readings that a workbook has beside texts for readings that are empty (they may be "
               "wrong)"});
    add_registry_use(list, arguments);
    add_shrinking(list, arguments);
    list.choice("--names", arguments.names, {{"ja", Names::ja}, {"en", Names::en}},
                {"見出しの言語（既定は ja）", "Language of the headers (default: ja)"});
    add_check_options(list, arguments.request.check);
    add_read_options(list, arguments.request.check.read, "input-");
    add_write_options(list, arguments.request.write);
    return action;
}

}  // namespace daicho

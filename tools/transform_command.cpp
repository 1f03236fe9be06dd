#include <memory>
#include <optional>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/table_writer.hpp"
#include "models/dataset/checked_table.hpp"
#include "models/engine/result_check.hpp"
#include "models/reports/transform_report.hpp"
#include "models/rules/message.hpp"
#include "tools/address_rules.hpp"
#include "tools/check_options.hpp"
#include "tools/command.hpp"
#include "tools/known_characters.hpp"
#include "tools/known_corporations.hpp"
#include "tools/known_names.hpp"
#include "tools/known_places.hpp"
#include "tools/known_reference.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

enum class Names : unsigned char { ja, en };

struct TransformArguments {
    std::string file;
    std::string output;
    std::string report;
    CheckOptions check;
    TransformOptions transform;
    WriteOptions write;
    Names names = Names::ja;
    bool drop_unmapped = false;
    bool keep_unmapped = false;  ///< what is done anyway
    std::optional<ShrinkPolicy> shrink;
    ShrinkTarget repertoire = ShrinkTarget::jisx0213;
    AddressUse addresses = AddressUse::fill;
    CorporationUse corporations = CorporationUse::check;
};

std::vector<std::string_view> headers_of(const Transformer& transformer) {
    std::vector<std::string_view> headers;
    for (const auto& column : transformer.columns()) headers.emplace_back(column.header);
    return headers;
}

void require_items(const CheckedTable& table, const std::string& path) {
    const Model& model = table.inspector().model();
    if (table.inspector().binding().bound() > 0) return;
    throw Error{
        ErrorKind::input,
        path + ": どの列も " + model.name +
            " の項目として読めません。見出しを確かめるか、別のモデルを指定してください",
        path + ": no column is an item of " + model.name + "; check the headers or name another model"};
}

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// The first parts of cells that found no place, as "連絡先「99-9999-9999」(2行目)".
std::string losses_of(const TransformReport& report, const Session& session) {
    constexpr std::size_t shown = 5;
    std::string list;
    std::size_t count = 0;
    for (const Finding& loss : report.first_losses()) {
        if (count++ == shown) return list + (session.language == Language::ja ? " ほか" : " …");
        const std::string line = std::to_string(loss.line);
        const std::string unused = shown_loss(loss);
        list += (list.empty() ? "" : ", ") + std::string(loss.header);
        list += session.language == Language::ja ? "「" + unused + "」（" + line + "行目）"
                                                 : " '" + unused + "' (line " + line + ")";
    }
    return list;
}

/// Says on stderr what was done, for a person.
void tell(const TransformReport& report, const Transformer& transformer, const CheckedTable& table,
          const Session& session) {
    const bool ja = session.language == Language::ja;
    const auto& slots = table.inspector().model().slots;
    std::vector<std::string> unfilled;
    for (const auto slot : transformer.unfilled()) {
        unfilled.push_back(ja ? slots[slot].long_label : slots[slot].path);
    }
    std::vector<std::string> dropped;
    for (const auto column : transformer.dropped()) dropped.push_back(table.headers()[column]);
    if (table.mapping()) {
        for (const auto& one : table.mapping()->dropped()) {
            dropped.push_back(table.mapping()->source_headers()[one.column]);
        }
    }
    if (table.source_records() != report.records()) {
        session.talk << (ja ? "元の表のレコード " : "source records ") << table.source_records()
                     << (ja ? "、" : ", ");
    }
    session.talk << (ja ? "レコード " : "records ") << report.records()
                 << (ja ? "、直したセル " : ", cells mended or filled ") << report.edits()
                 << (ja ? "、直せなかったエラー " : ", errors left ") << report.unresolved() << '\n';
    const auto say = [&](std::string_view ja_text, std::string_view en_text, const std::string& list) {
        if (!list.empty()) session.talk << session.say(ja_text, en_text) << list << '\n';
    };
    say("元の表にない必須項目（空欄）: ", "required items without a source (empty): ", list_of(unfilled));
    say("出力しなかった列: ", "columns left out: ", list_of(dropped));
    if (report.not_located() > 0) {
        say("台帳で決まらず、補わなかった住所: ", "addresses that the registry left open, nothing filled: ",
            std::to_string(report.not_located()));
    }
    if (report.not_identified() > 0) {
        say("一つの法人に決まらず、法人番号を補わなかった名称: ",
            "names that are not shown to be those of one corporation, no number filled: ",
            std::to_string(report.not_identified()));
    }
    if (report.not_shrunk() > 0) {
        say("一つに縮退できない字を残したセル: ", "cells with characters that cannot be shrunk to one: ",
            std::to_string(report.not_shrunk()));
    }
    say("どの項目にも入らなかった部分: ", "parts that no item took: ", losses_of(report, session));
}

/// Which level the result has, and how many records have which.
void tell_level(const LevelCount& levels, Level ceiling, const Session& session) {
    const bool ja = session.language == Language::ja;
    session.talk << (ja ? "結果の水準: " : "level of the result: ") << to_string(levels.lowest(ceiling));
    std::string list;
    for (std::size_t level = 0; level < levels.records.size(); ++level) {
        if (levels.records[level] == 0) continue;
        list += (list.empty() ? ""
                 : ja         ? "、"
                              : ", ") +
                std::string(to_string(static_cast<Level>(level))) + " " +
                std::to_string(levels.records[level]) + (ja ? "件" : "");
    }
    if (!list.empty()) session.talk << (ja ? "（レコード: " : " (records: ") << list << (ja ? "）" : ")");
    session.talk << '\n';
}

/// What a batch becomes.
struct Rewritten {
    Transformed transformed;
    ResultCheck::Checked checked;
};

Exit transform(const TransformArguments& arguments, const Session& session) {
    Models models;
    const KnownReference known(session);
    const auto characters = known_characters(session);
    const AddressRules addresses(session);
    const KnownCorporations corporations(session);
    CheckOptions check = arguments.check;
    check.knowledge.places = &known_places();
    check.knowledge.codes = &known.data();
    if (arguments.addresses != AddressUse::off) check.knowledge.addresses = &addresses;
    if (arguments.corporations != CorporationUse::off) check.knowledge.corporations = &corporations;
    check.knowledge.characters = characters.get();
    check.keep_unmapped = !arguments.drop_unmapped;
    if (check.model.empty() && check.map.empty()) {
        throw Error{ErrorKind::usage, "--to で目標のモデルを、または --map で変換を指定してください",
                    "name the model with --to, or a transformation with --map"};
    }
    if (check.model.empty()) check.model = "auto";
    CheckedTable table(file_source(arguments.file), check, models);
    require_items(table, arguments.file);
    TransformOptions options = arguments.transform;
    options.english_names = arguments.names == Names::en;
    options.keep_unmapped = !arguments.drop_unmapped;
    if (arguments.shrink) {
        require_shrink_table(characters.get(), *arguments.shrink);
        options.shrink = {*arguments.shrink, arguments.repertoire, characters.get()};
    }
    const Inspector& inspector = table.inspector();
    if (arguments.addresses == AddressUse::fill && inspector.has_addresses() && addresses.is_there())
        options.addresses = &addresses;
    const KnownNames names(session, arguments.addresses == AddressUse::off ? nullptr : &addresses);
    if (arguments.corporations == CorporationUse::fill && names.is_there()) options.corporations = &names;
    const Transformer transformer(inspector, options);

    std::optional<OutputFile> report_file;
    if (!arguments.report.empty()) report_file.emplace(arguments.report);
    TransformReport report(inspector, transformer, table.mapping(), session.language,
                           [&](std::string_view text) {
                               if (report_file) report_file->write(text);
                           });
    const Dialect dialect = output_dialect(table.reader().dialect(), arguments.write);
    const auto writer = create_table(arguments.output, dialect, table.reader().dialect().encoding);
    const bool keeps_rows = !table.mapping() && transformer.same_columns() &&
                            dialect.delimiter == table.reader().dialect().delimiter;

    report.begin(arguments.file, arguments.output);
    if (!table.positional()) writer->write_record(headers_of(transformer));
    const ResultCheck result(inspector, transformer, table.inspection());
    LevelCount levels;
    ordered_pipeline<Batch, Rewritten>(
        hardware_threads(), [&](Batch& batch) { return table.next(batch); },
        [&](Batch& read, Rewritten& rewritten) {
            Transformed& out = rewritten.transformed;
            const Batch& batch = table.prepared(read, out.mapped);
            transformer.transform(batch, out);
            if (out.size() > 0) result.check(batch, out, rewritten.checked);
        },
        [&](Batch& batch, Rewritten& rewritten) {
            const Transformed& out = rewritten.transformed;
            if (out.size() > 0) levels.add(rewritten.checked.inspection);
            for (std::size_t record = 0; record < out.size(); ++record) {
                if (keeps_rows && !out.touched(record)) {
                    writer->write_raw(batch.raw(record));
                } else {
                    writer->write_record(out.cells(record));
                }
            }
            report.add(out);
        });
    const Level ceiling = result.inspector().ceiling();
    report.finish(levels, ceiling, table.source_records());
    writer->finish();
    if (report_file) report_file->commit();
    tell(report, transformer, table, session);
    tell_level(levels, ceiling, session);
    return report.unresolved() > 0 ? Exit::findings : Exit::clean;
}

void add_shrinking(OptionList& list, TransformArguments& arguments) {
    Choices<std::optional<ShrinkPolicy>> policies;
    for (const auto& name : shrink_policies()) policies.emplace_back(name.key, name.policy);
    list.choice("--shrink", arguments.shrink, policies,
                {"文字集合にない字を縮退する方針。元の値は、モデルがそのための項目を決めていれば残す",
                 "Policy for shrinking characters outside the set; the model says which item keeps the "
                 "original"});
    Choices<ShrinkTarget> targets;
    for (const auto& name : shrink_targets()) targets.emplace_back(name.key, name.target);
    list.choice("--to-repertoire", arguments.repertoire, targets,
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
    auto action = std::make_unique<ActionOf<TransformArguments>>(transform);
    auto& arguments = action->options;
    arguments.check.model.clear();
    list.argument("FILE", arguments.file, {"表のファイル（- は標準入力）", "Table file (-: standard input)"})
        .required();
    list.text("--to", "NAME", arguments.check.model,
              {"目標のモデル（例: Person, 個人）", "Model to write (Person, 個人)"});
    list.text("-o,--output", "OUT", arguments.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"})
        .required();
    list.text("--report", "FILE", arguments.report,
              {"変更の報告（JSON）を書くファイル", "File for the report of the changes (JSON)"});
    list.flag(
        "--drop-unmapped", arguments.drop_unmapped,
        {"モデルの項目に対応しない列を除く", "Drop columns that are not mapped to an item of the model"});
    list.flag("--keep-unmapped", arguments.keep_unmapped,
              {"モデルの項目に対応しない列を残す（既定）", "Keep columns that are not mapped (default)"})
        .excludes("--drop-unmapped");
    list.flag("--apply-guesses", arguments.transform.apply_guesses,
              {"推測による修正も行う", "Apply guessed repairs too"});
    add_registry_use(list, arguments);
    add_shrinking(list, arguments);
    list.choice("--names", arguments.names, {{"ja", Names::ja}, {"en", Names::en}},
                {"見出しの言語（既定は ja）", "Language of the headers (default: ja)"});
    add_check_options(list, arguments.check);
    add_read_options(list, arguments.check.read, "input-");
    add_write_options(list, arguments.write);
    return action;
}

}  // namespace daicho

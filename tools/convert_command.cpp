#include <algorithm>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_writer.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/record_lines.hpp"
#include "tools/table_notes.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

enum class Form : unsigned char { by_name, csv, tsv, jsonl };

struct ConvertOptions {
    std::string input;
    std::string output = "-";
    Form form = Form::by_name;
    bool keep_preamble = false;
    ReadOptions read;
    WriteOptions write;
};

Form form_of(const ConvertOptions& options) {
    if (options.form != Form::by_name) return options.form;
    if (options.output.ends_with(".tsv")) return Form::tsv;
    if (options.output.ends_with(".jsonl")) return Form::jsonl;
    return Form::csv;
}

/// Whether the record can stay as it was written: the same delimiter, and quotes that every program reads
/// alike.
class RawRecords {
 public:
    RawRecords(const Batch& batch, bool same_delimiter) : same_delimiter_(same_delimiter) {
        for (const Finding& finding : batch.findings()) {
            if (finding.rule == rules::unclosed_quote || finding.rule == rules::stray_quote) {
                broken_.push_back(finding.record);
            }
        }
    }
    bool stays(std::uint64_t record) const {
        return same_delimiter_ && std::find(broken_.begin(), broken_.end(), record) == broken_.end();
    }

 private:
    bool same_delimiter_;
    std::vector<std::uint64_t> broken_;
};

void write_cells(TableWriter& writer, const Batch& batch, std::size_t record) {
    std::vector<std::string_view> cells(batch.width(record));
    for (std::size_t column = 0; column < cells.size(); ++column) cells[column] = batch.cell(record, column);
    writer.write_record(cells);
}

void write_header(TableWriter& writer, const TableReader& table, bool same_delimiter, bool keep_preamble) {
    const bool header_only = table.header_records() == 1 && table.has_header();
    if (same_delimiter && (keep_preamble || header_only)) {
        writer.write_raw(table.text()->preamble());
    } else if (table.has_header()) {
        const std::vector<std::string_view> cells(table.header().begin(), table.header().end());
        writer.write_record(cells);
    }
}

void write_table(const ConvertOptions& options, TableReader& table, TableNotes& notes, char usual_delimiter) {
    const Dialect source = usual_dialect(table);
    Dialect target = output_dialect(source, options.write);
    target.delimiter = options.write.delimiter.value_or(usual_delimiter);
    const bool same_delimiter = table.text() != nullptr && source.delimiter == target.delimiter;
    if (options.keep_preamble && !same_delimiter) {
        throw Error{
            ErrorKind::usage,
            "区切り文字を変えるときは、見出しの上の行をそのまま残せません（--keep-preamble）。",
            "lines above the header cannot stay as they are when the delimiter changes (--keep-preamble)"};
    }
    const auto writer = create_table(options.output, target, source.encoding);
    write_header(*writer, table, same_delimiter, options.keep_preamble);
    for (Batch batch; table.next(batch);) {
        notes.add(batch);
        const RawRecords raw{batch, same_delimiter};
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (raw.stays(batch.record_number(record))) {
                writer->write_raw(batch.raw(record));
            } else {
                write_cells(*writer, batch, record);
            }
        }
    }
    writer->finish();
}

void refuse_csv_options(const WriteOptions& options) {
    const bool other_encoding = options.encoding && *options.encoding != Encoding::utf8;
    if (!other_encoding && !options.bom.value_or(false) && !options.delimiter) return;
    throw Error{
        ErrorKind::usage,
        "jsonl は UTF-8（BOMなし）で書く決まりです。--encoding、--bom、--delimiter は指定できません。",
        "jsonl is always UTF-8 without a byte-order mark; --encoding, --bom and --delimiter do not apply"};
}

void write_lines(const ConvertOptions& options, TableReader& table, TableNotes& notes) {
    refuse_csv_options(options.write);
    OutputStream out{options.output};
    const RecordLines lines{table.header()};
    std::string text;
    for (Batch batch; table.next(batch);) {
        notes.add(batch);
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (!batch.blank(record)) lines.append(text, batch, record);
        }
        out << text;
        text.clear();
    }
    out.commit();
}

Exit convert(const ConvertOptions& options, const Session& session) {
    const Form form = form_of(options);
    const auto table = open_table(require_input(options.input), options.read);
    TableNotes notes{session, options.input};
    if (form == Form::jsonl) {
        write_lines(options, *table, notes);
    } else {
        write_table(options, *table, notes, form == Form::tsv ? '\t' : ',');
    }
    if (table->header_records() > 1 && !options.keep_preamble) notes.left_out(*table, true);
    notes.finish(*table);
    return notes.lost() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_convert(OptionList& list) {
    auto action = std::make_unique<ActionOf<ConvertOptions>>(convert);
    ConvertOptions& options = action->options;
    list.argument("FILE", options.input, {"表のファイル（- は標準入力）", "Table file (-: standard input)"});
    list.text("-o,--output", "OUT", options.output,
              {"出力先（既定は標準出力）", "Where to write (default: standard output)"});
    list.choice("--to", options.form, {{"csv", Form::csv}, {"tsv", Form::tsv}, {"jsonl", Form::jsonl}},
                {"出力の形式（既定は出力先の名前による。なければ csv）",
                 "Output format (default: by the name of OUT, else csv)"});
    list.flag("--keep-preamble", options.keep_preamble,
              {"見出しの上の題名や注記の行を残す", "Keep the lines above the header"});
    add_read_options(list, options.read, "input-");
    add_write_options(list, options.write);
    return action;
}

}  // namespace daicho

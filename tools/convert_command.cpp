#include <algorithm>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/table_notes.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ConvertOptions {
    std::string input;
    std::string output = "-";
    std::string form;  ///< empty: by the name of the output
    bool keep_preamble = false;
    ReadOptions read;
    WriteOptions write;
};

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

void write_cells(TableWriter& writer, const Batch& batch, std::size_t record,
                 std::vector<std::string_view>& cells) {
    cells.resize(batch.width(record));
    for (std::size_t column = 0; column < cells.size(); ++column) cells[column] = batch.cell(record, column);
    writer.write_record(cells);
}

/// Quotes in the header that other programs may read otherwise.
bool has_odd_quotes(const TableReader& table) {
    return std::ranges::any_of(table.findings(), [](const Finding& finding) {
        return finding.rule == rules::unclosed_quote || finding.rule == rules::stray_quote;
    });
}

void write_header(TableWriter& writer, const TableReader& table, bool same_delimiter, bool keep_preamble) {
    const bool header_only = table.header_records() == 1 && table.has_header() && !has_odd_quotes(table);
    if (same_delimiter && (keep_preamble || header_only)) {
        writer.write_raw(table.text()->preamble());
    } else if (table.has_header()) {
        const std::vector<std::string_view> cells(table.header().begin(), table.header().end());
        writer.write_header(cells);
    }
}

/// A column for each header.
std::vector<OutputColumn> columns_of(const TableReader& table, const OutputForm& form) {
    std::vector<OutputColumn> columns;
    for (const std::string& header : table.header()) {
        OutputColumn& column = columns.emplace_back();
        column.header = header;
        if (form.places) column.meaning = meaning_of_header(header);
    }
    return columns;
}

std::unique_ptr<TableWriter> writer_for(const ConvertOptions& options, const OutputForm& form,
                                        const TableReader& table) {
    const Dialect source = usual_dialect(table);
    OutputRequest request{options.output, {}, source.encoding, columns_of(table, form)};
    if (form.text) {
        request.dialect = output_dialect(source, options.write);
        request.dialect.delimiter = options.write.delimiter.value_or(usual_delimiter(form));
    }
    return form.create(file_sink(options.output), std::move(request));
}

void write_table(const ConvertOptions& options, const OutputForm& form, TableReader& table,
                 TableNotes& notes) {
    const char delimiter = options.write.delimiter.value_or(usual_delimiter(form));
    const bool same_delimiter =
        form.text && table.text() != nullptr && table.text()->dialect().delimiter == delimiter;
    if (options.keep_preamble && !same_delimiter) {
        throw Error{
            ErrorKind::usage,
            "形式や区切り文字を変えるときは、見出しの上の行をそのまま残せません（--keep-preamble）。",
            "lines above the header cannot stay as they are when form or delimiter change (--keep-preamble)"};
    }
    const auto writer = writer_for(options, form, table);
    write_header(*writer, table, same_delimiter, options.keep_preamble);
    std::vector<std::string_view> cells;
    for (Batch batch; table.next(batch);) {
        notes.add(batch);
        const RawRecords raw{batch, same_delimiter};
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (raw.stays(batch.record_number(record))) {
                writer->write_raw(batch.raw(record));
            } else if (form.text || !batch.blank(record)) {
                write_cells(*writer, batch, record, cells);
            }
        }
    }
    writer->finish();
}

Exit convert(const ConvertOptions& options, const Session& session) {
    const OutputForm& form = output_form(options.form, options.output, options.write);
    const auto table = open_table(require_input(options.input), options.read);
    TableNotes notes{session, options.input};
    write_table(options, form, *table, notes);
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
    add_output_form(list, "--to", options.form);
    list.flag("--keep-preamble", options.keep_preamble,
              {"見出しの上の題名や注記の行を残す", "Keep the lines above the header"});
    add_read_options(list, options.read, "input-");
    add_write_options(list, options.write);
    return action;
}

}  // namespace daicho

#include "tools/lookup_column.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <ostream>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "grammars/text/counted.hpp"
#include "registries/embedded/area_named.hpp"
#include "registries/lookup/answer_columns.hpp"
#include "registries/lookup/answer_json.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/record_lines.hpp"
#include "tools/table_notes.hpp"

namespace daicho {

namespace {

constexpr std::size_t statuses = 4;
using Counts = std::array<std::uint64_t, statuses + 1>;  // by status; the last: nothing was asked

InputForm form_of(const ColumnLookup& job) {
    constexpr std::pair<std::string_view, InputForm> endings[] = {{".jsonl", InputForm::jsonl},
                                                                  {".geojson", InputForm::geojson},
                                                                  {".ndgeojson", InputForm::ndgeojson},
                                                                  {".geojsonl", InputForm::ndgeojson}};
    if (job.form != InputForm::by_name) return job.form;
    for (const auto& [ending, form] : endings) {
        if (job.output.ends_with(ending)) return form;
    }
    return InputForm::csv;
}

bool has_points(InputForm form) {
    return form == InputForm::geojson || form == InputForm::ndgeojson;
}

/// Columns of the table that are read, by their numbers.
struct Asked {
    std::vector<std::size_t> query;
    std::optional<std::size_t> place;
    std::optional<std::size_t> address;
    std::vector<std::size_t> position;  ///< latitude and longitude, or none

    Asked(const ColumnLookup& job, const TableReader& table) {
        const auto number = [&](const std::string& header) { return column_of(table, header, job.input); };
        for (const std::string& header : job.columns) query.push_back(number(header));
        if (!job.place_column.empty()) place = number(job.place_column);
        if (!job.address_column.empty()) address = number(job.address_column);
        for (const std::string& header : job.position_columns) position.push_back(number(header));
    }

    std::string text(const Batch& batch, std::size_t record) const {
        std::string words;
        for (const std::size_t column : query) {
            const std::string_view cell = batch.cell(record, column);
            if (!words.empty() && !cell.empty()) words += ' ';
            words += cell;
        }
        return words.find_first_not_of(" \t") == words.npos ? std::string() : words;
    }
};

const std::vector<std::string> position{"latitude", "longitude"};

/// Answers for the records of a batch; used by one thread at a time.
struct AnsweredRecords {
    JoinedCells cells;  ///< so many of each record
    std::string text;   ///< or the records as JSON
    Counts counts{};
    std::unique_ptr<AnswerColumns> columns;
    std::unique_ptr<AnswerColumns> point;
    bool checked = false;
    std::string place;  ///< the last one, and its code
    std::string area;
};

/// One run over a table.
class ColumnRun {
 public:
    ColumnRun(const ColumnLookup& job, const LookupKind& kind, const LookupContext& context,
              const Knowledge& known, const Session& session)
        : job_(job),
          kind_(kind),
          context_(context),
          known_(known),
          session_(session),
          form_(form_of(job)),
          columns_(kind, job.fields, session.language),
          table_(open_table(job.input, job.read)),
          asked_(job, *table_),
          added_(columns_.headers(table_->header())),
          keys_(table_->header()) {
        for (const std::string& header : added_) JsonWriter{added_keys_.emplace_back()}.string(header);
        context_.fields = columns_.fields(has_points(form_) ? position : std::vector<std::string>());
        context_.answer_alone = true;
    }

    bool run() {
        TableNotes notes{session_, job_.input};
        if (form_ == InputForm::csv) {
            write_table(notes);
        } else {
            write_json(notes);
        }
        if (table_->header_records() > 1) notes.left_out(*table_, false);
        notes.finish(*table_);
        tell_counts();
        return counts_[0] + counts_[statuses] ==
                   std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}) &&
               !notes.lost();
    }

 private:
    void write_table(TableNotes& notes) {
        const auto writer = create_table(job_.output, output_dialect(usual_dialect(*table_), job_.write));
        const std::size_t own = table_->columns();
        std::vector<std::string_view> cells;
        if (table_->has_header()) {
            for (std::size_t column = 0; column < own; ++column) cells.push_back(table_->header()[column]);
            cells.insert(cells.end(), added_.begin(), added_.end());
            writer->write_record(cells);
        }
        answer_all(notes, [&](const Batch& batch, const AnsweredRecords& answered) {
            std::size_t next = 0;
            for (std::size_t record = 0; record < batch.size(); ++record) {
                if (batch.blank(record)) continue;
                cells.clear();
                for (std::size_t column = 0; column < own; ++column)
                    cells.push_back(batch.cell(record, column));
                for (std::size_t i = 0; i < columns_.size(); ++i) cells.push_back(answered.cells[next++]);
                for (std::size_t column = own; column < batch.width(record); ++column)
                    cells.push_back(batch.cell(record, column));
                writer->write_record(cells);
            }
        });
        writer->finish();
    }

    void write_json(TableNotes& notes) {
        OutputStream out{job_.output};
        const bool collection = form_ == InputForm::geojson;
        bool first = true;
        if (collection) out << R"({"type":"FeatureCollection","features":[)";
        answer_all(notes, [&](const Batch&, const AnsweredRecords& answered) {
            std::string_view text = answered.text;
            if (collection && first && !text.empty()) text.remove_prefix(1);  // the comma
            first &= answered.text.empty();
            out << text;
        });
        if (collection) out << "\n]}\n";
        out.commit();
    }

    template <class Use>
    void answer_all(TableNotes& notes, const Use& use) {
        ordered_pipeline<Batch, AnsweredRecords>(
            hardware_threads(), [&](Batch& batch) { return table_->next(batch); },
            [&](Batch& batch, AnsweredRecords& answered) { answer(batch, answered); },
            [&](Batch& batch, AnsweredRecords& answered) {
                notes.add(batch);
                for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += answered.counts[i];
                use(batch, answered);
            });
    }

    void answer(const Batch& batch, AnsweredRecords& answered) const {
        answered.cells.clear();
        answered.text.clear();
        answered.counts = {};
        if (!answered.columns) answered.columns = std::make_unique<AnswerColumns>(columns_);
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (!batch.blank(record)) answer(batch, record, answered);
        }
    }

    void answer(const Batch& batch, std::size_t record, AnsweredRecords& answered) const {
        const std::string query = asked_.text(batch, record);
        LookupAnswer found;
        if (query.empty()) {
            ++answered.counts[statuses];
        } else {
            found = ask(query, batch, record, answered);
            ++answered.counts[static_cast<std::size_t>(found.status())];
        }
        if (form_ == InputForm::csv) {
            if (query.empty()) {
                for (std::size_t i = 0; i < columns_.size(); ++i) answered.cells.end_cell();
            } else {
                answered.columns->append(answered.cells, found);
            }
        } else {
            append_json(answered, batch, record, query.empty() ? nullptr : &found);
        }
    }

    LookupAnswer ask(const std::string& query, const Batch& batch, std::size_t record,
                     AnsweredRecords& answered) const {
        LookupContext context = context_;
        if (asked_.place) context.area = area_of(batch.cell(record, *asked_.place), answered);
        if (asked_.address) context.corporations.address = batch.cell(record, *asked_.address);
        std::string position;
        if (!asked_.position.empty()) {
            position = std::string(batch.cell(record, asked_.position[0])) + ' ';
            position += batch.cell(record, asked_.position[1]);
            context.position = position;
        }
        LookupAnswer found = known_.look_up(kind_.name, query, context);
        if (!answered.checked && !found.matches.empty()) {
            check_field_names(job_.fields, known_, kind_, query, context, found);
            if (has_points(form_)) require_points(found);
            answered.checked = true;
        }
        return found;
    }

    void require_points(const LookupAnswer& found) const {
        if (AnswerColumns(kind_, position, Language::en).unknown(found).empty()) return;
        throw Error{ErrorKind::usage,
                    "「" + std::string(kind_.name) + "」の答えには座標がないので、GeoJSON では書けません",
                    "answers of '" + std::string(kind_.name) + "' have no position to write as GeoJSON"};
    }

    /// The municipality of the record where it names one, else that of the run.
    std::string_view area_of(std::string_view cell, AnsweredRecords& answered) const {
        if (cell != answered.place) {
            answered.place = cell;
            answered.area = area_named(cell);
        }
        return answered.area.empty() ? context_.area : std::string_view(answered.area);
    }

    void append_json(AnsweredRecords& answered, const Batch& batch, std::size_t record,
                     const LookupAnswer* found) const {
        if (form_ == InputForm::geojson) answered.text += ",\n";
        JsonWriter json{answered.text};
        json.begin_object();
        if (has_points(form_)) {
            json.key("type").string("Feature").key("geometry");
            append_point(json, answered, found);
            json.key("properties").begin_object();
        }
        keys_.append_members(json, batch, record);
        if (found) {
            answered.columns->write_members(json, added_keys_, *found);
        } else {
            for (const std::string& key : added_keys_) json.written_key(key).null();
        }
        if (has_points(form_)) json.end_object();
        json.end_object();
        if (form_ != InputForm::geojson) json.end_line();
    }

    void append_point(JsonWriter& json, AnsweredRecords& answered, const LookupAnswer* found) const {
        std::vector<AnswerValue> values;
        if (!answered.point)
            answered.point = std::make_unique<AnswerColumns>(kind_, position, session_.language);
        if (found) answered.point->append(values, *found);
        const auto* north = values.empty() ? nullptr : std::get_if<AnswerNumber>(&values[0]);
        const auto* east = values.empty() ? nullptr : std::get_if<AnswerNumber>(&values[1]);
        if (north == nullptr || east == nullptr) {
            json.null();
            return;
        }
        json.begin_object().key("type").string("Point").key("coordinates");
        json.begin_array().decimal(east->digits).decimal(north->digits).end_array().end_object();
    }

    void tell_counts() const {
        const bool ja = session_.language == Language::ja;
        const auto number = [&](std::size_t i) { return std::to_string(counts_[i]); };
        const auto all = std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
        std::string text = (ja ? std::to_string(all) + "件: 一致 " : counted(all, "record") + ": found ") +
                           number(0) + (ja ? "、要確認 " : ", unsure ") + number(1) +
                           (ja ? "、該当なし " : ", not found ") + number(2) +
                           (ja ? "、収録外 " : ", not covered ") + number(3);
        if (counts_[statuses] != 0) text += (ja ? "、空欄 " : ", blank ") + number(statuses);
        session_.talk << text << '\n';
    }

    const ColumnLookup& job_;
    const LookupKind& kind_;
    LookupContext context_;
    const Knowledge& known_;
    const Session& session_;
    InputForm form_;
    AnswerColumns columns_;
    std::unique_ptr<TableReader> table_;
    Asked asked_;
    std::vector<std::string> added_;       ///< headers of the answers
    std::vector<std::string> added_keys_;  ///< the same as JSON
    RecordLines keys_;
    Counts counts_{};
};

}  // namespace

bool look_up_column(const ColumnLookup& job, const LookupKind& kind, const LookupContext& context,
                    const Knowledge& known, const Session& session) {
    if (job.columns.size() != kind.words) {
        const std::string count = std::to_string(kind.words);
        throw Error{ErrorKind::usage,
                    "「" + std::string(kind.name) + "」では --column を " + count + " 個指定してください",
                    "'" + std::string(kind.name) + "' takes --column " + count + " times"};
    }
    if (!job.position_columns.empty() && job.position_columns.size() != 2) {
        throw Error{ErrorKind::usage, "--position-column は緯度の列と経度の列で2回指定してください",
                    "--position-column is given twice: the columns of latitude and of longitude"};
    }
    return ColumnRun(job, kind, context, known, session).run();
}

void check_field_names(const std::vector<std::string>& names, const Knowledge& known, const LookupKind& kind,
                       std::string_view query, const LookupContext& context, const LookupAnswer& answer) {
    if (names.empty()) return;
    const auto unknown = AnswerColumns(kind, names, Language::ja).unknown(answer);
    if (unknown.empty()) return;
    LookupContext all = context;
    all.fields = {};
    const LookupAnswer whole = known.look_up(kind.name, query, all);
    std::vector<std::string_view> keys;
    for (const AnswerField& field : whole.matches.front().fields) keys.push_back(field.name.key);
    refuse_unknown_word("--fields: ", unknown.front(), keys);
}

}  // namespace daicho

#include "models/dataset/transform.hpp"

#include <algorithm>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_writer.hpp"
#include "models/dataset/checked_table.hpp"
#include "models/dataset/left_out.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/output_columns.hpp"
#include "models/dataset/output_kind.hpp"
#include "models/dataset/ragged_row.hpp"
#include "models/dataset/transform_tally.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/record_set.hpp"
#include "models/engine/remembered_addresses.hpp"

namespace daicho {

namespace {

/// What a batch becomes.
struct TransformedBatch {
    Transformed transformed;
    ResultCheck::Checked checked;
};

void require_items(const CheckedTable& table) {
    const Model& model = table.inspector().model();
    if (table.inspector().binding().bound() > 0) return;
    if (!table.has_model()) {
        throw Error{ErrorKind::input,
                    table.name() + ": 見出しに合うモデルが見つかりません。モデルを指定してください。",
                    table.name() + ": no model fits the headers; name one", ErrorHint::model};
    }
    throw Error{ErrorKind::input,
                table.name() + ": どの列も " + model.name +
                    " の項目として読めません。見出しを確かめるか、別のモデルを指定してください。",
                table.name() + ": no column is an item of " + model.name +
                    "; check the headers or name another model"};
}

const OutputForm& form_of(const TransformRequest& request) {
    if (const OutputForm* form = find_output_form(request.form)) return *form;
    throw Error{ErrorKind::usage, "出力の形式「" + request.form + "」はありません。",
                "there is no output form '" + request.form + "'"};
}

TransformOptions transform_options(const TransformRequest& request, const Inspector& inspector) {
    const KnowledgeSources& knowledge = request.check.knowledge;
    TransformOptions options;
    options.english_names = request.english_names;
    options.nested = form_of(request).nested;
    options.keep_unmapped = request.check.keep_unmapped;
    options.apply_guesses = request.apply_guesses;
    options.take_readings = request.take_readings;
    if (request.shrink) {
        require_shrink_table(knowledge.characters, *request.shrink);
        options.shrink = {*request.shrink, request.repertoire, knowledge.characters};
    }
    const bool fills = request.fill_addresses && knowledge.addresses && inspector.has_addresses();
    if (fills && knowledge.addresses->is_there()) options.addresses = knowledge.addresses;
    const CorporationSearch* search = knowledge.corporation_search;
    if (request.fill_corporations && search && search->is_there()) options.corporations = search;
    return options;
}

/// Where there was nothing to transform, the table says so.
std::vector<Finding> nothing_read(const TableReader& table) {
    std::vector<Finding> found = table.findings();
    std::erase_if(found, [](const Finding& finding) { return finding.rule != rules::empty_file; });
    return found;
}

Dialect dialect_of(const TableReader& table, const OutputForm& form, const WriteOptions& options) {
    if (!form.text) return {};
    Dialect dialect = output_dialect(usual_dialect(table), options);
    if (form.name == "tsv") dialect.delimiter = options.delimiter.value_or(usual_delimiter(form));
    return dialect;
}

/// The records of a table on their way into the result.
class TransformRun {
 public:
    TransformRun(CheckedTable& table, const TransformRequest& request, TransformListener& listener)
        : table_(table),
          transformer_(table.inspector(), transform_options(request, table.inspector())),
          form_(form_of(request)),
          english_names_(request.english_names),
          dialect_(dialect_of(table.reader(), form_, request.write)),
          keeps_rows_(form_.text && !table.mapping() && transformer_.same_columns() &&
                      table.reader().text() != nullptr &&
                      dialect_.delimiter == table.reader().text()->dialect().delimiter),
          result_(table.inspector(), transformer_, table.inspection()),
          tally_(transformer_, table.inspector().model(), listener),
          records_(result_.inspector()) {}

    TransformFacts facts(const DatasetTarget& target) const;
    void begin(const DatasetTarget& target, Models& models);
    /// May be called from several threads at once.
    void work(const Batch& read, TransformedBatch& out) const;
    void write(const Batch& batch, TransformedBatch& made);
    void write_record(const Batch& batch, const Transformed& out, std::size_t record);
    TransformOutcome outcome();
    void tell_left_out(const Batch& batch, const Transformed& out);
    void tell_left_out() { tally_.tell(LeftOver::loss, lines_left_out(table_.reader())); }
    void finish_table() {
        tally_.tell(LeftOver::error, nothing_read(table_.reader()));
        tally_.tell(LeftOver::loss, table_.rows_left_out());
    }
    void finish() { writer_->finish(); }

 private:
    std::size_t source_columns() const;
    Kept kept(const Transformed& out, std::size_t record) const;
    ResultColumn described(const TargetColumn& target) const;
    std::vector<UnmappedColumn> unmapped() const;

    CheckedTable& table_;
    Transformer transformer_;
    const OutputForm& form_;
    bool english_names_;
    Dialect dialect_;
    bool keeps_rows_;  // records that nothing changed stay as they were written
    ResultCheck result_;
    TransformTally tally_;
    RecordSet records_;  // of the result
    std::unique_ptr<TableWriter> writer_;
};

ResultColumn TransformRun::described(const TargetColumn& target) const {
    ResultColumn column{target.header, target.item, to_string(target.origin), {}};
    if (!target.source) return column;
    std::vector<std::uint32_t> sources{*target.source};
    sources.insert(sources.end(), target.further.begin(), target.further.end());
    for (const std::uint32_t source : sources) {
        if (const Mapping* mapping = table_.mapping()) {
            const auto from = mapping->read_from(mapping->columns()[source]);
            column.from.insert(column.from.end(), from.begin(), from.end());
        } else {
            column.from.push_back(table_.headers()[source]);
        }
    }
    return column;
}

std::vector<UnmappedColumn> TransformRun::unmapped() const {
    const Mapping* mapping = table_.mapping();
    std::vector<UnmappedColumn> unmapped;
    for (const TargetColumn& target : transformer_.columns()) {
        if (target.origin != Origin::own) continue;
        if (!mapping || mapping->columns()[*target.source].carried) {
            unmapped.push_back({target.header, true, {}});
        }
    }
    for (const auto column : transformer_.dropped()) {
        unmapped.push_back({table_.headers()[column], false, {}});
    }
    if (!mapping) return unmapped;
    for (const auto& dropped : mapping->dropped()) {
        unmapped.push_back({mapping->source_headers()[dropped.column], false, dropped.reason});
    }
    return unmapped;
}

TransformFacts TransformRun::facts(const DatasetTarget& target) const {
    const Model& model = table_.inspector().model();
    TransformFacts facts;
    facts.source = table_.name();
    facts.result = target.name;
    facts.source_dialect = usual_dialect(table_.reader());
    facts.result_dialect = dialect_;
    facts.model = model.name;
    facts.mapped = table_.mapping() != nullptr;
    for (const auto& column : transformer_.columns()) facts.columns.push_back(described(column));
    facts.unmapped = unmapped();
    for (const auto slot : transformer_.unfilled()) {
        facts.unfilled.push_back({model.slots[slot].long_label, model.slots[slot].path});
    }
    facts.fills_addresses = transformer_.options().addresses != nullptr;
    facts.fills_corporations = transformer_.options().corporations != nullptr;
    facts.shrinks = transformer_.options().shrink.has_value();
    return facts;
}

void TransformRun::begin(const DatasetTarget& target, Models& models) {
    const Model& model = table_.inspector().model();
    OutputRequest request{
        target.name, dialect_, usual_dialect(table_.reader()).encoding,
        output_columns(model, transformer_.columns(),
                       form_.text ? std::vector<ColumnEvidence>() : table_.evidence(), english_names_),
        true};
    if (form_.names_records) {
        request.kind = output_kind(*ModelAccess(models), model, table_.facts().model_reference,
                                   transformer_.columns(), english_names_, request.columns);
    }
    writer_ = form_.create(target.open(), std::move(request));
    if (table_.positional() && form_.text) return;
    std::vector<std::string_view> headers;
    for (const auto& column : transformer_.columns()) headers.emplace_back(column.header);
    writer_->write_header(headers);
}

void TransformRun::work(const Batch& read, TransformedBatch& made) const {
    Transformed& out = made.transformed;
    const Batch& batch = table_.prepared(read, out.mapped);
    transformer_.transform(batch, out);
    if (out.size() > 0) result_.check(batch, out, made.checked);
}

void TransformRun::write(const Batch& batch, TransformedBatch& made) {
    const Transformed& out = made.transformed;
    if (out.size() > 0) records_.watch(made.checked.batch, made.checked.inspection);
    for (std::size_t record = 0; record < out.size(); ++record) write_record(batch, out, record);
    tally_.add(out);
    tell_left_out(batch, out);
}

void TransformRun::write_record(const Batch& batch, const Transformed& out, std::size_t record) {
    switch (kept(out, record)) {
        case Kept::as_written:
            return writer_->write_raw(batch.raw(record));
        case Kept::cells:
            return writer_->write_record(ragged_row(batch, record, source_columns(), out));
        case Kept::columns:
            return writer_->write_record(out.cells(record));
    }
}

Kept TransformRun::kept(const Transformed& out, std::size_t record) const {
    if (record >= out.size()) return Kept::columns;
    if (keeps_rows_ && !out.touched(record)) return Kept::as_written;
    return form_.text && out.inspection.ragged[record] ? Kept::cells : Kept::columns;
}

std::size_t TransformRun::source_columns() const {
    const Mapping* mapping = table_.mapping();
    return mapping != nullptr ? mapping->source_headers().size() : table_.reader().header().size();
}

/// The result has no cell for it.
void TransformRun::tell_left_out(const Batch& batch, const Transformed& out) {
    std::vector<Finding> lost =
        parts_left_out(batch, source_columns(), [&](std::size_t record) { return kept(out, record); });
    const auto& slots = table_.inspector().model().slots;
    const bool confidential = std::ranges::any_of(slots, &Slot::confidential);
    for (Finding& finding : lost) finding.confidential = confidential;
    tally_.tell(LeftOver::loss, lost);
}

TransformOutcome TransformRun::outcome() {
    records_.finish();
    TransformOutcome outcome = tally_.outcome();
    outcome.source_records = table_.source_records();
    outcome.level = result_.of_file(records_.levels().lowest(result_.inspector().ceiling()));
    outcome.levels = records_.levels().records;
    return outcome;
}

/// Hears nothing.
class DeafListener final : public TransformListener {
 public:
    void begin(const TransformFacts&) override {}
    void change(const CellChange&) override {}
    void left(LeftOver, const Finding&) override {}
    void end(const TransformOutcome&) override {}
};

}  // namespace

TransformOutcome transform(DatasetSource source, const DatasetTarget& target, const TransformRequest& asked,
                           Models& models, TransformListener& listener) {
    TransformRequest request = asked;
    request.check.keep_left_out = true;
    std::optional<RememberedAddresses> addresses;
    if (asked.check.knowledge.addresses)
        request.check.knowledge.addresses = &addresses.emplace(*asked.check.knowledge.addresses);
    CheckedTable table(std::move(source), request.check, models);
    require_items(table);
    TransformRun run(table, request, listener);
    run.begin(target, models);
    listener.begin(run.facts(target));
    run.tell_left_out();
    ordered_pipeline<Batch, TransformedBatch>(
        request.check.threads != 0 ? request.check.threads : hardware_threads(),
        [&](Batch& batch) { return table.next(batch); },
        [&](Batch& batch, TransformedBatch& made) { run.work(batch, made); },
        [&](Batch& batch, TransformedBatch& made) { run.write(batch, made); });
    run.finish_table();
    const TransformOutcome outcome = run.outcome();
    listener.end(outcome);
    run.finish();
    return outcome;
}

TransformOutcome transform(DatasetSource source, const DatasetTarget& target, const TransformRequest& request,
                           Models& models) {
    DeafListener nobody;
    return transform(std::move(source), target, request, models, nobody);
}

}  // namespace daicho

#include "models/dataset/checked_table.hpp"

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "models/dataset/best_table.hpp"
#include "models/dataset/first_table.hpp"
#include "models/dataset/model_access.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/file_area.hpp"
#include "models/engine/misplaced_parts.hpp"
#include "models/engine/model_choice.hpp"
#include "models/engine/number_column.hpp"
#include "models/engine/table_shape.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

InspectionOptions inspection_of(const CheckOptions& options) {
    const KnowledgeSources& knowledge = options.knowledge;
    InspectionOptions inspection;
    inspection.reading = {options.two_digit_year, knowledge.places};
    inspection.reference = knowledge.codes;
    inspection.addresses = knowledge.addresses;
    inspection.corporations = knowledge.corporations;
    inspection.characters = knowledge.characters;
    inspection.as_of = options.as_of;
    inspection.pattern = options.pattern;
    return inspection;
}

/// The rules that the model file itself brings.
RuleBook rule_book(const Model& model) {
    std::vector<Rule> rules;
    for (const ModelRule& rule : model.rules) {
        const Text message{rule.message.ja, rule.message.en.empty() ? rule.message.ja : rule.message.en};
        rules.push_back(written_rule({rule.id}, rule.severity, rule.blocks, message));
    }
    return RuleBook(std::move(rules));
}

/// Whether each record names the values that it has.
bool names_values(PlaceForm::Kind kind) {
    return kind != PlaceForm::Kind::line && kind != PlaceForm::Kind::cell;
}

BoundColumn bound_column(const Model& model, const ColumnBinding& bound, std::uint32_t number,
                         const std::string& header) {
    BoundColumn column{number, header, {}, {}, std::string(to_string(bound.how))};
    if (bound.slot) {
        const Slot& slot = model.slots[*bound.slot];
        column.item = slot.path;
        column.item_name = {slot.long_label, slot.path};
        column.confidential = slot.confidential;
    } else if (bound.kind) {
        column.item_name = {bound.kind->name_ja, bound.kind->name};
        column.confidential = bound.kind->confidential;
    }
    return column;
}

}  // namespace

CheckedTable::CheckedTable(DatasetSource source, const CheckOptions& options, Models& models)
    : name_(std::move(source.name)), options_(options), inspection_(inspection_of(options)) {
    ReadOptions read = options_.read;
    if (options_.model == "none") model_ = &no_model();
    if (options_.map.empty() && options_.model != "auto" && !model_) {
        model_ = &ModelAccess(models)->get(options_.model);
        refuse_unknown_items();
        if (model_->positional && !read.header_row) read.header_row = 0;
    }
    reader_ = open_table(std::move(source.bytes), read);
    if (options_.map.empty()) reader_ = best_table(std::move(reader_), options_.model, models);
    reader_ = first_table(std::move(reader_), options_.keep_left_out ? &rows_left_out_ : nullptr);
    inspection_.by_member = names_values(reader_->places().kind);
    has_first_ = reader_->next(first_);
    if (has_first_ && reader_->has_header()) {
        layout_ = layout_findings(reader_->header(), first_, inspection_.reading);
        for (Finding& finding : layout_) finding.place = reader_->header_place();
    }
    if (model_ && model_->positional && !reader_->has_header()) {
        bind_by_position();
    } else if (!options_.map.empty()) {
        plan_mapping(models);
    } else {
        bind_by_headers(models);
    }
    inspector_ = std::make_unique<Inspector>(*model_, binding_, headers(), inspection_);
}

void CheckedTable::bind_by_headers(Models& models) {
    ColumnSamples samples(reader_->header().size());
    if (has_first_) samples.add(first_);
    evidence_ = evidence_in(samples);
    if (!model_) choose_model(models);
    binding_ = bind_columns(*model_, reader_->header(), evidence_);
    tell_misplaced_parts(*model_, reader_->header(), reader_->places(), evidence_, binding_);
    compare_contents(*model_, reader_->header(), samples, inspection_.reading, binding_);
    find_habits(samples);
    if (inspection_.addresses && has_first_)
        inspection_.area = area_of(first_, *model_, binding_, *inspection_.addresses);
}

void CheckedTable::find_habits(const ColumnSamples& samples) {
    for (std::size_t i = 0; i < binding_.columns.size(); ++i) {
        ColumnBinding& bound = binding_.columns[i];
        const ValueType* kind = bound.slot ? model_->slots[*bound.slot].kind : bound.kind;
        bound.habit = habit_of(samples.values(i), reader_->header()[i], kind);
        bound.habit.numbers &= !bound.slot;
        bound.habit.numbered = has_first_ && numbers_records(first_, i);
    }
}

void CheckedTable::plan_mapping(Models& models) {
    const TransformSource& source = transforms_.get(options_.map);
    ModelAccess known(models);
    model_ = &target_of(source, *known);
    if (options_.model != "auto" && &known->get(options_.model) != model_) {
        throw Error{
            ErrorKind::usage,
            source.path + ": この変換の目標は " + model_->name +
                " です。そのモデルを指定するか、指定を省いてください。",
            source.path + ": this transformation makes " + model_->name + "; name that model, or none",
            ErrorHint::model};
    }
    const std::string& origin = source.tree.origin.text;
    mapping_ =
        std::make_unique<Mapping>(source, *model_, reader_->header(), options_.settings,
                                  options_.keep_unmapped, origin.empty() ? nullptr : &known->get(origin));
    if (mapping_->pivot()) pivot_.emplace(*mapping_->pivot(), mapping_->source_headers());
    made_headers_ = mapping_->headers();
    binding_ = mapping_->binding();
}

const Batch& CheckedTable::prepared(const Batch& batch, MappedBatch& mapped) const {
    if (!mapping_) return batch;
    mapping_->map(batch, mapped, inspection_.reference);
    return mapped.batch;
}

std::vector<ColumnEvidence> CheckedTable::evidence_in(const ColumnSamples& samples) const {
    std::vector<ColumnEvidence> evidence;
    KnownValues known;
    for (std::size_t i = 0; i < samples.columns(); ++i) {
        const auto values = samples.values(i);
        evidence.push_back(
            evidence_of(recognise_kind(values, headers()[i], inspection_.reading, known), !values.empty()));
    }
    return evidence;
}

std::vector<ColumnEvidence> CheckedTable::evidence() const {
    if (!mapping_) return evidence_;
    if (!has_first_ || pivot_) return {};
    ColumnSamples samples(headers().size());
    MappedBatch mapped;
    samples.add(prepared(first_, mapped));
    return evidence_in(samples);
}

/// A dataset of which the source gives no more than the name.
void CheckedTable::refuse_unknown_items() const {
    if (!model_->unknown_items) return;
    throw Error{ErrorKind::usage,
                model_->name + ": 「" + model_->label.ja +
                    "」は、公表された資料から項目が分からないので、照らして調べることができません。"
                    "項目が分かる場合は .gifm ファイルに書いて指定してください。",
                model_->name +
                    ": the items of this dataset are not known from what is published, so nothing can be "
                    "checked against it; if you know them, write a .gifm file and name that",
                ErrorHint::model};
}

/// The columns are the items in their order; the table has no header.
void CheckedTable::bind_by_position() {
    made_headers_ = reader_->header();
    binding_.columns.resize(made_headers_.size());
    binding_.column_of_slot.resize(model_->slots.size());
    for (std::uint32_t i = 0; i < made_headers_.size() && i < model_->slots.size(); ++i) {
        made_headers_[i] = model_->slots[i].long_label;
        binding_.columns[i].slot = i;
        binding_.columns[i].how = BoundBy::position;
        binding_.column_of_slot[i] = i;
    }
}

void CheckedTable::choose_model(Models& models) {
    model_ = &no_model();
    ModelAccess known(models);
    auto best = convincing_models(*known, reader_->header(), evidence_);
    if (best.empty()) return;
    model_ = best.front().model;
    if (best.size() == 1) return;
    constexpr std::size_t most_equal = 8;
    best.resize(std::min(best.size(), most_equal));
    Finding finding{rules::equal_model, Severity::info};
    for (std::size_t i = 1; i < best.size(); ++i) finding.detail += (i > 1 ? ", " : "") + best[i].model->name;
    choice_.push_back(std::move(finding));
}

bool CheckedTable::read(Batch& batch) {
    if (has_first_) {
        std::swap(batch, first_);
    } else if (!reader_->next(batch)) {
        return false;
    }
    has_first_ = false;
    source_records_ += batch.size();
    return true;
}

bool CheckedTable::next(Batch& batch) {
    if (!pivot_) return read(batch);
    while (!all_read_ && read(batch)) pivot_->add(batch);
    all_read_ = true;
    return pivot_->next(batch);
}

std::vector<Finding> CheckedTable::file_findings() const {
    std::vector<Finding> findings = reader_->findings();
    if (positional()) std::erase_if(findings, [](const Finding& f) { return f.rule == rules::no_header; });
    for (Finding& finding : findings) {
        if (finding.severity == Severity::error) finding.blocks = find_rule(finding.rule.text)->blocks;
    }
    leave_out_repeated_headers(findings, layout_);
    findings.insert(findings.end(), layout_.begin(), layout_.end());
    if (!has_model()) return findings;
    findings.insert(findings.end(), choice_.begin(), choice_.end());
    findings.insert(findings.end(), binding_.findings.begin(), binding_.findings.end());
    const auto& missing = inspector_->missing_columns();
    findings.insert(findings.end(), missing.begin(), missing.end());
    const auto& broken = inspector_->broken_rules();
    findings.insert(findings.end(), broken.begin(), broken.end());
    return findings;
}

FileFacts CheckedTable::facts() const {
    FileFacts facts;
    facts.path = name_;
    facts.form = table_form(*reader_);
    facts.form.places.source_columns = mapping_ == nullptr;
    facts.model = model_->name;
    facts.model_name = {model_->label.ja, model_->label.en.empty() ? model_->label.ja : model_->label.en};
    const bool by_path = options_.model.find(".gifm") != std::string::npos;
    facts.model_reference = by_path || !has_model() ? options_.model : model_->name;
    facts.map = options_.map;
    facts.settings = options_.settings;
    facts.rules = rule_book(*model_);
    for (std::uint32_t i = 0; i < binding_.columns.size(); ++i) {
        facts.columns.push_back(bound_column(*model_, binding_.columns[i], i + 1, headers()[i]));
    }
    return facts;
}

}  // namespace daicho

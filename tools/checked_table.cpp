#include "tools/checked_table.hpp"

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/model_choice.hpp"

namespace daicho {

CheckedTable::CheckedTable(const std::string& path, const CheckOptions& options, ModelSet& models) {
    ReadOptions read = options.read;
    if (options.map.empty() && options.model != "auto") {
        model_ = &models.get(options.model);
        refuse_unknown_items();
        if (model_->positional && !read.header_row) read.header_row = 0;
    }
    reader_ = open_table(path, read);
    has_first_ = reader_->next(first_);
    if (model_ && model_->positional && read.header_row == 0u) {
        bind_by_position();
    } else if (!options.map.empty()) {
        plan_mapping(options, models);
    } else {
        ColumnSamples samples(reader_->header().size());
        if (has_first_) samples.add(first_);
        look_at_values(samples, options.inspection.reading);
        if (!model_) choose_model(models);
        binding_ = bind_columns(*model_, reader_->header(), evidence_);
        compare_contents(*model_, reader_->header(), samples, options.inspection.reading, binding_);
    }
    inspector_ = std::make_unique<Inspector>(*model_, binding_, headers(), options.inspection);
    const bool by_path = options.model.find(".gifm") != std::string::npos;
    transform_options_ =
        !options.map.empty() ? "--map " + options.map : "--to " + (by_path ? options.model : model_->name);
    for (const auto& [name, value] : options.settings) transform_options_ += " --set " + name + "=" + value;
}

void CheckedTable::plan_mapping(const CheckOptions& options, ModelSet& models) {
    const TransformSource& source = transforms_.get(options.map);
    model_ = &target_of(source, models);
    if (options.model != "auto" && &models.get(options.model) != model_) {
        throw Error{
            source.path + ": この変換の目標は " + model_->name + " です。--to を合わせるか、省いてください",
            source.path + ": this transformation makes " + model_->name +
                "; name that model, or leave the option out"};
    }
    mapping_ = std::make_unique<Mapping>(source, *model_, reader_->header(), options.settings,
                                         options.keep_unmapped);
    if (mapping_->pivot()) pivot_.emplace(*mapping_->pivot(), mapping_->source_headers());
    made_headers_ = mapping_->headers();
    binding_ = mapping_->binding();
}

const Batch& CheckedTable::prepared(const Batch& batch, MappedBatch& mapped) const {
    if (!mapping_) return batch;
    mapping_->map(batch, mapped);
    return mapped.batch;
}

void CheckedTable::look_at_values(const ColumnSamples& samples, const Reading& reading) {
    const auto& headers = reader_->header();
    for (std::size_t i = 0; i < headers.size(); ++i) {
        evidence_.push_back(
            {recognise_kind(samples.values(i), headers[i], reading).type, !samples.values(i).empty()});
    }
}

/// A dataset of which the source gives no more than the name.
void CheckedTable::refuse_unknown_items() const {
    if (!model_->unknown_items) return;
    throw Error{model_->name + ": 「" + model_->label.ja +
                    "」は、公表された資料から項目が分からないので、照らして調べることができません。"
                    "項目が分かる場合は .gifm ファイルに書いて --model で指定してください",
                model_->name +
                    ": the items of this dataset are not known from what is published, so nothing can be "
                    "checked against it; if you know them, write a .gifm file and name it with --model"};
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

void CheckedTable::choose_model(ModelSet& models) {
    const auto ranked = rank_models(models, reader_->header(), evidence_, 1);
    const bool convincing = !ranked.empty() && ranked.front().fit >= convincing_fit;
    model_ = convincing ? ranked.front().model : &no_model();
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
    if (!has_model()) return findings;
    findings.insert(findings.end(), binding_.findings.begin(), binding_.findings.end());
    const auto& missing = inspector_->missing_columns();
    findings.insert(findings.end(), missing.begin(), missing.end());
    return findings;
}

FileFacts CheckedTable::facts(const std::string& path, Language language) const {
    FileFacts facts;
    facts.path = path;
    facts.dialect = reader_->dialect();
    facts.model = model_->name;
    facts.transform_options = transform_options_;
    facts.model_name =
        language == Language::en && !model_->label.en.empty() ? model_->label.en : model_->label.ja;
    for (std::uint32_t i = 0; i < binding_.columns.size(); ++i) {
        const ColumnBinding& bound = binding_.columns[i];
        BoundColumn column{i + 1, headers()[i], {}, {}, std::string(to_string(bound.how))};
        if (bound.slot) {
            const Slot& slot = model_->slots[*bound.slot];
            column.item = slot.path;
            column.item_name = language == Language::en ? slot.path : slot.long_label;
        } else if (bound.kind) {
            column.item_name = language == Language::en ? bound.kind->name : bound.kind->name_ja;
        }
        facts.columns.push_back(std::move(column));
    }
    return facts;
}

}  // namespace daicho

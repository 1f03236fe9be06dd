#include "tools/checked_table.hpp"

#include "grammars/base/error.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/model_choice.hpp"

namespace daicho {

CheckedTable::CheckedTable(const std::string& path, const CheckOptions& options, ModelSet& models)
    : reader_(open_table(path, options.read)) {
    has_first_ = reader_->next(first_);
    if (!options.map.empty()) {
        plan_mapping(options, models);
    } else {
        ColumnSamples samples(reader_->header().size());
        if (has_first_) samples.add(first_);
        look_at_values(samples, options.inspection.reading);
        choose_model(options.model, models);
        binding_ = bind_columns(*model_, reader_->header(), evidence_);
        compare_contents(*model_, reader_->header(), samples, options.inspection.reading, binding_);
    }
    fit_ = has_model() ? daicho::fit(*model_, binding_, headings()) : 0;
    inspector_ = std::make_unique<Inspector>(*model_, binding_, headings(), options.inspection);
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
    mapped_headings_ = mapping_->headings();
    binding_ = mapping_->binding();
}

const Batch& CheckedTable::prepared(const Batch& batch, MappedBatch& mapped) const {
    if (!mapping_) return batch;
    mapping_->map(batch, mapped);
    return mapped.batch;
}

void CheckedTable::look_at_values(const ColumnSamples& samples, const Reading& reading) {
    const auto& headings = reader_->header();
    for (std::size_t i = 0; i < headings.size(); ++i) {
        evidence_.push_back(
            {recognise_kind(samples.values(i), headings[i], reading).type, !samples.values(i).empty()});
    }
}

void CheckedTable::choose_model(const std::string& name, ModelSet& models) {
    if (name != "auto") {
        model_ = &models.get(name);
        return;
    }
    const auto ranked = rank_models(models, reader_->header(), evidence_, 1);
    const bool convincing = !ranked.empty() && ranked.front().fit >= convincing_fit;
    model_ = convincing ? ranked.front().model : &no_model();
}

bool CheckedTable::next(Batch& batch) {
    if (!has_first_) return reader_->next(batch);
    has_first_ = false;
    std::swap(batch, first_);
    return true;
}

std::vector<Finding> CheckedTable::file_findings() const {
    std::vector<Finding> findings = reader_->findings();
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
    facts.model_name =
        language == Language::en && !model_->label.en.empty() ? model_->label.en : model_->label.ja;
    for (std::uint32_t i = 0; i < binding_.columns.size(); ++i) {
        const ColumnBinding& bound = binding_.columns[i];
        BoundColumn column{i + 1, headings()[i], {}, {}, std::string(to_string(bound.how))};
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

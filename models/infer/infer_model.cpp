#include "models/infer/infer_model.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"
#include "models/dataset/best_table.hpp"
#include "models/dataset/model_access.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/header.hpp"
#include "models/engine/model_choice.hpp"
#include "models/infer/draft_text.hpp"
#include "models/infer/item_guess.hpp"

namespace daicho {

namespace {

constexpr std::size_t sampled_records = 4096;

/// Kinds that are tried for every column, behind those that it looks like.
constexpr std::string_view usual_kinds[] = {"yes-no-label", "permission-label", "integer", "decimal",
                                            "half-digits",  "half-alnum",       "half"};

/// A header as an identifier of the model language.
std::string identifier_of(std::string_view header) {
    std::string out;
    for (std::size_t at = 0; at < header.size();) {
        const CodePoint point = code_point_at(header, at);
        const std::string_view bytes = header.substr(at, point.size);
        const bool letter =
            (point.value >= 'a' && point.value <= 'z') || (point.value >= 'A' && point.value <= 'Z');
        const bool digit = point.value >= '0' && point.value <= '9';
        const bool twin = point.value >= 0xFF01 && point.value <= 0xFF5E;
        const bool fits = letter || digit || point.value == '_' ||
                          (point.value >= 0xA1 && point.value != 0x3000 && !twin && point.value != 0xFEFF);
        if (fits) {
            out += bytes;
        } else if (!out.empty() && out.back() != '_') {
            out += '_';
        }
        at += point.size;
    }
    while (out.ends_with('_')) out.pop_back();
    if (!out.empty() && out.front() >= '0' && out.front() <= '9') out.insert(0, 1, '_');
    return out;
}

/// What the dictionary says of a column.
struct KnownItem {
    std::string name;
    const ValueType* kind = nullptr;
};

class Drafter {
 public:
    Drafter(TableReader& table, const InferOptions& options, Models& models)
        : table_(table), options_(options), models_(models) {}

    DraftModel draft(const std::string& path) {
        take_sample();
        make_columns();
        for (; !batches_.empty(); batches_.pop_front()) add(batches_.front());
        for (Batch batch; table_.next(batch);) add(batch);
        if (columns_.empty()) {
            throw Error{ErrorKind::input, path + ": 列がないので、モデルを作れません。",
                        path + ": there is no column to make a model of"};
        }
        return written(path);
    }

 private:
    void take_sample() {
        samples_.emplace(table_.header().size());
        for (std::size_t records = 0; records < sampled_records;) {
            Batch& batch = batches_.emplace_back();
            if (!table_.next(batch)) {
                batches_.pop_back();
                return;
            }
            samples_->add(batch);
            records += batch.size();
        }
    }

    void make_columns() {
        const auto& header = table_.header();
        KnownValues known_values;
        std::vector<ColumnKind> kinds;
        std::vector<ColumnEvidence> evidence;
        for (std::size_t column = 0; column < header.size(); ++column) {
            kinds.push_back(
                recognise_kind(samples_->values(column), header[column], options_.reading, known_values));
            if (kinds.back().by_header)
                kinds.back().type = nullptr;  // a model says what is, not what ought to be
            evidence.push_back({kinds.back().type, !samples_->values(column).empty()});
        }
        const std::vector<KnownItem> known = known_items(evidence);
        std::map<std::string, std::size_t> by_key;
        for (std::size_t column = 0; column < header.size(); ++column) {
            const std::string key = header_key(header[column]);
            if (key.empty() && table_.has_header()) {
                column_of_.push_back(none);
                ++blank_;
                continue;
            }
            const auto [at, is_new] = by_key.emplace(key, columns_.size());
            column_of_.push_back(at->second);
            if (!is_new) {
                repeated_.insert(at->second);
                continue;
            }
            columns_.emplace_back(header[column], candidates(known[column], kinds[column]));
            columns_.back().known = known[column].kind;
            names_.push_back(known[column].name);
        }
    }

    /// The items that the headers are in the model that fits best, by their headers alone.
    std::vector<KnownItem> known_items(std::span<const ColumnEvidence> evidence) {
        std::vector<KnownItem> known(evidence.size());
        if (!table_.has_header()) return known;
        ModelAccess access(models_);
        const auto best = convincing_models(*access, table_.header(), evidence);
        if (best.empty()) return known;
        const Model& model = *best.front().model;
        fitting_ = model.name;
        fit_ = best.front().fit;
        const Binding binding = bind_columns(model, table_.header(), evidence);
        for (std::size_t column = 0; column < known.size(); ++column) {
            const ColumnBinding& bound = binding.columns[column];
            if (!bound.slot || bound.how > BoundBy::legacy || bound.repetition != 0) continue;
            const Slot& slot = model.slots[*bound.slot];
            known[column] = {slot.path.substr(slot.path.rfind('.') + 1), slot.kind};
        }
        return known;
    }

    static std::vector<const ValueType*> candidates(const KnownItem& known, const ColumnKind& seen) {
        std::vector<const ValueType*> out;
        const auto add = [&](const ValueType* type) {
            if (type && type != find_value_type("text") && std::ranges::find(out, type) == out.end())
                out.push_back(type);
        };
        add(known.kind);
        add(seen.type);
        for (const std::string_view name : usual_kinds) add(find_value_type(name));
        return out;
    }

    void add(const Batch& batch) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (batch.blank(record)) continue;
            ++records_;
            for (std::size_t column = 0; column < column_of_.size(); ++column) {
                if (column_of_[column] == none) continue;
                const bool again = column > 0 && repeated_.contains(column_of_[column]);
                const std::string_view text = batch.cell(record, column);
                if (again && text.empty()) continue;
                columns_[column_of_[column]].add(text, batch.place(record), options_.reading);
            }
        }
    }

    /// Names as the dictionary has them, where they are not taken; else made of the headers.
    std::string free_name(std::size_t column, std::set<std::string>& taken) const {
        std::string name = names_[column].empty() ? identifier_of(columns_[column].name) : names_[column];
        if (name.empty()) name = "column_" + std::to_string(column + 1);
        if (!names_[column].empty() && taken.contains(name)) name = identifier_of(columns_[column].name);
        for (int number = 2; !taken.insert(name).second; ++number) name += "_" + std::to_string(number);
        return name;
    }

    DraftModel written(const std::string& path) {
        std::vector<ItemGuess> guesses;
        std::set<std::string> taken;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            guesses.push_back(
                guess_item(columns_[column], free_name(column, taken), records_, table_.places()));
            if (!repeated_.contains(column)) continue;
            syntax::Item& item = guesses.back().item;
            item.cardinality.maximum = syntax::Cardinality::unlimited;
            item.requirement = syntax::Requirement::optional;
        }
        syntax::Model model;
        model.name.text = options_.name;
        model.status = "draft";
        model.sources.push_back({std::string(name_of_path(path)), {}, {}});
        syntax::Class made;
        made.name.text = options_.name.substr(options_.name.rfind('.') + 1);
        made.positional = !table_.has_header();
        if (const auto key = key_item(guesses)) made.uniques.push_back({{{*key, {}}}});
        model.classes.push_back(std::move(made));
        return {draft_text(std::move(model), std::move(guesses), opening(path), options_.language), records_,
                columns_.size()};
    }

    /// The first column that names itself a number of its records and has no value twice.
    std::optional<std::string> key_item(const std::vector<ItemGuess>& guesses) const {
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const syntax::Item& item = guesses[column].item;
            const bool whole = item.requirement == syntax::Requirement::required && columns_[column].unique();
            if (whole && names_key(columns_[column].name)) return item.name.text;
        }
        return std::nullopt;
    }

    std::vector<BothTexts> opening(const std::string& path) const {
        const std::string name(name_of_path(path));
        const std::string count = std::to_string(records_), columns = std::to_string(columns_.size());
        std::vector<BothTexts> lines{
            {name + " の " + count + " 件、" + columns + " 列から作った下書き。読んで直してから使う。",
             "Drafted from " + count + " records, " + columns + " columns of " + name +
                 ". Read and correct it before use."},
            {"行末は根拠。次の値も同じである確からしさが 95 % に満たないときは、それも書く。",
             "Behind each item stands what was seen, and the confidence that the next value is alike "
             "where it is below 95 %."}};
        if (!fitting_.empty()) {
            const std::string fit = std::to_string(static_cast<int>(fit_ * 100)) + " %";
            lines.push_back({"このデータにはすでにモデルがある: " + fitting_ + "（適合 " + fit + "）",
                             "There is a model for such data already: " + fitting_ + " (fit " + fit + ")"});
        }
        if (blank_ != 0)
            lines.push_back({"見出しのない列 " + std::to_string(blank_) + " 個は入っていない。",
                             std::to_string(blank_) + " columns without a header are left out."});
        return lines;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    TableReader& table_;
    const InferOptions& options_;
    Models& models_;
    std::optional<ColumnSamples> samples_;
    std::deque<Batch> batches_;
    std::deque<ColumnWatch> columns_;
    std::vector<std::string> names_;      // of the columns in the dictionary, or empty
    std::vector<std::size_t> column_of_;  // of the columns of the table
    std::set<std::size_t> repeated_;      // columns whose header stands several times
    std::size_t blank_ = 0;
    std::uint64_t records_ = 0;
    std::string fitting_;
    double fit_ = 0;
};

}  // namespace

DraftModel infer_model(DatasetSource source, const InferOptions& options, Models& models) {
    const std::string path = source.name;
    const auto table = best_table(open_table(std::move(source.bytes), options.read), "auto", models);
    return Drafter(*table, options, models).draft(path);
}

}  // namespace daicho

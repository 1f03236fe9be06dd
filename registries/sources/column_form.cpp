#include "registries/sources/column_form.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

namespace {

/// The column of each item; none where no header is its name or an alias: what was perhaps meant does not
/// count.
std::vector<std::optional<std::size_t>> item_columns_of(const Model& model, const TableReader& table) {
    const Binding binding = match_columns(model, table.header(), {});
    std::vector<std::optional<std::size_t>> columns(model.slots.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = binding.column_of_slot[i];
        if (!column) continue;
        const BoundBy how = binding.columns[*column].how;
        if (how == BoundBy::label || how == BoundBy::english || how == BoundBy::alias) columns[i] = *column;
    }
    return columns;
}

/// A start of so many bytes may end within a line.
constexpr std::size_t maybe_cut = std::size_t{64} << 10;

std::unique_ptr<TableReader> try_header(std::string_view head) {
    const auto end = head.size() < maybe_cut ? head.npos : head.rfind('\n');
    try {
        auto table = read_table(std::string(end == head.npos ? head : head.substr(0, end + 1)));
        return table->has_header() ? std::move(table) : nullptr;
    } catch (const Error&) {  // no table, or its encoding stays undecided in the first lines
        return nullptr;
    }
}

/// "tables/A市.csv" is of "A市".
std::string own_name(std::string_view locator) {
    const auto at = locator.find_last_of("!/");
    if (at != locator.npos) locator.remove_prefix(at + 1);
    return std::string(locator.substr(0, locator.rfind('.')));
}

class ColumnStream final : public RecordStream {
 public:
    ColumnStream(std::string_view model, std::unique_ptr<ByteSource> file, std::string_view named)
        : name_(own_name(file->name())), table_(open_table(std::move(file), ReadOptions{})) {
        ModelSet models;
        const Model& items = models.get(model);
        columns_ = item_columns_of(items, *table_);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            header_.push_back(items.slots[i].path);
            if (header_.back() == named) named_ = i;
        }
    }

    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return columns_.size(); }
    std::string encoding() const override { return std::string(to_string(usual_dialect(*table_).encoding)); }

    bool next(Batch& batch) override {
        if (!table_->next(read_)) return false;
        BatchBuilder builder(batch);
        builder.begin(read_.empty() ? 1 : read_.record_number(0));
        for (std::size_t record = 0; record < read_.size(); ++record) add(record, builder);
        builder.end();
        return true;
    }

 private:
    void add(std::size_t record, BatchBuilder& builder) const {
        builder.record(read_.line(record));
        const bool blank = read_.blank(record);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string_view text = columns_[i] ? read_.cell(record, *columns_[i]) : std::string_view{};
            builder.cell(text.empty() && i == named_ && !blank ? std::string_view(name_) : text);
        }
    }

    std::string name_;
    std::unique_ptr<TableReader> table_;
    std::vector<std::optional<std::size_t>> columns_;
    std::vector<std::string> header_;
    std::optional<std::size_t> named_;
    Batch read_;
};

}  // namespace

const ColumnForm::Column* ColumnForm::find(std::string_view item) const {
    const auto found = std::ranges::find(columns, item, &Column::item);
    return found == columns.end() ? nullptr : &*found;
}

ColumnForm columns_of(std::string_view model, std::string_view head) {
    ColumnForm form;
    const auto table = try_header(head);
    if (!table) return form;
    ModelSet models;
    const Model& items = models.get(model);
    const auto columns = item_columns_of(items, *table);
    Batch first;
    const bool any = table->next(first) && !first.empty();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i]) continue;
        form.columns.push_back(
            {items.slots[i].path, any ? std::string(first.cell(0, *columns[i])) : "", *columns[i]});
    }
    return form;
}

std::unique_ptr<RecordStream> open_columns(std::string_view model, std::unique_ptr<ByteSource> file,
                                           std::string_view named) {
    return std::make_unique<ColumnStream>(model, std::move(file), named);
}

}  // namespace daicho

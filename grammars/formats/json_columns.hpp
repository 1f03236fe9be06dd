#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/record_place.hpp"
#include "grammars/formats/json_reader.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/formats/nested_columns.hpp"

namespace daicho {

/// Hears of a record value by value, with the way down to each as a JSON pointer.
class WayListener : public JsonRecordListener {
 public:
    const std::vector<std::size_t>* columns_met() const final { return unlike_ ? nullptr : &met_; }
    void key(std::string_view name) override {
        path_.resize(prefix());
        append_pointer_step(path_, name);
    }
    void value(JsonKind kind, std::string_view text) override {
        step();
        leaf(path_, kind, text);
        leave();
    }
    void begin(JsonKind kind) override {
        step();
        if (!frames_.empty()) part(path_, kind, frames_.back().array, frames_.back().count);
        frames_.push_back({path_.size(), kind == JsonKind::array, 0});
    }
    void end() override {
        path_.resize(prefix());
        const bool empty = frames_.back().count == 0;
        const bool array = frames_.back().array;
        frames_.pop_back();
        if (!frames_.empty()) ended(path_, array, empty);
        leave();
    }

 protected:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    void start_record() {
        met_.clear();
        unlike_ = false;
    }
    /// The value that was told last belongs to `column`.
    void belongs(std::size_t column) { met_.push_back(column); }
    /// Records like this one cannot be told by their values alone.
    void is_unlike() { unlike_ = true; }

    virtual void leaf(const std::string& path, JsonKind kind, std::string_view text) = 0;
    /// Elements of the innermost array so far; 0: an object is innermost.
    std::size_t elements() const {
        return !frames_.empty() && frames_.back().array ? frames_.back().count : 0;
    }
    /// An array or object begins, in an array as its element `number` (from 1), or in an object.
    virtual void part(const std::string& path, JsonKind kind, bool in_array, std::size_t number) = 0;
    virtual void ended(const std::string& path, bool array, bool empty) = 0;

 private:
    struct Frame {
        std::size_t prefix;  ///< of the path, in bytes
        bool array;
        std::size_t count;  ///< parts so far
    };

    std::size_t prefix() const { return frames_.empty() ? 0 : frames_.back().prefix; }
    void step() {
        if (frames_.empty()) return;
        if (frames_.back().array) path_.append("/").append(std::to_string(frames_.back().count));
        ++frames_.back().count;
    }
    void leave() { path_.resize(prefix()); }

    std::string path_;
    std::vector<Frame> frames_;
    std::vector<std::size_t> met_;
    bool unlike_ = false;
};

/// Looks over the records of a table once, and takes down the columns that they make. Arrays of arrays and
/// those with many elements are one column, which has them as JSON.
class ColumnSurvey final : public WayListener {
 public:
    explicit ColumnSurvey(const JsonReader& reader) : reader_(reader) {}

    NestedColumns columns;
    std::set<std::string, std::less<>> folded;

    void start() {
        start_record();
        next_ = 0;
        folded_depth_ = 0;
    }
    void record_like(std::string_view record, std::span<const JsonToken> values,
                     std::span<const std::size_t> places) override {
        NestedColumn* const all = columns.all().data();
        for (std::size_t i = 0; i < values.size(); ++i)
            note_value(all[places[i]], text_of(record, values[i], decoded_));
    }
    void finish() {
        for (const std::string& path : folded) {
            const std::size_t slash = path.rfind('/');
            if (slash == 0 || !folded.contains(std::string_view(path).substr(0, slash))) columns.fold(path);
        }
        columns.drop_empty_owners();
    }

 protected:
    void leaf(const std::string& path, JsonKind, std::string_view text) override {
        if (folded_depth_ > 0) return;
        if (elements() > most_elements) {
            folded.emplace(std::string_view(path).substr(0, path.rfind('/')));
            is_unlike();
        } else {
            belongs(note(path, text));
        }
    }
    void part(const std::string& path, JsonKind kind, bool in_array, std::size_t number) override {
        if (folded_depth_ > 0) {
            ++folded_depth_;
            return;
        }
        const std::string_view array = std::string_view(path).substr(0, path.rfind('/'));
        if (in_array && (kind == JsonKind::array || number > most_elements)) folded.emplace(array);
        if (!folded.contains(path) && !(in_array && folded.contains(array))) return;
        folded_depth_ = 1;
        is_unlike();
        note(std::string(folded.contains(path) ? path : array), {});
    }
    void ended(const std::string& path, bool, bool empty) override {
        if (folded_depth_ > 0) {
            --folded_depth_;
        } else if (empty) {
            note(path, {});
        }
    }

 private:
    static constexpr std::size_t most_elements = 32;

    std::size_t note(const std::string& path, std::string_view text) {
        const std::size_t column = columns.find_or_add(path, next_);
        if (column == NestedColumns::most) {
            reader_.refuse(reader_.place(), "表の列が多すぎます（10000 列まで）。",
                           "too many columns for a table (at most 10000)");
        }
        note_value(columns.all()[column], text);
        next_ = column + 1;
        return column;
    }

    const JsonReader& reader_;
    std::string decoded_;
    std::size_t next_ = 0;
    std::size_t folded_depth_ = 0;  ///< arrays and objects that are open within a folded one, it included
};

/// Takes the values of a record as cells.
class RowTaker final : public WayListener {
 public:
    RowTaker(const NestedColumns& columns, const std::set<std::string, std::less<>>& folded)
        : cells(columns.all().size()),
          columns_(columns),
          folded_(folded),
          texts_(cells.size()),
          filled_(cells.size()) {}

    std::vector<std::string_view> cells;  ///< they live until the reader goes on
    std::string_view record;              ///< of which most of them are parts; empty: of nothing
    struct Twice {
        std::size_t column;
        std::string value;
    };
    std::vector<Twice> twice;           ///< values of members that came before
    std::vector<std::size_t> too_long;  ///< columns of integers that not every program keeps

    void start() {
        start_record();
        cells.assign(cells.size(), {});
        record = {};
        filled_.assign(cells.size(), 0);
        twice.clear();
        too_long.clear();
        next_ = 0;
        open_ = 0;
    }
    void key(std::string_view name) override {
        if (open_ > 0) json_->key(name);
        WayListener::key(name);
    }
    void record_like(std::string_view text, std::span<const JsonToken> values,
                     std::span<const std::size_t> places) override {
        record = text;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t column = places[i];
            if (column == nowhere) continue;
            const std::string_view value = text_of(text, values[i], decoded_);
            if (values[i].kind == JsonKind::number && is_beyond_exact(value)) too_long.push_back(column);
            cells[column] = values[i].escaped ? std::string_view(texts_[column] = value) : value;
        }
    }

 protected:
    void leaf(const std::string& path, JsonKind kind, std::string_view text) override {
        if (open_ > 0) {
            write(kind, text);
            return;
        }
        if (kind == JsonKind::number && is_beyond_exact(text)) {
            if (const auto column = columns_.find(path, next_)) too_long.push_back(*column);
        }
        belongs(take(path, text));
    }
    void part(const std::string& path, JsonKind kind, bool, std::size_t) override {
        if (open_ == 0 && folded_.contains(path)) {
            is_unlike();
            made_.clear();
            json_.emplace(made_);
            open_ = 1;
            json_->begin_array();
        } else if (open_ > 0) {
            ++open_;
            kind == JsonKind::array ? json_->begin_array() : json_->begin_object();
        }
    }
    void ended(const std::string& path, bool array, bool) override {
        if (open_ == 0) return;
        array ? json_->end_array() : json_->end_object();
        if (--open_ == 0) take(path, made_);
    }

 private:
    /// Integers beyond 2^53 are no numbers of most programs (RFC 8259, 6).
    static bool is_beyond_exact(std::string_view text) {
        if (text.starts_with('-')) text.remove_prefix(1);
        if (text.size() < 16 || text.find_first_not_of("0123456789") != text.npos) return false;
        return text.size() > 16 || text > "9007199254740992";
    }
    void write(JsonKind kind, std::string_view text) {
        switch (kind) {
            case JsonKind::null:
                json_->null();
                break;
            case JsonKind::boolean:
                json_->boolean(text == "true");
                break;
            case JsonKind::number:
                json_->decimal(text);
                break;
            default:
                json_->string(text);
        }
    }
    std::size_t take(const std::string& path, std::string_view text) {
        const auto column = columns_.find(path, next_);
        if (!column) return nowhere;
        next_ = *column + 1;
        if (filled_[*column] != 0) {
            is_unlike();
            twice.push_back({*column, std::string(text)});
            return nowhere;
        }
        filled_[*column] = 1;
        cells[*column] = texts_[*column] = text;
        return *column;
    }

    const NestedColumns& columns_;
    const std::set<std::string, std::less<>>& folded_;
    std::vector<std::string> texts_;  ///< of cells that nothing else keeps
    std::string decoded_;
    std::vector<char> filled_;  ///< of each cell, whether it has a value
    std::size_t next_ = 0;
    std::size_t open_ = 0;  ///< arrays and objects that are open within a folded one, it included
    std::string made_;
    std::optional<JsonWriter> json_;
};

}  // namespace daicho

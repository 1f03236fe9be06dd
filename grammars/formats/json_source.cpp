#include <optional>
#include <unordered_map>

#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/json_objects.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_members = 10'000;
constexpr std::size_t json_batch_bytes = std::size_t{256} << 10;
constexpr std::size_t json_batch_cells = std::size_t{64} << 10;

/// A source of another encoding as UTF-8.
class Utf8Source final : public ByteSource {
 public:
    Utf8Source(ByteSource& source, Encoding encoding) : source_(source), encoding_(encoding) {
        text_.emplace(source_, encoding_);
    }

    std::size_t read(char* to, std::size_t size) override {
        while (at_ == part_.size()) {
            part_.clear();
            at_ = 0;
            if (!text_->read(part_, replaced_) && part_.size() == 0) return 0;
            replaced_.clear();
        }
        const std::size_t got = std::string_view(part_.data(), part_.size()).copy(to, size, at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override {
        source_.rewind();
        text_.emplace(source_, encoding_);
        part_.clear();
        at_ = 0;
    }
    const std::string& name() const override { return source_.name(); }

 private:
    ByteSource& source_;
    Encoding encoding_;
    std::optional<TextSource> text_;
    Buffer<char> part_;
    std::vector<SourceBytes> replaced_;
    std::size_t at_ = 0;
};

/// The names of the members of all objects, in the order in which they come up.
class MemberNames {
 public:
    std::vector<std::string> all;

    /// The column of `name`; `guess` is looked at first.
    std::optional<std::size_t> find(const std::string& name, std::size_t guess) const {
        if (guess < all.size() && all[guess] == name) return guess;
        const auto known = columns_.find(name);
        return known == columns_.end() ? std::nullopt : std::optional(known->second);
    }
    std::size_t add(const std::string& name) {
        columns_.emplace(name, all.size());
        all.push_back(name);
        return all.size() - 1;
    }

 private:
    std::unordered_map<std::string, std::size_t> columns_;
};

/// Looks over the objects of a table once: takes the names of their members, and refuses what is no table.
class MemberSurvey final : public JsonListener {
 public:
    MemberSurvey(const JsonReader& reader, MemberNames& names) : reader_(reader), names_(names) {}

    void start() {
        ++object_;
        next_ = 0;
        inside_ = false;
    }
    void key(std::string name) override {
        const auto known = names_.find(name, next_);
        const std::size_t column = known ? *known : names_.add(name);
        if (column == most_members) {
            reader_.refuse(reader_.place(), "表の列が多すぎます（10000 列まで）。",
                           "too many columns for a table (at most 10000)");
        }
        seen_.resize(names_.all.size());
        if (seen_[column] == object_) {
            reader_.refuse(reader_.place(), "「" + name + "」が一つのオブジェクトに二度あります。",
                           "'" + name + "' comes twice in one object");
        }
        seen_[column] = object_;
        next_ = column + 1;
    }
    void value(JsonKind, std::string) override {}
    void begin(JsonKind) override {
        if (!inside_) {
            inside_ = true;
            return;
        }
        const std::string& name = names_.all[next_ - 1];
        reader_.refuse(
            reader_.place(),
            "「" + name +
                "」の値が配列かオブジェクトです。表にできるのは、値が文字列・数・真偽値・null "
                "のものだけです。",
            "'" + name + "' is an array or an object; a table has texts, numbers, true, false and null");
    }
    void end() override {}

 private:
    const JsonReader& reader_;
    MemberNames& names_;
    std::vector<std::uint64_t> seen_;  ///< by column: the last object that has it
    std::uint64_t object_ = 0;
    std::size_t next_ = 0;  ///< column behind the last one
    bool inside_ = false;
};

/// Takes the values of an object as cells.
class RowTaker final : public JsonListener {
 public:
    explicit RowTaker(const MemberNames& names) : cells(names.all.size()), names_(names) {}

    std::vector<std::string> cells;

    void start() {
        for (std::string& cell : cells) cell.clear();
        next_ = 0;
    }
    void key(std::string name) override { next_ = names_.find(name, next_).value_or(cells.size()) + 1; }
    void value(JsonKind, std::string text) override {
        if (next_ <= cells.size()) cells[next_ - 1] = std::move(text);
    }
    void begin(JsonKind) override {}
    void end() override {}

 private:
    const MemberNames& names_;
    std::size_t next_ = 0;
};

/// Tables that are JSON: an array of objects, or an object a line (JSON Lines). The columns are the members
/// of all objects, in the order in which they appear; for that the source is read twice. Texts, numbers (as
/// written), true and false are cells; null and members that are not there are empty ones. Throws Error with
/// the place where the text is not JSON, a member of an object is an array or an object itself or comes
/// twice, or where there are more than 10,000 columns.
class JsonSource final : public RecordSource {
 public:
    JsonSource(std::unique_ptr<ByteSource> source, const ReadOptions& options) : origin_(std::move(source)) {
        source_ = origin_.get();
        if (options.encoding && *options.encoding != Encoding::utf8) {
            utf8_ = std::make_unique<Utf8Source>(*source_, *options.encoding);
            source_ = utf8_.get();
        }
        if (!source_->rewindable()) {
            spool_ = std::make_unique<SpooledSource>(*source_);
            source_ = spool_.get();
        }
        survey();
    }

    const std::string& name() const override { return source_->name(); }
    PlaceForm places() const override {
        return {lines_ ? PlaceForm::Kind::line_pointer : PlaceForm::Kind::pointer, {}};
    }
    const std::vector<std::string>* names() const override { return &names_.all; }
    void start(std::size_t, std::size_t) override {
        source_->rewind();
        reader_.emplace(*source_);
        objects_.emplace(*reader_);
        row_.emplace(names_);
    }
    bool next(Batch& batch) override;
    const std::vector<Finding>& findings() const override { return none_; }

 private:
    void survey();
    void add_record(BatchBuilder& builder);

    std::unique_ptr<ByteSource> origin_;
    std::unique_ptr<ByteSource> utf8_;
    std::unique_ptr<ByteSource> spool_;
    ByteSource* source_ = nullptr;
    MemberNames names_;
    std::optional<JsonReader> reader_;
    std::optional<JsonObjects> objects_;
    std::optional<RowTaker> row_;
    std::uint64_t records_ = 0;
    bool lines_ = false;
    std::vector<Finding> none_;
};

void JsonSource::survey() {
    JsonReader reader(*source_);
    JsonObjects objects(reader);
    lines_ = objects.lines();
    MemberSurvey survey(reader, names_);
    while (objects.next()) {
        survey.start();
        objects.read(survey);
    }
}

bool JsonSource::next(Batch& batch) {
    BatchBuilder builder(batch);
    builder.begin(records_ + 1);
    const BatchParts& parts = batch.parts();
    while (!names_.all.empty() && parts.text.size() < json_batch_bytes &&
           parts.cells.size() < json_batch_cells && objects_->next()) {
        add_record(builder);
    }
    builder.end();
    if (batch.empty()) return false;
    check_records(batch, names_.all.size());
    return true;
}

void JsonSource::add_record(BatchBuilder& builder) {
    row_->start();
    const JsonPlace place = objects_->place();
    objects_->read(*row_);
    builder.record({place.line, place.position, static_cast<std::uint32_t>(records_++)});
    for (const std::string& cell : row_->cells) builder.cell(cell);
}

/// `start` from its first character on, and what comes behind that.
std::string_view first_signs(std::string_view start) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (start.starts_with(mark)) start.remove_prefix(mark.size());
    const auto first = start.find_first_not_of(" \t\r\n");
    return first == start.npos ? std::string_view{} : start.substr(first);
}

bool has_signs(std::string_view start, char one, std::string_view others) {
    const std::string_view signs = first_signs(start);
    if (signs.empty() || signs[0] != one) return false;
    const std::string_view behind = first_signs(signs.substr(1));
    return !behind.empty() && others.find(behind[0]) != others.npos;
}

}  // namespace

std::unique_ptr<RecordSource> open_json(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return std::make_unique<JsonSource>(std::move(source), options);
}

bool begins_json_array(std::string_view start) {
    return has_signs(start, '[', "{]");
}

bool begins_json_object(std::string_view start) {
    return has_signs(start, '{', "\"}");
}

}  // namespace daicho

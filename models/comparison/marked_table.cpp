#include "models/comparison/marked_table.hpp"

#include <algorithm>
#include <bit>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "models/comparison/record_hash.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_places = std::size_t{1} << 20;
constexpr std::size_t largest_piece = std::size_t{64} << 20;
constexpr std::uint64_t size_of_utf8_mark = 3;

std::string_view without_end(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// Reads pieces of a source from front to back without asking for each.
class PieceReader {
 public:
    explicit PieceReader(SeekableSource& source) : source_(source) {}

    /// Empty where the source ends before. Lives until the next call.
    std::string_view piece(std::uint64_t begin, std::size_t size) {
        // What is near has the next pieces near as well.
        const bool near = begin >= begin_ && begin < begin_ + text_.size() + usual / 2;
        if (begin < begin_ || begin + size > begin_ + text_.size()) fill(begin, size, near ? usual : size);
        if (begin + size > begin_ + text_.size()) return {};
        return std::string_view(text_).substr(begin - begin_, size);
    }

 private:
    static constexpr std::size_t usual = 16 << 10;

    void fill(std::uint64_t begin, std::size_t size, std::size_t wanted) {
        source_.seek(begin);
        begin_ = begin;
        text_.resize(std::max(wanted, size));
        std::size_t got = 0;
        while (got < size) {
            const std::size_t more = source_.read(text_.data() + got, text_.size() - got);
            if (more == 0) break;
            got += more;
        }
        text_.resize(got);
    }

    SeekableSource& source_;
    std::uint64_t begin_ = 0;
    std::string text_;
};

bool has_controls(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.rule == rules::control_in_file; });
}

[[noreturn]] void refuse_changed(const std::string& name) {
    throw Error{ErrorKind::input, name + ": 読んでいる間に内容が変わりました。もう一度実行してください。",
                name + ": it changed while it was read; run the command again"};
}

}  // namespace

std::uint64_t RecordBits::next(std::uint64_t record) const {
    for (std::size_t word = record / 64; word < words_.size(); ++word) {
        std::uint64_t bits = words_[word];
        if (word == record / 64) bits &= ~std::uint64_t{0} << (record % 64);
        if (bits != 0) return word * 64 + static_cast<std::uint64_t>(std::countr_zero(bits));
    }
    return 0;
}

MarkedTable::MarkedTable(const ComparedTable& table, MarkPlan plan, const std::string& scratch,
                         std::size_t bytes)
    : table_(table), plan_(std::move(plan)), marks_(scratch, bytes) {}

void MarkedTable::scan() {
    const auto reader = table_.open();
    const TableText* text = reader->text();
    std::uint64_t offset = 0;
    placed_ = plan_.as_written && table_.bytes && text && text->dialect().encoding == Encoding::utf8;
    if (placed_) {
        offset = text->preamble().text.size() + (text->dialect().bom ? size_of_utf8_mark : 0);
        delimiter_ = text->dialect().delimiter;
    }
    doubtful_ = has_controls(reader->findings());
    for (Batch batch; reader->next(batch);) {
        doubtful_ = doubtful_ || !batch.parts().source.empty() || has_controls(batch.findings());
        placed_ = placed_ && batch.parts().source.empty();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (placed_) place(batch, i, offset);
            mark(batch, i);
        }
        if (batch.empty()) continue;
        last_record_ = batch.record_number(batch.size() - 1);
        if (placed_) offset += batch.parts().records.back().begin - batch.parts().records[0].begin;
    }
    end_ = offset;
}

void MarkedTable::place(const Batch& batch, std::size_t record, std::uint64_t offset) {
    const std::uint64_t index = batch.record_number(record) - 1;
    if (index % step_ != 0) return;
    const auto& records = batch.parts().records;
    places_.push_back({offset + records[record].begin - records[0].begin, batch.line(record)});
    if (places_.size() < most_places) return;
    for (std::size_t i = 0; 2 * i < places_.size(); ++i) places_[i] = places_[2 * i];
    places_.resize((places_.size() + 1) / 2);
    step_ *= 2;
}

std::uint64_t MarkedTable::content_of(const Batch& batch, std::size_t record) const {
    if (plan_.as_written) return record_hash(without_end(batch.raw(record).text));
    CellsHash hash;
    for (const std::uint32_t column : plan_.columns) hash.add(batch.cell(record, column));
    return hash.value();
}

std::uint64_t MarkedTable::key_of(const Batch& batch, std::size_t record, std::uint64_t content) {
    if (plan_.key.empty()) return content;
    CellsHash hash;
    for (std::size_t i = 0; i < plan_.key.size(); ++i) {
        hash.add(plan_.key_meanings[i]->comparable(batch.cell(record, plan_.key[i]), scratch_text_));
    }
    return hash.value();
}

void MarkedTable::mark(const Batch& batch, std::size_t record) {
    if (batch.blank(record)) return;
    const std::uint64_t content = content_of(batch, record);
    marks_.add({key_of(batch, record, content), content, batch.record_number(record)});
    ++records_;
}

void MarkedTable::pick(const RecordBits& wanted, const Take& take) {
    if (wanted.next(1) == 0) return;
    if (!placed_ || !pick_in_place(wanted, take)) pick_by_reading(wanted, take);
}

/// False, with nothing taken, where the places do not serve.
bool MarkedTable::pick_in_place(const RecordBits& wanted, const Take& take) {
    const auto source = table_.bytes();
    if (!source || !source->rewindable() || source->size() < end_) return false;
    PieceReader pieces(*source);
    CsvSplitter splitter(delimiter_);
    Batch batch;
    for (std::uint64_t record = wanted.next(1); record != 0;) {
        const std::size_t at = (record - 1) / step_;
        const std::uint64_t end = at + 1 < places_.size() ? places_[at + 1].offset : end_;
        const std::uint64_t size = end - places_[at].offset;
        if (size > largest_piece) return false;
        const std::string_view piece = pieces.piece(places_[at].offset, size);
        if (piece.empty()) refuse_changed(table_.name);
        BatchParts& parts = batch.parts();
        parts.clear();
        parts.text.append(piece.data(), piece.size());
        parts.first_record = at * step_ + 1;
        splitter.start(places_[at].line);
        splitter.split(parts, true);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.record_number(i) != record) continue;
            take(batch, i);
            record = wanted.next(record + 1);
        }
        if (record != 0 && (record - 1) / step_ == at) refuse_changed(table_.name);
    }
    return true;
}

void MarkedTable::pick_by_reading(const RecordBits& wanted, const Take& take) {
    const auto reader = table_.open();
    std::uint64_t record = wanted.next(1);
    for (Batch batch; record != 0 && reader->next(batch);) {
        if (batch.empty()) continue;
        const std::uint64_t first = batch.record_number(0);
        while (record != 0 && record < first + batch.size()) {
            take(batch, record - first);
            record = wanted.next(record + 1);
        }
    }
    if (record != 0) refuse_changed(table_.name);
}

}  // namespace daicho

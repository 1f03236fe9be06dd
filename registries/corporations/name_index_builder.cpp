#include "registries/corporations/name_index_builder.hpp"

#include <algorithm>
#include <string>
#include <thread>

#include "grammars/base/pipeline.hpp"
#include "registries/corporations/name_segment_writer.hpp"
#include "registries/corporations/name_tables.hpp"

namespace daicho {

namespace {

// Columns of the statements below.
enum Column : int { number, name, image, kind, prefecture, city, close_date, english, furigana, columns };

constexpr std::string_view present_columns =
    "c.corporateNumber, c.name, c.nameImageId, c.kind, c.prefectureCode, c.cityCode, c.closeDate, c.enName, "
    "c.furigana";
/// A former name has what the corporation has today.
constexpr std::string_view former_columns =
    "h.corporateNumber, h.name, null, c.kind, c.prefectureCode, c.cityCode, c.closeDate, null, null";

std::string present_sql(std::string_view condition) {
    return "select " + std::string(present_columns) + " from corporation c where " + std::string(condition);
}
std::string former_sql(std::string_view condition) {
    return "select distinct " + std::string(former_columns) +
           " from corporation_history h join corporation c using(corporateNumber) where " +
           "h.name <> c.name and " + std::string(condition);
}

/// Rows as they are.
struct RowBatch {
    std::string texts;
    std::vector<std::uint32_t> ends;  ///< of every cell
    std::vector<std::uint64_t> numbers;
    void clear() {
        texts.clear();
        ends.clear();
        numbers.clear();
    }
    void add(const Statement& row) {
        numbers.push_back(static_cast<std::uint64_t>(row.integer(number)));
        for (int i = 0; i < columns; ++i) {
            if (i != number) texts += row.text(i);
            ends.push_back(static_cast<std::uint32_t>(texts.size()));
        }
    }
    std::size_t rows() const { return numbers.size(); }
    std::string_view cell(std::size_t row, Column column) const {
        const std::size_t at = row * columns + column, begin = at == 0 ? 0 : ends[at - 1];
        return std::string_view(texts).substr(begin, ends[at] - begin);
    }
};

void make_row_documents(const RowBatch& rows, NameRole role, NameDocuments& out) {
    out.clear();
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        out.add({.number = rows.numbers[row],
                 .name = rows.cell(row, name),
                 .image = rows.cell(row, image),
                 .kind = rows.cell(row, kind),
                 .prefecture = rows.cell(row, prefecture),
                 .city = rows.cell(row, city),
                 .close_date = rows.cell(row, close_date),
                 .english = rows.cell(row, english),
                 .furigana = rows.cell(row, furigana)},
                role);
    }
}

/// The documents of all rows that a statement gives.
void read_rows(Statement& rows, NameRole role, unsigned threads, NameSegmentWriter& writer) {
    constexpr std::size_t rows_at_once = 2000;
    bool more = true;  // a statement at its end would begin anew
    ordered_pipeline<RowBatch, NameDocuments>(
        threads,
        [&](RowBatch& batch) {
            batch.clear();
            while (batch.rows() < rows_at_once && more) {
                more = rows.step();
                if (more) batch.add(rows);
            }
            return batch.rows() != 0;
        },
        [&](RowBatch& batch, NameDocuments& out) { make_row_documents(batch, role, out); },
        [&](RowBatch&, NameDocuments& out) { writer.add(out); });
}

bool has_table(const Database& database, std::string_view name) {
    return database.number("select count(*) from sqlite_master where type = 'table' and name = " +
                           quoted_text(name)) != 0;
}

constexpr std::int64_t first_segment = 1;
constexpr std::size_t most_segments_alike = 8;

struct OldSegment {
    std::int64_t id = 0;
    std::vector<std::uint64_t> numbers;
};

std::vector<std::uint64_t> read_numbers(std::string_view bytes) {
    std::vector<std::uint64_t> numbers(bytes.size() / 8);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (unsigned byte = 0; byte < 8; ++byte)
            numbers[i] |= std::uint64_t{static_cast<unsigned char>(bytes[i * 8 + byte])} << (8 * byte);
    }
    return numbers;
}

std::vector<OldSegment> later_segments(const Database& database) {
    std::vector<OldSegment> segments;
    Statement rows =
        database.prepare("select id, numbers from corporation_name_segment where id > 1 order by id");
    while (rows.step()) segments.push_back({rows.integer(0), read_numbers(rows.blob(1))});
    return segments;
}

void drop_segment(Database& database, std::int64_t segment) {
    const auto between = [](std::int64_t from, std::int64_t to) {
        return std::to_string(from) + " and " + std::to_string(to - 1);
    };
    const std::int64_t begin = name_tables::part(segment, 0), end = name_tables::part(segment + 1, 0);
    database.run("delete from corporation_name_segment where id = " + std::to_string(segment) +
                 "; delete from corporation_name_block where id between " +
                 between(name_tables::block_id(begin, 0), name_tables::block_id(end, 0)) +
                 "; delete from corporation_name_posting where id between " +
                 between(name_tables::posting_id(begin, 0), name_tables::posting_id(end, 0)));
}

void sort_unique(std::vector<std::uint64_t>& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Where many segments of about this size have come together, they become one with what is new.
void join_small_segments(Database& database, std::vector<std::uint64_t>& numbers) {
    const std::vector<OldSegment> old = later_segments(database);
    std::size_t alike = 0;
    while (alike < old.size() && old[old.size() - 1 - alike].numbers.size() <= numbers.size() * 4) ++alike;
    if (alike < most_segments_alike) return;
    for (std::size_t i = old.size() - alike; i < old.size(); ++i) {
        numbers.insert(numbers.end(), old[i].numbers.begin(), old[i].numbers.end());
        drop_segment(database, old[i].id);
    }
    sort_unique(numbers);
}

}  // namespace

void make_name_index(Database& database) {
    if (!has_table(database, "corporation")) return;
    NameSegmentWriter::create_tables(database);
    NameSegmentWriter writer;
    const unsigned threads = std::min(std::max(std::thread::hardware_concurrency(), 1u), 4u);
    {
        Statement present = database.prepare(present_sql("true"));
        read_rows(present, NameRole::present, threads, writer);
        Statement former = database.prepare(former_sql("true"));
        read_rows(former, NameRole::former, threads, writer);
    }
    writer.write(database, first_segment, {});
}

namespace {

/// The documents of these corporations, from the tables.
void read_corporations(const Database& database, const std::vector<std::uint64_t>& numbers,
                       NameSegmentWriter& writer) {
    RowBatch rows;
    NameDocuments documents;
    for (const NameRole role : {NameRole::present, NameRole::former}) {
        Statement select = database.prepare(role == NameRole::present ? present_sql("c.corporateNumber = ?")
                                                                      : former_sql("h.corporateNumber = ?"));
        for (const std::uint64_t each : numbers) {
            select.bind(0, static_cast<std::int64_t>(each));
            rows.clear();
            while (select.step()) rows.add(select);
            select.reset();
            make_row_documents(rows, role, documents);
            writer.add(documents);
        }
    }
}

}  // namespace

void NameIndexBuilder::reserve(std::size_t corporations) {
    writer_.reserve(corporations);
}

void NameIndexBuilder::add(const NameDocuments& documents) {
    writer_.add(documents);
    documents_ += documents.of(NameSpace::names).size();
}

void NameIndexBuilder::finish(Database& database, const std::vector<std::uint64_t>& others) {
    if (others.size() > documents_ / 4) {
        writer_ = {};
        return make_name_index(database);
    }
    NameSegmentWriter::create_tables(database);
    read_corporations(database, others, writer_);
    writer_.write(database, first_segment, {});
}

void update_name_index(Database& database, std::vector<std::uint64_t> numbers) {
    if (numbers.empty() || !has_table(database, "corporation")) return;
    if (!has_table(database, "corporation_name_segment")) return make_name_index(database);
    sort_unique(numbers);
    join_small_segments(database, numbers);
    const std::int64_t all = database.number("select max(names) from corporation_name_segment");
    if (static_cast<std::int64_t>(numbers.size()) > all / 4) return make_name_index(database);
    NameSegmentWriter writer;
    read_corporations(database, numbers, writer);
    const std::int64_t last = database.number("select max(id) from corporation_name_segment");
    writer.write(database, last + 1, numbers);
}

}  // namespace daicho

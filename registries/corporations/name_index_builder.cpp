#include "registries/corporations/name_index_builder.hpp"

#include <algorithm>
#include <string>
#include <thread>

#include "grammars/base/parse_number.hpp"
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
/// A former name has what the body has today.
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

std::uint64_t digits(std::string_view text) {
    std::uint64_t value = 0;
    for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
std::uint64_t digits_or_none(std::string_view text) {
    return all_digits(text) ? digits(text) : 0;
}

/// Rows as they are, and the documents made of them.
struct RowBatch {
    std::string texts;
    std::vector<std::uint32_t> ends;  ///< of every cell
    void clear() {
        texts.clear();
        ends.clear();
    }
    void add(const Statement& row) {
        for (int i = 0; i < columns; ++i) {
            texts += row.text(i);
            ends.push_back(static_cast<std::uint32_t>(texts.size()));
        }
    }
    std::size_t rows() const { return ends.size() / columns; }
    std::string_view cell(std::size_t row, Column column) const {
        const std::size_t at = row * columns + column, begin = at == 0 ? 0 : ends[at - 1];
        return std::string_view(texts).substr(begin, ends[at] - begin);
    }
};

struct DocumentBatch {
    struct Item {
        NameSpace space;
        NameDocument document;  ///< without its core
        std::uint32_t end;      ///< of its core in `texts`
    };
    std::vector<Item> items;
    std::string texts;
    CorporateNameKey keys;
    void add(NameSpace space, const NameDocument& document, std::string_view core) {
        if (core.empty()) return;
        texts += core;
        items.push_back({space, document, static_cast<std::uint32_t>(texts.size())});
    }
};

void add_name(std::string_view name, NameDocument document, NameRole role, DocumentBatch& out) {
    if (name.empty()) return;
    read_corporate_name_key(name, out.keys);
    document.role = role;
    document.position = out.keys.position;
    document.form = form_number(out.keys.form);
    document.raw_digest = name_digest(name);
    document.width_digest = short_name_digest(out.keys.width);
    out.add(NameSpace::names, document, out.keys.core);
}

void make_documents(const RowBatch& rows, NameRole role, DocumentBatch& out) {
    out.items.clear();
    out.texts.clear();
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        NameDocument document;
        document.number = digits_or_none(rows.cell(row, number));
        document.closed = !rows.cell(row, close_date).empty();
        document.image = !rows.cell(row, image).empty();
        document.kind = static_cast<std::uint16_t>(digits_or_none(rows.cell(row, kind)));
        const auto place =
            digits_or_none(rows.cell(row, prefecture)) * 1000 + digits_or_none(rows.cell(row, city));
        document.municipality = static_cast<std::uint16_t>(place < 48'000 ? place : 0);
        add_name(rows.cell(row, name), document, role, out);
        add_name(rows.cell(row, english), document, NameRole::english, out);
        if (const std::string_view reading = rows.cell(row, furigana); !reading.empty()) {
            document.role = NameRole::reading;
            if (const auto key = corporate_kana_key(reading); !key.empty()) {
                document.raw_digest = name_digest(reading);
                out.add(NameSpace::readings, document, key);
            }
        }
    }
}

void take_documents(const DocumentBatch& from, NameSegmentWriter& to) {
    std::uint32_t begin = 0;
    for (const DocumentBatch::Item& item : from.items) {
        NameDocument document = item.document;
        document.core = std::string_view(from.texts).substr(begin, item.end - begin);
        to.add(item.space, document);
        begin = item.end;
    }
}

/// The documents of all rows that a statement gives.
void read_rows(Statement& rows, NameRole role, unsigned threads, NameSegmentWriter& writer) {
    constexpr std::size_t rows_at_once = 2000;
    bool more = true;  // a statement at its end would begin anew
    ordered_pipeline<RowBatch, DocumentBatch>(
        threads,
        [&](RowBatch& batch) {
            batch.clear();
            while (batch.rows() < rows_at_once && more) {
                more = rows.step();
                if (more) batch.add(rows);
            }
            return batch.rows() != 0;
        },
        [&](RowBatch& batch, DocumentBatch& out) { make_documents(batch, role, out); },
        [&](RowBatch&, DocumentBatch& out) { take_documents(out, writer); });
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

void update_name_index(Database& database, std::vector<std::uint64_t> numbers) {
    if (numbers.empty() || !has_table(database, "corporation")) return;
    if (!has_table(database, "corporation_name_segment")) return make_name_index(database);
    sort_unique(numbers);
    join_small_segments(database, numbers);
    const std::int64_t all = database.number("select max(names) from corporation_name_segment");
    if (static_cast<std::int64_t>(numbers.size()) > all / 4) return make_name_index(database);
    NameSegmentWriter writer;
    RowBatch rows;
    DocumentBatch documents;
    for (const NameRole role : {NameRole::present, NameRole::former}) {
        Statement select = database.prepare(role == NameRole::present ? present_sql("c.corporateNumber = ?")
                                                                      : former_sql("h.corporateNumber = ?"));
        for (const std::uint64_t each : numbers) {
            select.bind(0, static_cast<std::int64_t>(each));
            rows.clear();
            while (select.step()) rows.add(select);
            select.reset();
            make_documents(rows, role, documents);
            take_documents(documents, writer);
        }
    }
    const std::int64_t last = database.number("select max(id) from corporation_name_segment");
    writer.write(database, last + 1, numbers);
}

}  // namespace daicho

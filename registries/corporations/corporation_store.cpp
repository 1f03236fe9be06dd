#include "registries/corporations/corporation_store.hpp"

#include <algorithm>
#include <charconv>

#include "registries/corporations/merger_text.hpp"
#include "registries/corporations/row_code.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

constexpr int kept_file_column = static_cast<int>(item::count);
constexpr int kept_state_column = kept_file_column + 1, kept_until_column = kept_file_column + 2,
              kept_ended_column = kept_file_column + 3;

std::string column_list(const std::vector<std::string>& columns, std::string_view between) {
    std::string list;
    for (const std::string& column : columns)
        list += (list.empty() ? "" : std::string(between)) + quoted_name(column);
    return list;
}

std::string parameters(std::size_t count) {
    std::string list = "?";
    for (std::size_t i = 1; i < count; ++i) list += ", ?";
    return list;
}

std::string definitions(const std::vector<std::string>& columns, bool key) {
    std::string sql;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool number = i == item::number;
        sql += quoted_name(columns[i]) + (number ? " integer" : " text") +
               (number ? (key ? " primary key" : " not null") : "") + ", ";
    }
    return sql + "file integer not null";
}

/// Creates the tables where they are missing; whether there is no row.
bool create(Database& database, const std::vector<std::string>& columns) {
    if (database.number("select count(*) from sqlite_master where name = 'corporation'") == 0) {
        database.run("create table corporation(" + definitions(columns, true) + ") strict;" +
                     "create table corporation_history(" + definitions(columns, false) +
                     ", state integer not null, recorded_until text, ended_by text, "
                     "primary key(corporateNumber, state)) strict, without rowid;"
                     "create table corporation_merger(absorbed integer not null, survivor integer not null, "
                     "stated_by integer not null, date text, in_column integer not null, in_text integer not "
                     "null, primary key(absorbed, survivor, stated_by)) strict, without rowid;"
                     "create index corporation_merger_1 on corporation_merger(survivor);"
                     "create index corporation_merger_2 on corporation_merger(stated_by);");
    }
    return database.number("select not exists (select 1 from corporation)") == 1;
}

RowSum::Row digested(const CorporationCells& cells) {
    RowSum::Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != item::sequence_number) row.add(cells[i]);
    }
    return row;
}

RowSum::Row digested(const CorporationCells& cells, std::int64_t state, std::string_view until,
                     std::string_view ended_by) {
    RowSum::Row row = digested(cells);
    row.add(std::to_string(state));
    row.add(until);
    row.add(ended_by);
    return row;
}

void bind_text(Statement& statement, int parameter, std::string_view text) {
    if (text.empty()) {
        statement.bind_null(parameter);
    } else {
        statement.bind(parameter, text);
    }
}

std::int64_t number_of_digits(std::string_view digits) {
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

}  // namespace

CorporationStore::CorporationStore(Database& database, const std::vector<std::string>& columns)
    : database_(database),
      was_empty_(create(database, columns)),
      sum_(was_empty_ ? std::string() : written_digest(database, "corporation")) {
    const std::string list = column_list(columns, ", ") + ", file";
    insert_present_ = database.prepare("insert or replace into corporation(" + list + ") values (" +
                                       parameters(item::count + 1) + ")");
    insert_past_ =
        database.prepare("insert into corporation_history(" + list +
                         ", state, recorded_until, ended_by) values (" + parameters(item::count + 4) + ")");
    delete_present_ = database.prepare("delete from corporation where corporateNumber = ?");
    delete_past_ = database.prepare("delete from corporation_history where corporateNumber = ?");
    read_present_ = database.prepare("select " + list + " from corporation where corporateNumber = ?");
    read_past_ = database.prepare("select " + list +
                                  ", state, recorded_until, ended_by from corporation_history where "
                                  "corporateNumber = ? order by state");
    insert_merger_ = database.prepare(
        "insert into corporation_merger values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do update set "
        "date = ?4, in_column = max(in_column, ?5), in_text = max(in_text, ?6)");
    delete_merger_ = database.prepare("delete from corporation_merger where stated_by = ?");
}

void CorporationStore::read(std::uint64_t number, std::vector<PublishedState>& rows, std::string& texts) {
    read_ = {};
    was_past_ = stated_merger_ = false;
    if (was_empty_) return;
    std::vector<std::size_t> begins;
    const auto keep = [&](const Statement& row, PublishedState::Place place) {
        begins.push_back(texts.size());
        encode_corporation_row({cells_of(row), 0, 0}, texts);
        PublishedState& state = rows.emplace_back();
        state.file = row.integer(kept_file_column);
        state.stored = place;
    };
    const auto key = static_cast<std::int64_t>(number);
    std::size_t present_at = 0;
    read_past_.bind(0, key);
    while (read_past_.step()) {
        read_.add(digested(cells_of(read_past_), read_past_.integer(kept_state_column),
                           read_past_.text(kept_until_column), read_past_.text(kept_ended_column)));
        if (read_past_.integer(kept_state_column) == static_cast<std::int64_t>(rows.size()) + 1) ++present_at;
        keep(read_past_, PublishedState::Place::past);
        was_past_ = true;
    }
    read_past_.reset();
    read_present_.bind(0, key);
    if (read_present_.step()) {
        read_.add(digested(cells_of(read_present_)));
        keep(read_present_, PublishedState::Place::present);
        std::rotate(rows.begin() + static_cast<std::ptrdiff_t>(present_at), rows.end() - 1, rows.end());
        std::rotate(begins.begin() + static_cast<std::ptrdiff_t>(present_at), begins.end() - 1, begins.end());
    }
    read_present_.reset();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CorporationCells& cells = rows[i].cells =
            decode_corporation_row(std::string_view(texts).substr(begins[i])).cells;
        stated_merger_ |= !cells[item::successor].empty() || !cells[item::change_cause].empty();
    }
}

void CorporationStore::insert(Statement& statement, std::uint64_t number, const PublishedState& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i != item::number) bind_text(statement, static_cast<int>(i), row.cells[i]);
    }
    statement.bind(static_cast<int>(item::number), static_cast<std::int64_t>(number));
    statement.bind(kept_file_column, row.file);
}

void CorporationStore::write_past(std::uint64_t number, std::int64_t state, const PublishedState& row) {
    insert(insert_past_, number, row);
    insert_past_.bind(kept_state_column, state);
    bind_text(insert_past_, kept_until_column, row.until);
    bind_text(insert_past_, kept_ended_column, to_string(row.end));
    insert_past_.run();
    sum_.add(digested(row.cells, state, row.until, to_string(row.end)));
}

void CorporationStore::write_first(std::uint64_t number, const PublishedState& row) {
    insert(insert_present_, number, row);
    insert_present_.run();
    sum_.add(digested(row.cells));
    write_mergers(number, row);
}

void CorporationStore::write(std::uint64_t number, const std::vector<PublishedState>& rows,
                             std::size_t present) {
    if (!was_empty_) {
        sum_.take(read_);
        const auto remove = [&](Statement& statement) {
            statement.bind(0, static_cast<std::int64_t>(number));
            statement.run();
        };
        if (present == no_state) remove(delete_present_);  // else it is replaced
        if (was_past_) remove(delete_past_);
        if (stated_merger_) remove(delete_merger_);
    }
    std::int64_t state = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].fate != PublishedState::Fate::kept) continue;
        ++state;
        if (i == present) {
            write_first(number, rows[i]);
        } else {
            write_past(number, state, rows[i]);
            if (rows[i].end == StateEnd::none) write_mergers(number, rows[i]);
        }
    }
}

/// What a state says of who has absorbed whom. Column and text are of the corporation that was closed.
void CorporationStore::write_mergers(std::uint64_t number, const PublishedState& row) {
    const std::string_view successor = row.cells[item::successor], text = row.cells[item::change_cause];
    if (successor.empty() && text.empty()) return;
    const auto self = static_cast<std::int64_t>(number);
    const auto add = [&](std::int64_t absorbed, std::int64_t survivor, bool in_column, bool in_text) {
        insert_merger_.bind(0, absorbed);
        insert_merger_.bind(1, survivor);
        insert_merger_.bind(2, self);
        bind_text(insert_merger_, 3, row.cells[item::change_date]);
        insert_merger_.bind(4, std::int64_t{in_column});
        insert_merger_.bind(5, std::int64_t{in_text});
        insert_merger_.run();
    };
    if (!successor.empty()) add(self, number_of_digits(successor), true, false);
    for (const MergerMention& mention : merger_mentions(text, !row.cells[item::close_date].empty())) {
        const std::int64_t other = number_of_digits(mention.number);
        if (mention.role == MergerMention::Role::successor) add(self, other, false, true);
        if (mention.role == MergerMention::Role::absorbed) add(other, self, false, true);
    }
}

void CorporationStore::finish() {
    // By it the corporations at an address are found (seat_search.hpp).
    database_.run("create index if not exists corporation_post_code on corporation(postCode)");
    // By it those that have a history are told from those that have none (corporation_register.cpp).
    database_.run(
        "create index if not exists corporation_history_number on corporation_history(corporateNumber)");
    write_digest(database_, "corporation", sum_.text());
}

std::string corporation_digest(const Database& database) {
    Statement columns =
        database.prepare("select name from pragma_table_info('corporation') where name <> 'file'");
    std::string list;
    while (columns.step()) list += (list.empty() ? "" : ", ") + quoted_name(columns.text(0));
    RowSum sum;
    Statement present = database.prepare("select " + list + " from corporation");
    while (present.step()) sum.add(digested(cells_of(present)));
    Statement past = database.prepare("select " + list +
                                      ", file, state, recorded_until, ended_by from corporation_history");
    while (past.step()) {
        sum.add(digested(cells_of(past), past.integer(kept_state_column), past.text(kept_until_column),
                         past.text(kept_ended_column)));
    }
    return sum.text();
}

}  // namespace daicho

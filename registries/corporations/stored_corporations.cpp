#include "registries/corporations/stored_corporations.hpp"

#include <algorithm>

#include "registries/corporations/row_code.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;

constexpr int walked_file_column = static_cast<int>(item::count);
constexpr int walked_until_column = walked_file_column + 1, walked_ended_column = walked_file_column + 2;

std::string in_range(const std::string& columns, const std::string& table, const std::string& order) {
    return "select " + columns + " from " + table +
           " where corporateNumber > ? and corporateNumber <= ? order by " + order;
}

}  // namespace

StoredCorporations::StoredCorporations(const std::string& registry, const std::string& columns)
    : database_(Database::open_published(registry)) {
    present_.rows = database_.prepare(in_range(columns, "corporation", "corporateNumber"));
    past_.rows = database_.prepare(
        in_range(columns + ", recorded_until, ended_by", "corporation_history", "corporateNumber, state"));
}

void StoredCorporations::Cursor::advance() {
    ended = !rows.step();
    if (!ended) number = static_cast<std::uint64_t>(rows.integer(static_cast<int>(item::number)));
}

void StoredCorporations::look_at(std::uint64_t after, std::uint64_t last) {
    for (Cursor* cursor : {&present_, &past_}) {
        cursor->rows.reset();
        cursor->rows.bind(0, static_cast<std::int64_t>(after));
        cursor->rows.bind(1, static_cast<std::int64_t>(last));
        cursor->advance();
    }
    present_taken_ = false;
}

bool StoredCorporations::next() {
    if (present_taken_) present_.advance();
    present_taken_ = false;
    states_.clear();
    if (present_.ended && past_.ended) return false;
    number_ = present_.ended ? past_.number
              : past_.ended  ? present_.number
                             : std::min(present_.number, past_.number);
    take_past();
    take_present();
    return true;
}

void StoredCorporations::take_past() {
    texts_.clear();
    begins_.clear();
    for (; !past_.ended && past_.number == number_; past_.advance()) {
        begins_.push_back(texts_.size());
        encode_corporation_row({cells_of(past_.rows), 0, 0}, texts_);
        const std::string_view until = past_.rows.text(walked_until_column);
        texts_.append(until);
        PublishedState& state = states_.emplace_back();
        state.file = past_.rows.integer(walked_file_column);
        state.stored = PublishedState::Place::past;
        state.end = state_end(past_.rows.text(walked_ended_column));
        begins_.push_back(texts_.size() - until.size());
    }
    begins_.push_back(texts_.size());
    for (std::size_t i = 0; i < states_.size(); ++i) {
        const std::string_view all(texts_);
        states_[i].cells = decode_corporation_row(all.substr(begins_[2 * i])).cells;
        states_[i].until = all.substr(begins_[2 * i + 1], begins_[2 * i + 2] - begins_[2 * i + 1]);
    }
}

void StoredCorporations::take_present() {
    if (present_.ended || present_.number != number_) return;
    PublishedState& state = states_.emplace_back();
    state.cells = cells_of(present_.rows);
    state.file = present_.rows.integer(walked_file_column);
    state.stored = PublishedState::Place::present;
    present_taken_ = true;
}

}  // namespace daicho

#include "registries/store/registry.hpp"

#include "registries/store/schema.hpp"

namespace daicho {

namespace {

constexpr unsigned often = 10'000;  ///< questions that are worth reading some hundred thousand numbers

}  // namespace

Registry::Registry(const std::string& path) : database_(Database::open_published(path)) {
    check_registry(database_);
    Statement tables = database_.prepare("select name from sqlite_master where type in ('table', 'index')");
    while (tables.step()) tables_.emplace(tables.text(0));
    // Nobody writes into it: one transaction for all statements saves each of them its own.
    database_.run("begin");
}

bool Registry::covers(std::string_view table, std::string_view coverage) const {
    Statement& found = prepared("select 1 from coverage where \"table\" = ? and value = ?");
    found.bind(0, table);
    found.bind(1, coverage);
    const bool covered = found.step();
    found.reset();
    return covered;
}

Statement& Registry::prepared(std::string_view sql) const {
    auto known = prepared_.find(sql);
    // What a damaged file refuses to prepare is not kept: who asks again is refused again.
    if (known == prepared_.end()) known = prepared_.emplace(sql, database_.prepare(sql)).first;
    known->second.reset();
    return known->second;
}

bool Registry::may_give(std::string_view sql, std::int64_t number) const {
    GivenNumbers& given = given_[sql];
    if (!given.filter) {
        if (++given.asked < often) return true;
        Statement numbers = database_.prepare(sql);
        given.filter.emplace(numbers);
    }
    return given.filter->may_have(number);
}

std::string Registry::generation() const {
    Statement found = database_.prepare("select value from fact where name = 'generation'");
    return found.step() ? std::string(found.text(0)) : std::string();
}

}  // namespace daicho

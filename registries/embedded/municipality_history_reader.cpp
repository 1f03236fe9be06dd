#include "registries/embedded/municipality_history_reader.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>

#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

/// A line of municipality_events.tsv.
struct Row {
    std::string_view date;
    const MunicipalityEventType* type = nullptr;
    Municipality from;
    Municipality to;
};

std::vector<MunicipalityEventType> read_types() {
    std::vector<MunicipalityEventType> types;
    for_each_line(embedded_text("registries/embedded/municipality_event_types.tsv"),
                  [&](std::string_view line) {
                      MunicipalityEventType type{.name = take_field(line), .en = take_field(line)};
                      const auto does = [&](std::string_view word) { return line.find(word) != line.npos; };
                      type.ends = does("ends");
                      type.begins = does("begins");
                      type.same = does("same");
                      types.push_back(type);
                  });
    return types;
}

/// The names of prefectures by the first two digits of the code.
std::map<std::string_view, const Municipality*> prefectures() {
    std::map<std::string_view, const Municipality*> found;
    for (const Municipality& municipality : municipalities()) {
        if (municipality.city.empty()) found[municipality.lg_code.substr(0, 2)] = &municipality;
    }
    return found;
}

class Reader {
 public:
    MunicipalityHistoryFiles read() {
        files_.types = read_types();
        files_.periods.reserve(8192);
        std::vector<Row> rows = read_rows();
        for (const Row& row : rows) add_event(row);
        for (std::size_t i = 0; i < rows.size(); ++i) files_.events[i].to = target(rows[i]);
        add_present();
        return std::move(files_);
    }

 private:
    Municipality take_municipality(std::string_view& line) const {
        Municipality municipality;
        for (std::string_view* field :
             {&municipality.lg_code, &municipality.county, &municipality.city, &municipality.ward,
              &municipality.county_kana, &municipality.city_kana, &municipality.ward_kana}) {
            *field = take_field(line);
        }
        if (municipality.lg_code.empty()) return municipality;
        const Municipality& prefecture = *prefectures_.at(municipality.lg_code.substr(0, 2));
        municipality.prefecture = prefecture.prefecture;
        municipality.prefecture_kana = prefecture.prefecture_kana;
        return municipality;
    }

    std::vector<Row> read_rows() {
        std::vector<Row> rows;
        for_each_line(embedded_text("registries/embedded/municipality_events.tsv"),
                      [&](std::string_view line) {
                          Row row;
                          row.date = take_field(line);
                          if (row.date == "covers") {
                              files_.first_day = take_field(line);
                              files_.last_day = take_field(line);
                              return;
                          }
                          const auto type =
                              std::ranges::find(files_.types, take_field(line), &MunicipalityEventType::name);
                          assert(type != files_.types.end());
                          row.type = &*type;
                          row.from = take_municipality(line);
                          row.to = take_municipality(line);
                          rows.push_back(row);
                      });
        return rows;
    }

    /// The period of that code and name that `is` so; the oldest of several.
    template <class Is>
    std::uint32_t find(const Municipality& municipality, Is is) const {
        const auto of_code = by_code_.find(municipality.lg_code);
        if (of_code == by_code_.end()) return files_.none;
        for (const std::uint32_t number : of_code->second) {
            const MunicipalityPeriod& period = files_.periods[number];
            if (period.city == municipality.city && period.ward == municipality.ward && is(period))
                return number;
        }
        return files_.none;
    }

    std::uint32_t add(const Municipality& municipality, std::string_view since) {
        const auto number = static_cast<std::uint32_t>(files_.periods.size());
        files_.periods.push_back({municipality, since});
        by_code_[municipality.lg_code].push_back(number);
        return number;
    }

    /// The first municipality of an event: one that is there, or that ended in another row of the same day (a
    /// municipality with several successors ends once), or one that the record has not named before.
    std::uint32_t origin(const Row& row) {
        // A merger may found a municipality of the code and name of one that it ends.
        const bool again = row.from.lg_code == row.to.lg_code && row.from.city == row.to.city &&
                           row.from.ward == row.to.ward;
        const auto is_there = [&](const MunicipalityPeriod& p) {
            return p.ended.empty() && (p.since < row.date || !again);
        };
        auto number = find(row.from, is_there);
        if (number == files_.none)
            number = find(row.from, [&](const auto& p) { return p.ended == row.date; });
        return number != files_.none ? number : add(row.from, {});
    }

    void add_event(const Row& row) {
        MunicipalityHistoryFiles::Event event{row.date, row.type, files_.none, files_.none};
        if (!row.from.lg_code.empty()) {
            event.from = origin(row);
            MunicipalityPeriod& from = files_.periods[event.from];
            from.county = row.from.county;
            if (row.type->ends) from.ended = row.date;
        }
        const auto begins_now = [&](const MunicipalityPeriod& p) { return p.since == row.date; };
        if (row.type->begins && find(row.to, begins_now) == files_.none) add(row.to, row.date);
        files_.events.push_back(event);
    }

    /// The second municipality of an event, now that all that began are known.
    std::uint32_t target(const Row& row) {
        if (row.type->begins) return find(row.to, [&](const auto& p) { return p.since == row.date; });
        // Others are incorporated into a municipality that is there, or that is renamed on the same day.
        auto number = find(row.to, [&](const MunicipalityPeriod& p) { return p.covers(row.date); });
        if (number == files_.none) number = find(row.to, [&](const auto& p) { return p.ended == row.date; });
        return number != files_.none ? number : add(row.to, {});
    }

    /// What exists is as the table of municipalities has it.
    void add_present() {
        for (const Municipality& municipality : municipalities()) {
            if (!municipality.ended.empty()) continue;
            auto number = find(municipality, [](const MunicipalityPeriod& p) { return p.ended.empty(); });
            if (number == files_.none) number = add(municipality, {});
            static_cast<Municipality&>(files_.periods[number]) = municipality;
        }
    }

    const std::map<std::string_view, const Municipality*> prefectures_ = prefectures();
    MunicipalityHistoryFiles files_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_code_;
};

}  // namespace

MunicipalityHistoryFiles read_municipality_history() {
    return Reader().read();
}

}  // namespace daicho

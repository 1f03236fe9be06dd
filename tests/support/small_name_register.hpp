#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "registries/corporations/name_index_builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// A register of corporations with the columns that the index of names and the search read. After `add` and
/// `rename` the index is to be made.
class SmallNameRegister {
 public:
    SmallNameRegister() : database_(Database::open_private(folder_ / "r.sqlite")) {
        database_.run(R"(
            create table corporation(corporateNumber integer primary key, name text, nameImageId text, kind text,
                prefectureCode text, cityCode text, closeDate text, enName text, furigana text,
                prefectureName text, cityName text, streetNumber text);
            create table corporation_history(corporateNumber integer, name text);
        )");
    }

    struct Corporation {
        std::string name;
        std::string reading = "";
        std::string kind = "301";
        std::string place = "18201";
        std::string closed = "";
        std::string english = "";
        std::string image = "";
        std::string prefecture = "", city = "", street = "";
    };
    /// The number of the new corporation.
    std::uint64_t add(const Corporation& corporation, std::uint64_t number = 0) {
        if (number == 0) number = first_number + next_++;
        const auto text = [](const std::string& s) { return s.empty() ? "null" : quoted_text(s); };
        database_.run("insert or replace into corporation values(" + std::to_string(number) + "," +
                      text(corporation.name) + "," + text(corporation.image) + "," + text(corporation.kind) +
                      "," + text(corporation.place.substr(0, 2)) + "," + text(corporation.place.substr(2)) +
                      "," + text(corporation.closed) + "," + text(corporation.english) + "," +
                      text(corporation.reading) + "," + text(corporation.prefecture) + "," +
                      text(corporation.city) + "," + text(corporation.street) + ")");
        return number;
    }
    void rename(std::uint64_t number, const std::string& before, const Corporation& now) {
        database_.run("insert into corporation_history values(" + std::to_string(number) + "," +
                      quoted_text(before) + ")");
        add(now, number);
    }
    Database& database() { return database_; }

    NameAnswer find(std::string_view name) { return find(NameQuery{.name = name}); }
    NameAnswer find(const NameQuery& query) {
        return CorporateNameSearch(database_, NameSearchAids{coverage}).find(query);
    }

    CorporationCoverage coverage = CorporationCoverage::all_of_japan();

 private:
    static constexpr std::uint64_t first_number = 1000000000000;

    ScratchFolder folder_;
    Database database_;
    std::uint64_t next_ = 1;
};

}  // namespace daicho

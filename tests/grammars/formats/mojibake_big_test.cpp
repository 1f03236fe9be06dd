#include <functional>
#include <map>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/mojibake.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// Calls `use` for every cell of every table below a folder of the publications.
void for_each_cell(const std::string& folder,
                   const std::function<void(const std::string&, std::string_view)>& use) {
    for_each_file(
        shared_data(folder), {},
        [&](const FileEntry& entry, ByteSource& source) {
            if (!entry.name.ends_with(".csv") && !entry.name.ends_with(".CSV")) return;
            std::string bytes;
            std::vector<char> block(1 << 16);
            while (const std::size_t got = source.read(block.data(), block.size())) {
                bytes.append(block.data(), got);
            }
            const auto table = read_table(std::move(bytes));
            Batch batch;
            while (table->next(batch)) {
                for (std::size_t record = 0; record < batch.size(); ++record) {
                    for (std::size_t column = 0; column < batch.width(record); ++column) {
                        use(entry.locator, batch.cell(record, column));
                    }
                }
            }
        },
        [](const std::string&, const Error&) {});
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3u;
    return hash;
}

}  // namespace

TEST_CASE("no cell of the corporate, municipal and postal files is taken for garbled") {
    for (const char* folder : {"corporate", "municipal", "postal", "municipality"}) {
        std::uint64_t cells = 0;
        std::uint64_t alarms = 0;
        for_each_cell(folder, [&](const std::string& where, std::string_view cell) {
            cells += 1;
            const auto repair = find_mojibake_repair(cell);
            if (!repair || ++alarms > 20) return;
            UNSCOPED_INFO(where << ": " << cell << " -> " << repair->text);
            CHECK_FALSE(repair);
        });
        CHECK(alarms == 0);
        WARN(folder << ": " << cells << " cells, " << alarms << " alarms");
    }
}

TEST_CASE("real cells that are garbled are repaired to what they were, and never to anything else") {
    struct Tally {
        int garbled = 0, repaired = 0, wrong = 0;
    };
    std::map<std::string, Tally> tallies;
    for (const char* folder : {"corporate/zenken-2020", "municipal"}) {
        for_each_cell(folder, [&](const std::string&, std::string_view cell) {
            if (cell.empty() || hash_of(cell) % 50 != 0) return;
            for (const Misreading mistake : known_misreadings()) {
                const auto garbled = misread(cell, mistake);
                if (!garbled || *garbled == cell) continue;
                Tally& tally = tallies[std::string{to_string(mistake.written)} + " as " +
                                       std::string{to_string(mistake.read)}];
                tally.garbled += 1;
                const auto repair = find_mojibake_repair(*garbled);
                if (!repair) continue;
                tally.repaired += repair->text == cell;
                if (repair->text != cell && ++tally.wrong < 5) {
                    WARN("wrong: " << *garbled << " -> " << repair->text << " for " << cell);
                }
            }
        });
    }
    for (const auto& [what, tally] : tallies) {
        WARN(what << ": " << tally.garbled << " garbled, " << tally.repaired << " repaired, " << tally.wrong
                  << " wrong");
        CHECK(tally.wrong == 0);
    }
    CHECK(tallies.size() == known_misreadings().size());
}

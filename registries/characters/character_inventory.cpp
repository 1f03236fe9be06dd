#include "registries/characters/character_inventory.hpp"

#include "grammars/text/unit.hpp"

namespace daicho {

void CharacterInventory::begin_file(const std::string& path) {
    file_ = path;
    ++files_;
}

CharacterInventory::Counted& CharacterInventory::counted(std::string_view unit) {
    const auto first = static_cast<unsigned char>(unit.front());
    return unit.size() == 1 && first < 0x80 ? ascii_[first] : others_[std::string(unit)];
}

void CharacterInventory::add(const Batch& batch, const std::vector<std::string>& header) {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        for (std::size_t column = 0; column < batch.width(record); ++column) {
            const std::string_view text = batch.cell(record, column);
            for_each_unit(text, [&](const CharacterUnit& unit, std::size_t at) {
                Counted& one = counted(text.substr(at, unit.size));
                if (one.count++ == 0) {
                    const CellOrigin origin = batch.origin(record, column);
                    one.file = file_, one.record = origin.record, one.line = origin.place.line;
                    one.column = column < header.size() ? header[column] : std::to_string(column + 1);
                }
                if (one.last_file == files_) return;
                one.last_file = files_;
                ++one.files;
            });
        }
    }
}

std::map<std::string, CharacterInventory::Entry> CharacterInventory::entries() const {
    std::map<std::string, Entry> all;
    const auto put = [&](std::string unit, const Counted& one) {
        if (one.count == 0) return;
        all.emplace(std::move(unit),
                    Entry{one.count, one.files, {one.file, one.record, one.line, one.column}});
    };
    for (std::size_t c = 0; c < ascii_.size(); ++c) put(std::string(1, static_cast<char>(c)), ascii_[c]);
    for (const auto& [unit, one] : others_) put(unit, one);
    return all;
}

}  // namespace daicho

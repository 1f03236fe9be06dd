#include "registries/corporations/corporation_rows.hpp"

#include <charconv>

#include "registries/corporations/row_code.hpp"

namespace daicho {

namespace item = corporation_item;

std::uint64_t corporation_number(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string corporate_number_text(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return std::string(13 - std::min<std::size_t>(13, digits.size()), '0') + digits;
}

void CheckedCorporationRows::read(const Batch& batch, const RowCheck& check, std::uint32_t file) {
    rows.clear();
    newest.clear();
    prefectures.clear();
    check.check(batch, checked);
    auto left = checked.left.begin();
    std::string bytes;
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (left != checked.left.end() && left->record == record) {
            ++left;
            continue;
        }
        ReadCorporationRow row;
        for (std::size_t i = 0; i < row.cells.size(); ++i) row.cells[i] = check.text(batch, record, i);
        row.file = file;
        row.line = static_cast<std::uint32_t>(batch.line(record));
        bytes.clear();
        encode_corporation_row(row, bytes);
        rows.add(corporation_number(row.cells[item::number]), bytes);
        if (row.cells[item::update_date] > newest) newest = row.cells[item::update_date];
        prefectures.add(row.cells[item::prefecture_code], row.cells[item::sequence_number],
                        corporation_number(row.cells[item::number]));
    }
}

}  // namespace daicho

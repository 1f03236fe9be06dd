#include "registries/corporations/seat_store.hpp"

#include <string>

namespace daicho {

SeatPlace SeatStore::seat(std::uint64_t number) {
    if (!find_) {
        find_ = database_.prepare(
            "select prefectureName, cityName, streetNumber, prefectureCode || cityCode from corporation "
            "where corporateNumber = ?");
    }
    find_->bind(0, static_cast<std::int64_t>(number));
    SeatPlace seat;
    if (find_->step()) {
        std::string address(find_->text(0));
        address.append(find_->text(1)).append(find_->text(2));
        seat = reader_.read(address, static_cast<std::uint32_t>(find_->integer(3)));
    }
    find_->reset();
    return seat;
}

}  // namespace daicho

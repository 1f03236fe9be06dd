#include "grammars/formats/unpack_limits.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

void UnpackBudget::charge_bytes(std::uint64_t count, const std::string& locator) {
    bytes_ += count;
    if (bytes_ <= limits_.ratio_from || bytes_ / limits_.ratio <= outer_size_) return;
    exceeded_ = true;
    const std::string ratio = std::to_string(limits_.ratio);
    throw Error{
        ErrorKind::limit,
        locator + ": 展開すると元の " + ratio +
            " 倍を超えます。攻撃用の圧縮ファイル（zip 爆弾）とみなして中止しました。入手元を確かめてくだ"
            "さい",
        locator + ": unpacks to more than " + ratio +
            " times its size, as an archive made to do harm (a zip bomb) does; check where it came from"};
}

void UnpackBudget::charge_members(std::uint64_t count, const std::string& locator) {
    members_ += count;
    if (members_ <= limits_.members) return;
    exceeded_ = true;
    const std::string limit = std::to_string(limits_.members);
    throw Error{
        ErrorKind::limit,
        locator + ": 中のファイルが " + limit +
            " 個を超えるので読みません。小さなアーカイブに分けてください。",
        locator + ": has more than " + limit + " members and is not read; split it into smaller archives"};
}

std::size_t UnpackedSource::read(char* to, std::size_t size) {
    try {
        const std::size_t got = source_.read(to, size);
        charge(got);
        return got;
    } catch (const Error&) {
        failed_ = true;
        throw;
    }
}

void UnpackedSource::charge(std::size_t got) {
    at_ += got;
    if (at_ <= furthest_ || budget_ == nullptr) return;
    const std::uint64_t fresh = at_ - furthest_;
    furthest_ = at_;
    const std::uint64_t limit = budget_->limits().file_size;
    if (furthest_ > limit) {
        const std::string bytes = std::to_string(limit);
        throw Error{ErrorKind::limit, name() + ": 展開すると " + bytes + " バイトを超えるので読みません。",
                    name() + ": is larger than " + bytes + " bytes unpacked and is not read"};
    }
    budget_->charge_bytes(fresh, name());
}

void UnpackedSource::rewind() {
    try {
        source_.rewind();
        at_ = 0;
    } catch (const Error&) {
        failed_ = true;
        throw;
    }
}

}  // namespace daicho

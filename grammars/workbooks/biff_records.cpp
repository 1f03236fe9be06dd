#include "grammars/workbooks/biff_records.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "grammars/workbooks/little_endian.hpp"

namespace daicho {

bool BiffRecords::next() {
    if (at_ + 4 > stream_.size()) return false;
    id_ = u16_at(stream_, at_);
    const std::size_t size = u16_at(stream_, at_ + 2);
    if (at_ + 4 + size > stream_.size()) return false;
    data_ = stream_.substr(at_ + 4, size);
    at_ += 4 + size;
    return true;
}

std::uint32_t BiffRecords::next_id() const {
    return at_ + 4 <= stream_.size() ? u16_at(stream_, at_) : 0;
}

/// To the record that continues this one, where the data of this one is at its end.
bool BiffText::go_on() {
    while (at_ >= records_.data().size()) {
        if (ended_ || records_.next_id() != biff::go_on || !records_.next()) {
            ended_ = true;
            return false;
        }
        at_ = 0;
    }
    return true;
}

std::uint32_t BiffText::number(std::size_t size) {
    if (!go_on()) return 0;
    const auto value = static_cast<std::uint32_t>(number_at(records_.data(), at_, size));
    at_ += size;
    return value;
}

void BiffText::skip(std::size_t size) {
    while (size > 0 && go_on()) {
        const std::size_t here = std::min(size, records_.data().size() - at_);
        at_ += here;
        size -= here;
    }
}

void BiffText::append(std::string& out, std::size_t count_size) {
    const std::size_t count = number(count_size);
    const std::uint32_t flags = number(1);
    const std::size_t runs = flags & 8 ? number(2) : 0;
    const std::size_t more = flags & 4 ? number(4) : 0;
    append_characters(out, count, flags & 1);
    skip(runs * 4);
    skip(more);
}

void BiffText::append_characters(std::string& out, std::size_t count, bool wide) {
    char32_t high = 0;  // the first half of a character
    while (count > 0) {
        if (at_ >= records_.data().size()) {
            if (!go_on()) break;
            wide = number(1) & 1;  // each record says it anew
            continue;
        }
        const auto unit = static_cast<char32_t>(number(wide ? 2 : 1));
        --count;
        if (high != 0 && (unit < 0xDC00 || unit > 0xDFFF)) append_utf8(out, 0xFFFD);
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            high = unit;
            continue;
        }
        if (unit >= 0xDC00 && unit <= 0xDFFF) {
            append_utf8(out, high != 0 ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD);
        } else {
            append_utf8(out, unit);
        }
        high = 0;
    }
    if (high != 0) append_utf8(out, 0xFFFD);
}

}  // namespace daicho

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace daicho {

/// `bytes` with the damage that `edits` tell, five bytes each: a place (four, counted round) and what is put
/// there. A place of 0xFFFFFFFF cuts the file in proportion to the fifth byte.
inline std::string damaged(std::string bytes, std::span<const std::uint8_t> edits) {
    for (; edits.size() >= 5 && !bytes.empty(); edits = edits.subspan(5)) {
        std::uint32_t place = 0;
        for (std::size_t i = 0; i < 4; ++i) place = place << 8 | edits[i];
        if (place == 0xFFFFFFFF) {
            bytes.resize(bytes.size() * edits[4] / 256);
        } else {
            bytes[place % bytes.size()] = static_cast<char>(edits[4]);
        }
    }
    return bytes;
}

}  // namespace daicho

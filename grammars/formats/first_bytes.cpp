#include "grammars/formats/first_bytes.hpp"

namespace daicho {

std::string take_bytes(ByteSource& source, std::size_t most) {
    std::string bytes(most, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const std::size_t got = source.read(bytes.data() + size, bytes.size() - size);
        if (got == 0) break;
        size += got;
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace daicho

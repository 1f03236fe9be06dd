#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

/// Zip and gzip files made byte by byte (APPNOTE.TXT, RFC 1952), sound ones and others.
namespace packed {

inline std::string number(std::uint64_t value, unsigned bytes) {
    std::string text;
    for (; bytes-- > 0; value >>= 8) text += static_cast<char>(value);
    return text;
}

inline std::string deflated(std::string_view bytes, int window = -15) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<unsigned>(bytes.size());
    stream.next_out = reinterpret_cast<unsigned char*>(out.data());
    stream.avail_out = static_cast<unsigned>(out.size());
    [[maybe_unused]] const int code = deflate(&stream, Z_FINISH);
    assert(code == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// A gzip file; `seconds` is the time in its header.
inline std::string gzip(std::string_view bytes, std::uint32_t seconds = 0) {
    std::string out = deflated(bytes, 15 + 16);
    return out.replace(4, 4, number(seconds, 4));
}

struct Member {
    std::string name;
    std::string bytes;
    bool deflate = true;
    unsigned flags = 0;                          ///< bit 0: password; bit 11: the name is UTF-8
    int method = -1;                             ///< what the headers say, where that is not the truth
    std::uint32_t crc_error = 0;                 ///< xor
    unsigned date = (46u << 9) | (5 << 5) | 26;  ///< 2026-05-26
};

class Zip {
 public:
    Zip() = default;
    explicit Zip(const std::vector<Member>& members) {
        for (const auto& member : members) add(member);
    }

    void add(const Member& member) {
        const std::string data = member.deflate ? deflated(member.bytes) : member.bytes;
        const unsigned method = member.method >= 0 ? unsigned(member.method) : member.deflate ? 8 : 0;
        const auto crc = crc32(0, reinterpret_cast<const unsigned char*>(member.bytes.data()),
                               static_cast<unsigned>(member.bytes.size())) ^
                         member.crc_error;
        const std::string facts = number(20, 2) + number(member.flags, 2) + number(method, 2) + number(0, 2) +
                                  number(member.date, 2) + number(crc, 4) + number(data.size(), 4) +
                                  number(member.bytes.size(), 4) + number(member.name.size(), 2) +
                                  number(0, 2);
        directory_ +=
            "PK\x01\x02" + number(20, 2) + facts + number(0, 10) + number(content_.size(), 4) + member.name;
        content_ += "PK\x03\x04" + facts + member.name + data;
        ++members_;
    }

    std::string bytes() const {
        return content_ + directory_ + "PK\x05\x06" + number(0, 4) + number(members_, 2) +
               number(members_, 2) + number(directory_.size(), 4) + number(content_.size(), 4) + number(0, 2);
    }

 private:
    std::string content_;
    std::string directory_;
    std::uint64_t members_ = 0;
};

inline std::string zip(const std::vector<Member>& members) {
    return Zip{members}.bytes();
}

}  // namespace packed

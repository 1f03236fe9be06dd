#include "registries/fetch/address.hpp"

#include <algorithm>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_name = 200;  // in bytes; ".part.state" must still fit into the usual 255

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

/// What follows "http://" or "https://"; nothing where it starts otherwise.
std::optional<std::string_view> after_scheme(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (url.starts_with(scheme)) return url.substr(scheme.size());
    }
    return std::nullopt;
}

bool fits_host(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '@' && c != '\\' && c != 0x7F;
}

}  // namespace

std::optional<std::string> host_of(std::string_view url) {
    const auto rest = after_scheme(url);
    if (!rest) return std::nullopt;
    std::string host{rest->substr(0, rest->find_first_of("/?#"))};
    if (host.empty() || host.front() == ':' || !std::ranges::all_of(host, fits_host)) return std::nullopt;
    for (char& c : host) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return host;
}

std::string encoded_address(std::string_view url) {
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F) {
            out += c;
        } else {
            out += '%';
            append_hexadecimal(out, byte);
        }
    }
    return out;
}

std::string file_name_of(std::string_view url) {
    const auto rest = after_scheme(url).value_or(std::string_view{});
    const auto path = rest.substr(0, rest.find_first_of("?#"));
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    std::string name = decoded(path.substr(slash + 1));
    return is_file_name(name) ? name : std::string{};
}

bool is_file_name(std::string_view name) {
    const auto plain = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte != 0x7F && c != '/' && c != '\\';
    };
    return !name.empty() && name.front() != '.' && name.size() <= longest_name &&
           std::ranges::all_of(name, plain) && find_invalid_utf8(name) == std::string_view::npos;
}

}  // namespace daicho

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// "host" or "host:port" of an address of http or https, in small letters. Nothing where `url` is no such
/// address, or names a user: a password does not belong into a list of addresses.
std::optional<std::string> host_of(std::string_view url);

/// `url` with all that is not ASCII, and blanks, as %XX of its UTF-8: what a server is asked for.
std::string encoded_address(std::string_view url);

/// The last part of the path of `url` with %XX read: the name of a file. Empty where the path ends with '/',
/// or the part is no fit name (see `is_file_name`).
std::string file_name_of(std::string_view url);

/// Whether `name` can be the name of a file in a folder, and only there: no '/', no control character, not
/// hidden, not too long, valid UTF-8.
bool is_file_name(std::string_view name);

}  // namespace daicho

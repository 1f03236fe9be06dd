#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "registries/fetch/http_client.hpp"

namespace daicho {

/// Where published generations are read from.
class PublishedFolder {
 public:
    virtual ~PublishedFolder() = default;
    /// The bytes of the file `name` below it (`current.json`); nothing where there is none. Throws Error
    /// where it cannot be read or has more than `most` bytes.
    virtual std::optional<std::string> read(const std::string& name, std::size_t most) = 0;
    /// What messages call the file `name`.
    virtual std::string place(const std::string& name) const = 0;
};

/// A folder of this machine.
std::unique_ptr<PublishedFolder> folder_of_files(std::string path);

/// A folder that a server hands out file by file, below `url` (http or https). A connection that fails is
/// tried again, three times in all. `client` must outlive it.
std::unique_ptr<PublishedFolder> folder_of_server(std::string url, HttpClient& client);

}  // namespace daicho
